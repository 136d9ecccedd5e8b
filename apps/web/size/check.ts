import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { firstViewBytes, PAGES } from './first-view.ts';
import { mapsToldOf } from './maps-told-of.ts';

const root = join(import.meta.dirname, '..');
const outDir = mkdtempSync(join(tmpdir(), 'salon-web-'));
try {
  await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  for (const page of PAGES) {
    const bytes = firstViewBytes(outDir, page);
    const kB = (bytes / 1000).toFixed(1);
    console.log(`${page.name}: ${kB} kB of JavaScript, gzipped; at most ${page.limit / 1000} kB.`);
    if (bytes > page.limit) process.exitCode = 1;
  }
  const told = mapsToldOf(outDir);
  if (told.length > 0) {
    console.error(`Source maps are served, or told of: ${told.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
