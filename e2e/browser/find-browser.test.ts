import { expect, test } from 'vitest';
import { findBrowser, type Sources } from './find-browser.ts';

const NOTHING: Sources = {
  named: undefined,
  exists: () => false,
  onPath: () => undefined,
  playwrights: () => '/cache/chrome',
  fetched: async () => '/fetched/chromium',
};
const onPath = (known: string) => (program: string) => (program === known ? `/usr/bin/${known}` : undefined);

test.each<[string, Partial<Sources>, string]>([
  ['the one that is named', { named: '/opt/chrome', exists: () => true, onPath: onPath('chromium') }, '/opt/chrome'],
  ['Debian’s', { onPath: onPath('chromium') }, '/usr/bin/chromium'],
  ['Ubuntu’s', { onPath: onPath('chromium-browser') }, '/usr/bin/chromium-browser'],
  ['Google’s', { onPath: onPath('google-chrome'), exists: () => true }, '/usr/bin/google-chrome'],
  ['Playwright’s own', { exists: (file) => file === '/cache/chrome' }, '/cache/chrome'],
  ['npm’s, where there is no other', {}, '/fetched/chromium'],
])('takes %s', async (_, sources, file) => {
  expect(await findBrowser({ ...NOTHING, ...sources })).toBe(file);
});

test.each<[string, Partial<Sources>, RegExp]>([
  [
    'a wrong name',
    { named: '/opt/typo', onPath: onPath('chromium') },
    /no browser at \/opt\/typo: correct CHROME_PATH/,
  ],
  ['none at all', { fetched: () => Promise.reject(new Error('offline')) }, /install chromium, or name yours/],
])('says in a sentence what to do about %s', async (_, sources, sentence) => {
  await expect(findBrowser({ ...NOTHING, ...sources })).rejects.toThrow(sentence);
});
