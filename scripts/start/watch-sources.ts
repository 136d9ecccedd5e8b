import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLE_MS = 150;
const FOLDERS = [
  'apps/api',
  'apps/worker',
  ...['contracts', 'db', 'domain', 'emails', 'links', 'settings', 'telemetry'].map((name) => `packages/${name}`),
];

/** Calls back once after each burst of changes to what API and worker run. */
export function watchSources(onChange: () => void): void {
  let settling: NodeJS.Timeout | undefined;
  for (const folder of FOLDERS) {
    const watcher = watch(`${folder}/src`, { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
      clearTimeout(settling);
      settling = setTimeout(onChange, SETTLE_MS);
    });
    watcher.unref();
  }
}
