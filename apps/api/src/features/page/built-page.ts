import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type BuiltPage = {
  /** Markup of the page without anything of a salon, and what tells one build from another. */
  current(): Promise<{ readonly markup: string; readonly build: string }>;
};

/**
 * A page in a folder that Vite has filled, by its document; undefined where nothing was built. `inBody` is markup that all
 * its addresses share: what an operator set, for one build is for all of them.
 */
export function builtPage(folder: string, document = 'index.html', inBody = ''): BuiltPage | undefined {
  const file = join(folder, document);
  if (!existsSync(file)) return undefined;
  let known: { markup: string; build: string } | undefined;
  return {
    async current() {
      // A new build takes its place while this runs; in the moment of the change the old one is still right.
      const found = await stat(file).catch(() => undefined);
      const build = found === undefined ? known?.build : `${found.mtimeMs} ${found.size}`;
      if (known === undefined || build !== known.build) {
        const markup = await readFile(file, 'utf8');
        known = { markup: markup.replace(/ *<\/body>/i, (end) => inBody + end), build: build ?? '' };
      }
      return known;
    },
  };
}
