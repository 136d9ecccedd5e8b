import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** A machine's names for itself. */
export const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export const changesNothing = (request: FastifyRequest) => SAFE.has(request.method);

/** Where our own pages are; a machine's names for itself are as good as each other. `more`: besides, as configured. */
export function ownOrigins(publicUrl: string, more: readonly string[]): ReadonlySet<string> {
  const { origin, hostname, protocol, port } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return new Set([origin, ...more]);
  return new Set([...LOOPBACK.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`), ...more]);
}

/**
 * Refuses what is sent by another site's page in the name of whoever is signed in. Browsers say where each such request
 * comes from; who says nothing is refused too.
 */
export function refuseOtherSites(request: FastifyRequest, own: ReadonlySet<string>): void {
  if (changesNothing(request) || own.has(request.headers.origin ?? '')) return;
  throw new AppError('origin_refused', 'Changes are taken from our own pages only: the Origin header says which.');
}
