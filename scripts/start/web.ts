import { readdirSync, renameSync, rmSync, watch } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { fingerprint, isStamped, writeStamp } from '../boot/fingerprint.mjs';
import { takeLock } from '../lock-file.mjs';
import { runVite } from './run-vite.ts';

/** What the page is made from, apart from the packages that the lock file pins. */
const SOURCES = ['apps/web', 'packages/contracts/src', 'packages/domain/src', 'packages/reports/src'];
const NOT_SOURCE = /(^|\/)(node_modules|dist)(\/|$)|\.(test|fixture)\.tsx?$|\.tsbuildinfo$/;
const COMPRESSIBLE = /\.(js|css|svg|json|txt|webmanifest)$/;
/** Below this a compressed copy is not worth a file, in bytes. */
const WORTH_IT = 1_024;
const POLL_MS = 200;
/** Editors write a file in several steps. */
const SETTLE_MS = 150;

/**
 * The page for customers, built by Vite where anything it is made from has changed; returns its folder. It is built aside
 * and takes the old one's place whole, so that a running API never finds half of it; of two at once the second waits and
 * finds it done. Throws StartError.
 */
export async function buildWeb(root: string): Promise<string> {
  const dist = join(root, 'apps/web/dist');
  const stamp = join(dist, '.built');
  const isDone = () => isStamped(stamp, madeOf(root));
  if (isDone()) return dist;
  const release = await turn(root);
  try {
    if (isDone()) return dist;
    const wanted = madeOf(root);
    const aside = join(root, 'apps/web/node_modules/.dist');
    await runVite(root, aside);
    await compress(aside);
    writeStamp(join(aside, '.built'), wanted);
    replace(dist, aside);
    return dist;
  } finally {
    release();
  }
}

/** Builds the page again after each burst of changes, until the process ends or what it returns is called. */
export function watchWeb(root: string, report: (line: string) => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const rebuild = () => {
    const begin = performance.now();
    buildWeb(root).then(
      () => report(`built the page again in ${((performance.now() - begin) / 1000).toFixed(1)} s`),
      (error: Error) => report(error.message),
    );
  };
  const watchers = SOURCES.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (file === null || NOT_SOURCE.test(file)) return;
      clearTimeout(settling);
      settling = setTimeout(rebuild, SETTLE_MS);
    }),
  );
  for (const watcher of watchers) watcher.unref();
  return () => {
    clearTimeout(settling);
    for (const watcher of watchers) watcher.close();
  };
}

/** What is in the page, told apart: its sources, and the one setting that is built into it. */
const madeOf = (root: string) => `${fingerprint(root, inputs(root))} ${process.env.VITE_API_ORIGIN ?? ''}`.trim();

function inputs(root: string): string[] {
  const files = SOURCES.flatMap((folder) => filesIn(join(root, folder)).map((file) => relative(root, file)));
  return ['pnpm-lock.yaml', ...files.filter((file) => !NOT_SOURCE.test(file)).sort()];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_SOURCE.test(entry.name) ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

async function turn(root: string): Promise<() => void> {
  for (;;) {
    const lock = takeLock(join(root, '.data', 'web.lock'), 'building the page');
    if (lock.taken) return lock.release;
    await sleep(POLL_MS);
  }
}

/** Puts a compressed copy beside each file that shrinks: as small as can be, which only a build has time for. */
async function compress(folder: string): Promise<void> {
  const files = filesIn(folder).filter((file) => COMPRESSIBLE.test(file));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      if (content.length < WORTH_IT) return;
      const [small, other] = await Promise.all([
        promisify(brotliCompress)(content),
        promisify(gzip)(content, { level: 9 }),
      ]);
      await Promise.all([writeFile(`${file}.br`, small), writeFile(`${file}.gz`, other)]);
    }),
  );
}

function replace(dist: string, by: string): void {
  const old = `${by}-old`;
  rmSync(old, { recursive: true, force: true });
  try {
    renameSync(dist, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(by, dist);
  rmSync(old, { recursive: true, force: true });
}
