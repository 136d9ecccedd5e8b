import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { LIBRARY_STYLES } from './page-security.ts';

const WEB = new URL('../../../../web/package.json', import.meta.url);

/** Every style a library would add to a page, as its source writes it, with the names in it resolved. */
function stylesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs'))
    .flatMap((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const added = source.match(/createElement\(['"]style['"]\)/g) ?? [];
      const texts = [...source.matchAll(/textContent = `([^`]*)`\.trim\(\)/g)].map(([, text = '']) =>
        text.replace(/\$\{([\w$]+)\}/g, (_, name) => constant(source, name)).trim(),
      );
      // One that is written in another way is known to nobody.
      return added.length === texts.length ? texts : [...texts, file];
    });
}

const constant = (source: string, name: string) => source.split(`const ${name} = '`)[1]?.split("'")[0] ?? name;

test('the styles that are let into a page are the ones React Aria adds, each and no other', () => {
  const components = createRequire(WEB).resolve('react-aria-components/package.json');
  const aria = createRequire(realpathSync(components)).resolve('react-aria/package.json');
  expect(stylesOf(join(dirname(aria), 'dist')).sort()).toEqual([...LIBRARY_STYLES].sort());
});
