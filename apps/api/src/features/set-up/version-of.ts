import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { AppError } from '../../errors/app-error.ts';

/** What an object is at this moment, in a few characters: whoever saw another one does not overwrite this one. */
export function versionOf(object: object): string {
  return createHash('sha256')
    .update(canonicalize(object) ?? '')
    .digest('base64url')
    .slice(0, 16);
}

/** Refuses a change of something that is not as its author saw it. */
export function refuseOtherVersion(current: string, seen: string) {
  if (current === seen) return;
  throw new AppError('version_conflict', 'Somebody changed this meanwhile. Look at it again, then change it.');
}
