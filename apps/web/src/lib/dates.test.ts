import { expect, test } from 'vitest';
import { addDays, daysBetween, isDate, wallClock, weekday } from './dates.ts';

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  // Days on which a clock changes are days like any other.
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-26', -2, '2026-10-24'],
])('%s and %d days is %s', (date, days, then) => {
  expect(addDays(date, days)).toBe(then);
  expect(daysBetween(date, then)).toBe(days);
});

test('the week begins on Monday and ends on Sunday', () => {
  expect(weekday('2026-11-23')).toBe(1);
  expect(weekday('2026-11-22')).toBe(7);
});

test.each([
  ['Europe/Berlin', '2026-12-19T13:00:00Z', '2026-12-19', '14:00'],
  ['Europe/Berlin', '2026-12-31T23:30:00Z', '2027-01-01', '00:30'],
  ['America/St_Johns', '2026-12-19T00:10:00Z', '2026-12-18', '20:40'],
  ['Asia/Kathmandu', '2026-12-19T18:30:00Z', '2026-12-20', '00:15'],
])('in %s it is at %s %s %s', (zone, at, date, time) => {
  expect(wallClock(zone, Date.parse(at))).toEqual({ date, time });
});

test.each([
  ['2026-12-19', true],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['2026-12-19T14:00', false],
  ['19.12.2026', false],
  ['', false],
])('%s is a day: %s', (value, is) => {
  expect(isDate(value)).toBe(is);
});
