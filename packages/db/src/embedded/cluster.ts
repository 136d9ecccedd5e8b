import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainFailure } from './explain.ts';
import { isAlive } from './postmaster.ts';
import type { ServerUser } from './server-user.ts';
import { StartError } from './start-error.ts';

/** The major version of the binaries; a cluster of another one cannot be opened by them. */
const MAJOR = '18';

/** The superuser of the embedded database: owner of everything in it, not what the API connects as. */
export const OWNER = 'salon';

/** The environment of the server's programs: English messages, and none of our secrets. */
export const SERVER_ENV = { PATH: process.env.PATH, LC_ALL: 'C' };

/** Whether a cluster lies there. Anything else that lies there is named instead of being overwritten. */
export function hasCluster(cluster: string): boolean {
  const found = statSync(cluster, { throwIfNoEntry: false });
  if (!found) {
    if (existsSync(dirname(cluster))) return false;
    throw broken(cluster, 'the folder it was kept in is gone');
  }
  if (!found.isDirectory()) throw broken(cluster, 'it is not a folder');
  if (readdirSync(cluster).length === 0) return false;
  const version = join(cluster, 'PG_VERSION');
  if (!existsSync(version)) throw broken(cluster, 'its files are missing');
  const major = readFileSync(version, 'utf8').trim();
  if (major !== MAJOR) throw broken(cluster, `it was made by PostgreSQL ${major}, this is PostgreSQL ${MAJOR}`);
  return true;
}

/** A new cluster, made beside its place and moved there whole: whoever kills us leaves no half cluster behind. */
export async function createCluster(
  cluster: string,
  options: { bin: string; user: ServerUser | undefined; password: string; durable: boolean },
): Promise<void> {
  removeLeftovers(cluster);
  const half = `${cluster}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
  const passwordFile = join(half, 'password');
  mkdirSync(half, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    if (options.user) for (const path of [passwordFile, half]) chownSync(path, options.user.uid, options.user.gid);
    const failure = await initdb(join(half, 'cluster'), passwordFile, options);
    if (failure !== undefined) throw explainFailure(failure, cluster);
    try {
      renameSync(join(half, 'cluster'), cluster);
    } catch (error) {
      // Another start was faster; its cluster knows the same password.
      if (!hasCluster(cluster)) throw error;
    }
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

function initdb(
  target: string,
  passwordFile: string,
  options: { bin: string; user: ServerUser | undefined; durable: boolean },
): Promise<string | undefined> {
  const args = ['-D', target, '-U', OWNER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  // The builtin locale sorts the same on every machine, whatever its C library.
  args.push(
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    options.durable ? '--data-checksums' : '--no-sync',
  );
  const child = spawn(join(options.bin, 'initdb'), args, {
    ...options.user,
    cwd: '/',
    env: SERVER_ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', (error) => resolve(`error: ${error.message}`));
    child.once('close', (code) => resolve(code === 0 ? undefined : said || `error: initdb ended with ${code}`));
  });
}

function removeLeftovers(cluster: string): void {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of readdirSync(dirname(cluster))) {
    const left = name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10));
    if (left) rmSync(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

function broken(cluster: string, why: string): StartError {
  return new StartError(
    `The database in ${cluster} cannot be opened (${why}): move it away to begin with an empty one, or choose another folder with DATA_DIR.`,
  );
}
