import { createHash, randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { canReach, type ServerUser } from './server-user.ts';

/** Where data and binaries go that the server's user could not reach in the checkout (root only). */
export const FALLBACK_ROOT = '/var/lib/salon-pg';

/** Where one embedded database keeps what. */
export type Place = { cluster: string; password: string; apiPassword: string; workerPassword: string; log: string };

/** The place belonging to this DATA_DIR. Touches nothing. */
export function placeOf(dataDir: string): Place {
  const base = resolve(dataDir);
  return {
    cluster: linkedFolder(join(base, 'pg')),
    password: join(base, 'pg.password'),
    apiPassword: join(base, 'pg.api-password'),
    workerPassword: join(base, 'pg.worker-password'),
    log: join(base, 'logs', 'postgres.log'),
  };
}

/**
 * Makes the folders around the cluster. When DATA_DIR lies below a folder closed to the server's user, `pg` becomes a
 * link to a folder of its own under /var/lib: the link remembers the choice, and who deletes DATA_DIR starts afresh.
 */
export function preparePlace(dataDir: string, user: ServerUser | undefined): Place {
  const base = resolve(dataDir);
  mkdirSync(join(base, 'logs'), { recursive: true });
  const cluster = join(base, 'pg');
  if (!lstatSync(cluster, { throwIfNoEntry: false }) && !canReach(user, base)) {
    const key = createHash('sha256').update(base).digest('hex').slice(0, 12);
    const folder = join(
      FALLBACK_ROOT,
      `${basename(dirname(base)) || 'salon'}-${key}-${randomBytes(3).toString('hex')}`,
    );
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    symlinkSync(join(folder, 'pg'), cluster);
  }
  return placeOf(dataDir);
}

function linkedFolder(path: string): string {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return path; // no link, or nothing there; whoever opens it will tell
  }
}
