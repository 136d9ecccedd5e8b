import { readdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import { withClient } from '@salon/db/embedded/with-client';
import { archiveFolders, copiesIn, copyCluster, firstSegment } from './files.ts';

const SEGMENT = /^[\dA-F]{24}\.gz$/;

/** Where the files of the cluster lie, where to, and how many copies are kept (at least one). */
export type BackupOptions = {
  readonly ownerUrl: string;
  readonly data: string;
  readonly archive: string;
  readonly keep: number;
};

/**
 * Copies the files of a PostgreSQL that is at work, which together with the log it archives can be brought to any moment
 * since; then tells the product that there is a backup, and removes the oldest. Returns the copy's name. Throws StartError
 * where the log is not archived: without it a copy of files that change is worth nothing.
 */
export async function takeBackup({ ownerUrl, data, archive, keep }: BackupOptions): Promise<string> {
  const name = new Date().toISOString().replaceAll(/[-:.]/g, '');
  const target = join(archiveFolders(archive).base, name);
  return withClient(ownerUrl, async (client) => {
    const { rows: settings } = await client.query<{ mode: string }>("select current_setting('archive_mode') as mode");
    if (settings[0]?.mode !== 'on')
      throw new StartError('The database does not archive its log (archive_mode): docs/deploy.md, Backups.');
    await mkdir(archiveFolders(archive).base, { recursive: true });
    try {
      await client.query("select pg_backup_start('salon', true)");
      await copyCluster(data, target);
      // Ends once the log up to here lies in the archive.
      const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(true)');
      await writeFile(join(target, 'backup_label'), rows[0]?.labelfile ?? '');
      await writeFile(join(target, 'done'), `${new Date().toISOString()}\n`);
    } catch (error) {
      await rm(target, { recursive: true, force: true });
      throw error;
    }
    await removeOldest(archive, keep);
    await client.query(
      `insert into last_backup (kind, finished_at) values ('full', now())
       on conflict (kind) do update set finished_at = excluded.finished_at`,
    );
    return name;
  });
}

/** Keeps the newest copies, and of the log what they need. */
async function removeOldest(archive: string, keep: number): Promise<void> {
  const { base, wal } = archiveFolders(archive);
  const copies = copiesIn(archive);
  for (const name of copies.slice(0, -keep)) rmSync(join(base, name), { recursive: true });
  const oldest = copies.slice(-keep)[0];
  if (oldest === undefined) return;
  const first = firstSegment(await readFile(join(base, oldest, 'backup_label'), 'utf8'));
  if (first === undefined) return;
  // The first eight digits are the timeline, and a restored database begins a new one.
  const after = (segment: string) => segment.slice(8, 24) >= first.slice(8);
  for (const segment of readdirSync(wal)) {
    if (SEGMENT.test(segment) && !after(segment)) rmSync(join(wal, segment));
  }
}
