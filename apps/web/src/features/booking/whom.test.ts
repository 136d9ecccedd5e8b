import { expect, test } from 'vitest';
import { ANYBODY, isChoice, staffFor, whomEach, whomInShort, whomKept } from './whom.ts';

const OFFER = {
  services: [
    { id: 'colour', staffIds: ['maren', 'aylin'] },
    { id: 'cut', staffIds: ['maren', 'jonas'] },
    { id: 'shave', staffIds: ['tomasz'] },
    { id: 'nobody', staffIds: [] },
  ],
};

test('what is said once holds for all services', () => {
  expect(whomEach(['maren'], 3)).toEqual(['maren', 'maren', 'maren']);
  expect(whomEach(['maren', ANYBODY], 2)).toEqual(['maren', ANYBODY]);
  expect(whomEach(null, 2)).toEqual([ANYBODY, ANYBODY]);
  expect(whomInShort(['maren', 'maren'])).toEqual(['maren']);
  expect(whomInShort(['maren', ANYBODY])).toEqual(['maren', ANYBODY]);
});

test.each([
  [['colour'], ['maren', 'aylin'], true],
  [['colour', 'cut'], ['maren'], true],
  [['colour', 'shave'], [], true],
  [['shave'], ['tomasz'], false],
  [['shave', 'nobody'], [], false],
  [[], [], false],
])('%j can be done by %j; a choice: %s', (services, staff, choice) => {
  expect(staffFor(services, OFFER)).toEqual(staff);
  expect(isChoice(services, OFFER)).toBe(choice);
});

test.each([
  ['nobody was asked yet', null, ['colour'], ['colour', 'cut'], null],
  ['whoever can', [ANYBODY], ['colour'], ['colour', 'cut'], [ANYBODY]],
  ['one for all who does the new one too', ['maren'], ['colour'], ['colour', 'cut'], ['maren']],
  ['one for all who does not', ['aylin'], ['colour'], ['colour', 'cut'], ['aylin', ANYBODY]],
  [
    'one each, and one more',
    ['aylin', 'jonas'],
    ['colour', 'cut'],
    ['cut', 'shave', 'colour'],
    ['jonas', 'any', 'aylin'],
  ],
  ['one each, and only one is left', ['aylin', 'jonas'], ['colour', 'cut'], ['cut'], ['jonas']],
  ['nothing is left', ['aylin'], ['colour'], [], null],
])('%s', (_case, whom, before, services, kept) => {
  expect(whomKept({ services: before, whom }, services, OFFER)).toEqual(kept);
});
