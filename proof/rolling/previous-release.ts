import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const LARGEST = 1 << 28;

/**
 * The commit before the newest migrations came: nothing has a number yet, and programs of before a migration are what a
 * deploy lets run beside it. Undefined where the history is not here (no git, or a clone without its past).
 */
export function beforeNewestMigration(checkout: string): string | undefined {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: checkout, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const brought = git('log', '-1', '--diff-filter=A', '--format=%H', '--', 'prisma/migrations');
    // In a clone without its past the oldest commit seems to have brought everything, and has nothing before it.
    return brought === '' ? undefined : git('rev-parse', '--verify', '--quiet', `${brought}^`);
  } catch {
    return undefined;
  }
}

/**
 * Puts the tree of a commit into a folder, with the packages of this checkout and a database client made from its own schema.
 * Returns the names of its migrations.
 */
export function checkOut(checkout: string, commit: string, folder: string): string[] {
  mkdirSync(folder);
  const tar = execFileSync('git', ['archive', commit], { cwd: checkout, maxBuffer: LARGEST });
  execFileSync('tar', ['-x', '-C', folder], { input: tar });
  const workspaces = ['apps', 'packages'].flatMap((kind) =>
    readdirSync(join(folder, kind)).map((name) => join(kind, name)),
  );
  for (const place of ['', ...workspaces])
    copyLinks(join(checkout, place, 'node_modules'), join(folder, place, 'node_modules'));
  symlinkSync(join(checkout, 'node_modules', '.pnpm'), join(folder, 'node_modules', '.pnpm'));
  // generate wants a file for its engine, and never runs it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(folder, 'package.json') };
  execFileSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    cwd: folder,
    env,
    stdio: 'pipe',
  });
  return readdirSync(join(folder, 'prisma', 'migrations'));
}

/** Links to packages as they are: those to our own lead to the other tree's. */
function copyLinks(from: string, to: string): void {
  if (!existsSync(from)) return;
  const filter = (path: string) => path === from || !path.slice(from.length + 1).startsWith('.');
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
}
