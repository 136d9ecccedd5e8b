import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DASHBOARDS } from './dashboards.ts';

/** Where Grafana finds them. */
const FOLDER = join(import.meta.dirname, 'dashboards');

/** A dashboard as its file has it. */
const asText = (build: () => unknown) => `${JSON.stringify(build(), null, 2)}\n`;

/** Files that do not say what dashboards.ts says. */
export function outdatedFiles(): string[] {
  const isOutdated = ([file, build]: [string, () => unknown]) =>
    asText(build) !== readFileSync(join(FOLDER, file), 'utf8');
  return Object.entries(DASHBOARDS)
    .filter(isOutdated)
    .map(([file]) => file);
}

/** Writes them anew. */
export function writeFiles(): void {
  for (const [file, build] of Object.entries(DASHBOARDS)) writeFileSync(join(FOLDER, file), asText(build));
}
