import { join, resolve } from 'node:path';
import { explainSystemError } from '@salon/db/embedded/explain';
import { StartError } from '@salon/db/embedded/start-error';
import { takeLock } from '../lock-file.mjs';

/** Makes this the only start on its DATA_DIR. `recovered`: the one before was killed and could not tidy up. */
export function onlyOne(dataDir: string, publicUrl: string): { recovered: boolean; release(): void } {
  const lock = take(resolve(dataDir), publicUrl);
  if (lock.taken) return lock;
  const { pid, note } = lock.holder;
  throw new StartError(
    `Already running with the data in ${resolve(dataDir)} (process ${pid}, ${note}): stop it first, or start a second one with another DATA_DIR and PORT.`,
  );
}

function take(folder: string, note: string) {
  try {
    return takeLock(join(folder, 'start.lock'), note);
  } catch (error) {
    throw explainSystemError(error, folder); // the first file that is written there
  }
}
