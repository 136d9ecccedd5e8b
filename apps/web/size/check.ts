import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { FIRST_VIEW_LIMIT, firstViewBytes } from './first-view.ts';

const root = join(import.meta.dirname, '..');
const outDir = mkdtempSync(join(tmpdir(), 'salon-web-'));
try {
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  const bytes = firstViewBytes(outDir);
  console.log(
    `First view: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped; at most ${FIRST_VIEW_LIMIT / 1000} kB.`,
  );
  process.exitCode = bytes > FIRST_VIEW_LIMIT ? 1 : 0;
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
