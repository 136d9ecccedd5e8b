import { expect, test } from 'vitest';
import { isTouched } from './touched-queries.ts';

const week = ['desk', 'elbe', 'calendar', '2026-11-23', 7, null];

test.each([
  ['the day before', ['2026-11-22'], false],
  ['its first day', ['2026-11-23'], true],
  ['its last day', ['2026-11-29'], true],
  ['the day after', ['2026-11-30'], false],
  ['one of several days', ['2026-01-01', '2026-11-25'], true],
])('a week is looked at again when %s has changed', (_story, changed, expected) => {
  expect(isTouched(week, 'elbe', changed)).toBe(expected);
});

test('a week over the change of clocks has seven days all the same', () => {
  const key = ['desk', 'elbe', 'month', '2026-10-19', 7];
  expect(isTouched(key, 'elbe', ['2026-10-25'])).toBe(true);
  expect(isTouched(key, 'elbe', ['2026-10-26'])).toBe(false);
});

test.each([
  [['desk', 'elbe', 'gaps', '2026-11-23'], true],
  [['desk', 'elbe', 'gaps', '2026-11-24'], false],
  [['desk', 'elbe', 'visit', 'an-id'], true],
  [['desk', 'elbe', 'feed'], true],
  [['desk', 'elbe', 'overlaps'], true],
  [['desk', 'elbe', 'team'], false],
  [['desk', 'alster', 'feed'], false],
  [['desk'], false],
  [['salon', 'elbe', 'calendar', '2026-11-23', 1], false],
])('%j', (key, expected) => {
  expect(isTouched(key, 'elbe', ['2026-11-23'])).toBe(expected);
});

test('whoever knows no days looks at everything that shows visits', () => {
  expect(isTouched(week, 'elbe', 'all')).toBe(true);
  expect(isTouched(['desk', 'elbe', 'gaps', '2026-11-24'], 'elbe', 'all')).toBe(true);
  expect(isTouched(['desk', 'elbe', 'catalogue'], 'elbe', 'all')).toBe(false);
});
