import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartError } from './start-error.ts';

/** The ordinary user that runs PostgreSQL when we are root; PostgreSQL refuses to run as root itself. */
export type ServerUser = { uid: number; gid: number };

const NAME = 'postgres';

/**
 * Who has to run PostgreSQL: undefined means we do, as the ordinary user we are. A data folder that already belongs to
 * an ordinary user stays that user's, so that `sudo npm start` once does not lock its owner out.
 */
export function serverUser(dataFolder: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = statSync(dataFolder, { throwIfNoEntry: false });
  if (folder?.isDirectory() && folder.uid !== 0) return { uid: folder.uid, gid: folder.gid };
  return lookUp() ?? create();
}

/** Whether that user really gets to this path; asked of the system because modes alone do not tell (ACLs, mounts). */
export function canReach(user: ServerUser | undefined, path: string): boolean {
  return user === undefined || spawnSync('test', ['-x', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function lookUp(): ServerUser | undefined {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, NAME], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function create(): ServerUser {
  const made = spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', NAME],
    { stdio: 'ignore' },
  );
  // Two starts at once: the other one may have made it, so the look-up decides and not the exit code.
  const user = lookUp();
  if (user) return user;
  const why = made.error ? `(${made.error.message})` : `(useradd exited with ${made.status})`;
  throw new StartError(
    `PostgreSQL must not run as root and the user "${NAME}" could not be made ${why}: run npm start as an ordinary user.`,
  );
}
