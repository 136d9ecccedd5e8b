import { expect, test } from 'vitest';
import { BOOKING_STATUSES, type BookingStatus } from '../booking/status.ts';
import { canChangeOnline } from './change-online.ts';

const at = (text: string) => Date.parse(text);

const startsAt = at('2026-12-08T10:00:00Z');
const policy = { cancellationMinutes: 1440 };

test.each([
  ['a day and a second before', '2026-12-07T09:59:59Z', true],
  ['exactly a day before', '2026-12-07T10:00:00Z', true],
  ['a second too late', '2026-12-07T10:00:01Z', false],
  ['after the visit', '2026-12-09T10:00:00Z', false],
])('%s', (_story, now, allowed) => {
  expect(canChangeOnline({ status: 'confirmed', startsAt }, policy, at(now))).toBe(allowed);
});

test('only a visit still ahead is changed online', () => {
  const changeable = (status: BookingStatus) =>
    canChangeOnline({ status, startsAt }, policy, at('2026-12-01T00:00:00Z'));
  expect(BOOKING_STATUSES.filter(changeable)).toEqual(['requested', 'confirmed']);
});
