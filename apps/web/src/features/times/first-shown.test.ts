import { expect, test } from 'vitest';
import { firstShown } from './first-shown.ts';

const bounds = { today: '2026-12-19', last: '2026-12-22' };
/** How many starts are free on each day that is known. */
const known = (free: Readonly<Record<string, number>>) =>
  new Map(Object.entries(free).map(([date, count]) => [date, { slots: Array(count).fill({}) }]));

test.each([
  ['today, if something is free', { '2026-12-19': 3, '2026-12-20': 5 }, '2026-12-19'],
  ['the first that is free', { '2026-12-19': 0, '2026-12-20': 0, '2026-12-21': 1 }, '2026-12-21'],
  ['today, where nothing is free', { '2026-12-19': 0, '2026-12-20': 0 }, '2026-12-19'],
  [
    'nothing beyond what is on sale',
    { '2026-12-19': 0, '2026-12-20': 0, '2026-12-21': 0, '2026-12-22': 0, '2026-12-23': 4 },
    '2026-12-19',
  ],
  ['none, while nothing is known', {}, null],
  ['none, while only later days are known: an earlier one may be free', { '2026-12-21': 2 }, null],
  ['today, while days in between are not known', { '2026-12-19': 0, '2026-12-21': 2 }, '2026-12-19'],
])('%s', (_story, free, day) => {
  expect(firstShown(known(free), bounds)).toBe(day);
});
