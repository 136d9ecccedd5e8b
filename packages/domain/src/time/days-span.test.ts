import { expect, test } from 'vitest';
import { datesFrom, datesTouched, spanOfDates } from './days-span.ts';

const hours = ({ start, end }: { start: number; end: number }) => (end - start) / 3_600_000;

test('dates follow each other over the end of a month', () => {
  expect(datesFrom('2026-11-29', 3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
});

test('dates end with the year 9999', () => {
  expect(datesFrom('9999-12-30', 7)).toEqual(['9999-12-30', '9999-12-31']);
});

test.each([
  ['an ordinary day', 'Europe/Berlin', '2026-11-23', 1, 24],
  ['the day in spring that lacks an hour', 'Europe/Berlin', '2026-03-29', 1, 23],
  ['the week in autumn that has one more', 'Europe/Berlin', '2026-10-19', 7, 169],
  ['a date that the zone skipped', 'Pacific/Apia', '2011-12-30', 1, 0],
  ['a week with such a date', 'Pacific/Apia', '2011-12-26', 7, 144],
])('%s', (_story, zone, from, days, expected) => {
  expect(hours(spanOfDates(zone, datesFrom(from, days)))).toBe(expected);
});

test('a day begins at midnight of the salon', () => {
  expect(spanOfDates('Europe/Berlin', ['2026-11-23']).start).toBe(Date.parse('2026-11-22T23:00:00Z'));
});

test.each([
  ['within a day', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', ['2026-11-24']],
  ['until midnight of the salon', '2026-11-24T22:00:00Z', '2026-11-24T23:00:00Z', ['2026-11-24']],
  ['over it', '2026-11-24T22:00:00Z', '2026-11-24T23:30:00Z', ['2026-11-24', '2026-11-25']],
  ['for days', '2026-11-29T09:00:00Z', '2026-12-01T10:00:00Z', ['2026-11-29', '2026-11-30', '2026-12-01']],
])('time touches the dates it lies on: %s', (_story, start, end, expected) => {
  expect(datesTouched('Europe/Berlin', { start: Date.parse(start), end: Date.parse(end) })).toEqual(expected);
});
