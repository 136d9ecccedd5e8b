import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import { archiveFolders, copiesIn } from './files.ts';

/** An archive, an empty folder for the cluster, and the moment to bring it to (else the last that was archived). */
export type RestoreOptions = { readonly archive: string; readonly data: string; readonly until?: Date | undefined };

/**
 * Puts the newest copy from before a moment into an empty folder, and writes down what PostgreSQL needs to replay the log
 * up to it when it starts there; then it goes on from there as a new timeline. Returns the copy's name. Throws StartError.
 */
export function restoreBackup({ archive, data, until }: RestoreOptions): string {
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new StartError(`${data} is not empty: move it away first, it may still be needed.`);
  }
  const { base, wal } = archiveFolders(archive);
  const finished = (name: string) => new Date(readFileSync(join(base, name, 'done'), 'utf8').trim());
  const copies = copiesIn(archive);
  const fit = copies.filter((name) => until === undefined || finished(name) <= until);
  const chosen = fit.at(-1);
  if (chosen === undefined) {
    const first = copies[0];
    const what =
      first === undefined ? 'There is no backup' : `The first backup ended at ${finished(first).toISOString()}`;
    throw new StartError(
      `${what} in ${archive}: nothing can be restored${until ? ` up to ${until.toISOString()}` : ''}.`,
    );
  }
  mkdirSync(data, { recursive: true, mode: 0o700 });
  cpSync(join(base, chosen), data, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => path !== join(base, chosen, 'done'),
  });
  const settings = [
    `restore_command = 'gzip -dc "${wal}/%f.gz" > "%p"'`,
    "recovery_target_action = 'promote'",
    // Said also when there is none: the copy may be one of a database that was restored to a moment itself. And
    // without T and Z, which PostgreSQL does not understand this early.
    `recovery_target_time = '${until?.toISOString().replace('T', ' ').replace('Z', '+00') ?? ''}'`,
  ];
  appendFileSync(join(data, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  writeFileSync(join(data, 'recovery.signal'), '');
  return chosen;
}
