import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a build that are source maps, or say where one is: our source is nobody's to read. */
export function mapsToldOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => {
    if (file.endsWith('.map')) return true;
    return /\.(js|css)$/.test(file) && readFileSync(join(dist, file), 'utf8').includes('sourceMappingURL=');
  });
}
