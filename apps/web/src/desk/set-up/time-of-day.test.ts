import { expect, test } from 'vitest';
import { clockOf, minutesOfDay, nextSpan, wrongSpan } from './time-of-day.ts';

const span = (startMinute: number, endMinute: number) => ({ startMinute, endMinute });

test('a day runs from midnight to midnight', () => {
  expect([0, 570, 1440].map(clockOf)).toEqual(['00:00', '09:30', '24:00']);
  expect([minutesOfDay(540)[0], minutesOfDay(540).at(-1), minutesOfDay(540).length]).toEqual([0, 1440, 97]);
});

test('a time off the quarters that stands there can be kept', () => {
  expect(minutesOfDay(550).filter((minute) => minute > 540 && minute < 560)).toEqual([550, 555]);
});

test.each([
  ['an empty day', [], span(540, 1020)],
  ['a morning', [span(540, 780)], span(810, 1050)],
  ['a late evening', [span(1200, 1440)], span(1425, 1440)],
])('one more stretch after %s', (_story, spans, expected) => {
  expect(nextSpan(spans)).toEqual(expected);
});

test.each([
  ['with a break', [span(540, 720), span(780, 1020)], undefined],
  ['one beside the other', [span(540, 720), span(720, 1020)], undefined],
  ['one over the other', [span(540, 720), span(700, 1020)], 1],
  ['that ends as it begins', [span(540, 540)], 0],
])('a day %s', (_story, spans, expected) => {
  expect(wrongSpan(spans)).toBe(expected);
});
