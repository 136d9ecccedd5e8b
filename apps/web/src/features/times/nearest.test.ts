import { expect, test } from 'vitest';
import type { Slot } from './day.ts';
import { nearest } from './nearest.ts';

const slots = ['09:00', '10:30', '13:45', '14:30', '18:00'].map(
  (time): Slot => ({
    time,
    startsAt: `2026-12-19T${time}:00+01:00`,
    staffIds: [],
    priceCents: 3500,
    durationMinutes: 30,
  }),
);

test.each([
  ['14:00', ['10:30', '13:45', '14:30']],
  ['08:00', ['09:00', '10:30', '13:45']],
  ['20:00', ['13:45', '14:30', '18:00']],
  ['14:00+01:00', ['10:30', '13:45', '14:30']],
])('instead of %s: %j', (at, times) => {
  expect(nearest(slots, at).map(({ time }) => time)).toEqual(times);
});

test('where little is left, that', () => {
  expect(nearest(slots.slice(0, 1), '14:00')).toHaveLength(1);
  expect(nearest([], '14:00')).toEqual([]);
});
