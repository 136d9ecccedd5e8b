import { expect, test } from 'vitest';
import { NO_WISH, type Wish } from '../booking/wish.ts';
import { startGone } from './start-gone.ts';

const CHOSEN: Wish = {
  ...NO_WISH,
  ...{ step: 'details', services: ['colour', 'cut'], whom: ['any'], day: '2026-12-19', at: '14:00' },
};
const CHANGED: Wish = { ...CHOSEN, step: 'time', services: ['colour'], at: null };
const GONE = { day: '2026-12-19', at: '14:00' };

test('a start is gone when its services change', () => {
  expect(startGone(CHOSEN, CHANGED, null)).toEqual(GONE);
  expect(startGone(CHOSEN, { ...CHANGED, services: ['cut', 'colour'] }, null)).toEqual(GONE);
});

test('and stays gone while something else changes', () => {
  expect(startGone(CHANGED, { ...CHANGED, services: ['cut'] }, GONE)).toEqual(GONE);
  expect(startGone(CHANGED, { ...CHANGED, whom: ['maren'] }, GONE)).toEqual(GONE);
});

test.each<[string, Wish, Wish]>([
  ['another start is chosen', CHANGED, { ...CHANGED, at: '15:00' }],
  ['somebody looks at another day', CHANGED, { ...CHANGED, day: '2026-12-21' }],
  ['nothing is wanted any more', CHANGED, { ...NO_WISH, day: '2026-12-19' }],
])('until %s', (_when, before, now) => {
  expect(startGone(before, now, GONE)).toBeNull();
});

test('somebody who only looks at other times knows why', () => {
  expect(startGone(CHOSEN, { ...CHOSEN, step: 'time', at: null }, null)).toBeNull();
});
