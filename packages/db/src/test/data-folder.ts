import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '../embedded/place.ts';
import { isAlive, runningPostmaster } from '../embedded/postmaster.ts';

/** One per user: nobody can write into, or clear away, what another left. */
const FOLDER = join(tmpdir(), `salon-test-postgres-${userInfo().uid}`);

/** An empty DATA_DIR for a test, named after our process. */
export type DataFolder = { dataDir: string; remove(): void };

/** Makes a DATA_DIR of its own, so that two runs at once do not meet. */
export function makeDataFolder(): DataFolder {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, `${process.pid}-`));
  chmodSync(folder, 0o755); // else, as root, the server's user could not reach its cluster here
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  return {
    dataDir,
    remove() {
      rmSync(placeOf(dataDir).cluster, { recursive: true, force: true, maxRetries: 5 }); // may lie behind a link
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A run that was killed leaves servers and folders behind; the next one clears them away. */
export function removeLeftovers(): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    if (isAlive(Number.parseInt(name, 10))) continue;
    try {
      const server = runningPostmaster(placeOf(join(FOLDER, name, 'data')).cluster);
      if (server) process.kill(server.pid, 'SIGKILL');
      rmSync(join(FOLDER, name), { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // another run is clearing it away too, or the server has not quite ended: the next run tries again
    }
  }
}
