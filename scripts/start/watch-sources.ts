import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLE_MS = 150;
const FOLDERS = ['apps/api/src', 'packages/contracts/src', 'packages/db/src', 'packages/domain/src'];

/** Calls back once after each burst of changes to what the API runs. */
export function watchSources(onChange: () => void): void {
  let settling: NodeJS.Timeout | undefined;
  for (const folder of FOLDERS) {
    const watcher = watch(folder, { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
      clearTimeout(settling);
      settling = setTimeout(onChange, SETTLE_MS);
    });
    watcher.unref();
  }
}
