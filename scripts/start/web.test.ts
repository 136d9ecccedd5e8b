import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildWeb, watchWeb } from './web.ts';

let root: string;

const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const said = (word: string) =>
  `document.body.textContent = '${word} '.repeat(3) + ${JSON.stringify(word.repeat(600))};\n`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'salon-web-'));
  write('apps/web/index.html', '<!doctype html><title>Page</title><script type="module" src="/src/main.js"></script>');
  write('apps/web/src/main.js', said('first'));
  write('apps/web/public/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  for (const folder of ['contracts', 'domain', 'reports']) write(`packages/${folder}/src/one.ts`, 'export {};');
  write('pnpm-lock.yaml', 'one');
  mkdirSync(join(root, 'apps/web/node_modules'));
  symlinkSync(resolve('apps/web/node_modules/vite'), join(root, 'apps/web/node_modules/vite'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The one script of the built page: its name, which tells its content. */
const script = (dist: string) => readdirSync(join(dist, 'assets')).find((name) => name.endsWith('.js')) ?? '';

test('the page is built, with a small copy of all that shrinks', async () => {
  const dist = await buildWeb(root);
  expect(dist).toBe(join(root, 'apps/web/dist'));
  const file = join(dist, 'assets', script(dist));
  const built = readFileSync(file, 'utf8');
  expect(built).toContain('first');
  expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain(`/assets/${script(dist)}`);
  expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString()).toBe(built);
  expect(gunzipSync(readFileSync(`${file}.gz`)).toString()).toBe(built);
  expect(readFileSync(`${file}.br`).length * 5).toBeLessThan(built.length);
  expect([existsSync(join(dist, 'icon.svg')), existsSync(join(dist, 'icon.svg.br'))]).toEqual([true, false]);
});

test('it is built again when what it is made from has changed, and only then', async () => {
  const dist = await buildWeb(root);
  const names = [script(dist)];
  const mark = join(dist, 'mark');
  const again = async (path: string, content: string) => {
    writeFileSync(mark, '');
    write(path, content);
    await buildWeb(root);
    return !existsSync(mark);
  };
  expect(await again('apps/web/src/main.test.ts', 'broken(')).toBe(false);
  expect(await again('apps/web/node_modules/other/one.js', 'changed')).toBe(false);
  expect(await again('packages/contracts/src/one.ts', 'export const one = 1;')).toBe(true);
  expect(await again('pnpm-lock.yaml', 'two')).toBe(true);
  expect(await again('apps/web/src/main.js', said('second'))).toBe(true);
  names.push(script(dist));
  expect(new Set(names).size).toBe(2);
});

test('what cannot be built leaves the old page, and says what is wrong', async () => {
  const dist = await buildWeb(root);
  const before = script(dist);
  write('apps/web/src/main.js', 'import "./missing.js";');
  await expect(buildWeb(root)).rejects.toThrow(/could not be built: mend what is named here[\s\S]*missing\.js/);
  expect(script(dist)).toBe(before);
  write('apps/web/src/main.js', said('mended'));
  await buildWeb(root);
  expect(readFileSync(join(dist, 'assets', script(dist)), 'utf8')).toContain('mended');
});

test('two starts at once find one page', async () => {
  const [one, other] = await Promise.all([buildWeb(root), buildWeb(root)]);
  expect(one).toBe(other);
  expect(readdirSync(join(one, 'assets')).filter((name) => name.endsWith('.js'))).toHaveLength(1);
  expect(existsSync(join(root, 'apps/web/node_modules/.dist'))).toBe(false);
});

test('while it is worked on it is built again by itself, and what is wrong is said', async () => {
  const dist = await buildWeb(root);
  const waiting = new Map<string, () => void>();
  const stop = watchWeb(root, (line) => {
    for (const [words, tell] of waiting) if (line.includes(words)) tell();
  });
  const told = (words: string) => new Promise<void>((resolve) => waiting.set(words, resolve));
  const built = told('built the page again');
  write('apps/web/src/main.js', said('changed'));
  await built;
  expect(readFileSync(join(dist, 'assets', script(dist)), 'utf8')).toContain('changed');
  const complained = told('missing.js');
  write('apps/web/src/main.js', 'import "./missing.js";');
  await complained;
  stop();
});
