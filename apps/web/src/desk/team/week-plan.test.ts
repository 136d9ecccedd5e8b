import { expect, test } from 'vitest';
import { clashingWeek, EMPTY_WEEK, stretchesOf, weeksOf } from './week-plan.ts';

const on = (weekday: number, validFrom: string | null, validUntil: string | null) => ({
  weekday,
  startMinute: 540,
  endMinute: 1020,
  validFrom,
  validUntil,
});

test('stretches become weeks and stretches again', () => {
  const weekly = [on(1, null, '2026-11-30'), on(3, null, '2026-11-30'), on(3, '2026-12-01', null)];
  const weeks = weeksOf(weekly);
  expect(weeks.map(({ validFrom, days }) => [validFrom, days.map((spans) => spans.length)])).toEqual([
    [null, [1, 0, 1, 0, 0, 0, 0]],
    ['2026-12-01', [0, 0, 1, 0, 0, 0, 0]],
  ]);
  expect(stretchesOf(weeks)).toEqual(weekly);
});

test('without stretches there is a week to fill in', () => {
  expect(weeksOf([])).toEqual([EMPTY_WEEK]);
});

test.each([
  ['one after the other', '2026-11-30', '2026-12-01', undefined],
  ['both on one day', '2026-12-01', '2026-12-01', 1],
  ['one without an end', null, '2026-12-01', 1],
])('weeks that hold %s', (_story, until, from, expected) => {
  const weeks = [
    { ...EMPTY_WEEK, validUntil: until },
    { ...EMPTY_WEEK, validFrom: from },
  ];
  expect(clashingWeek(weeks)).toBe(expected);
});
