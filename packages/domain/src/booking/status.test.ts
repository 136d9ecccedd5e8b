import { expect, test } from 'vitest';
import { BOOKING_STATUSES, canBecome, isLive } from './status.ts';

test.each([
  ['requested', ['confirmed', 'cancelled']],
  ['confirmed', ['arrived', 'done', 'no_show', 'cancelled']],
  ['arrived', ['confirmed', 'done', 'cancelled']],
  ['done', ['confirmed', 'arrived']],
  ['no_show', ['confirmed', 'arrived']],
  ['cancelled', ['requested', 'confirmed']],
] as const)('%s can become %j', (from, next) => {
  expect(BOOKING_STATUSES.filter((to) => canBecome(from, to))).toEqual(next);
});

test('a no-show and a cancelled visit hold no time', () => {
  expect(BOOKING_STATUSES.filter(isLive)).toEqual(['requested', 'confirmed', 'arrived', 'done']);
});
