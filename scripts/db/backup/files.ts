import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a server makes anew when it starts; the log it comes from the archive. */
const EMPTIED = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const LEFT = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;

/** Folder of an archive in which the log is kept, and folder of copies of the files. */
export const archiveFolders = (archive: string) => ({ wal: join(archive, 'wal'), base: join(archive, 'base') });

/** The log's segment from which a copy of the files is to be replayed, as its label says it. */
export const firstSegment = (label: string) => /^START WAL LOCATION: .* \(file ([\dA-F]{24})\)$/m.exec(label)?.[1];

/** Copies that came to their end, oldest first: one that broke off has no `done` in it. */
export function copiesIn(archive: string): string[] {
  const { base } = archiveFolders(archive);
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .filter((name) => existsSync(join(base, name, 'done')))
    .sort();
}

/** Copies a cluster that may be at work; what goes away meanwhile is not missed, since the log has it. */
export async function copyCluster(from: string, to: string, top = true): Promise<void> {
  await mkdir(to, { mode: 0o700 });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT.test(entry.name)) continue;
    if (top && EMPTIED.includes(entry.name)) await mkdir(join(to, entry.name), { mode: 0o700 });
    else await copyOne(entry, from, to).catch(unlessGone);
  }
}

async function copyOne(entry: Dirent, from: string, to: string): Promise<void> {
  const [source, target] = [join(from, entry.name), join(to, entry.name)];
  if (entry.isDirectory()) return copyCluster(source, target, false);
  if (entry.isSymbolicLink()) return symlink(await readlink(source), target);
  if ((await lstat(source)).isFile()) await copyFile(source, target);
}

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
