import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { firstViewBytes } from './first-view.ts';

/** JavaScript that may come before the first view, gzipped. */
const LIMIT = 130_000;

const root = join(import.meta.dirname, '..');
const outDir = mkdtempSync(join(tmpdir(), 'salon-web-'));
try {
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const bytes = firstViewBytes(outDir);
  console.log(`First view: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped; at most ${LIMIT / 1000} kB.`);
  process.exitCode = bytes > LIMIT ? 1 : 0;
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
