import { describe, expect, test } from 'vitest';
import { BOOKING_STATUSES, type BookingStatus } from '../booking/status.ts';
import { canChangeOnline, firstStatus, startBounds } from './policy.ts';
import { aSalon } from './salon.fixture.ts';

const at = (text: string) => Date.parse(text);

describe('changing a visit online', () => {
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

  test('is for visits still ahead only', () => {
    const changeable = (status: BookingStatus) =>
      canChangeOnline({ status, startsAt }, policy, at('2026-12-01T00:00:00Z'));
    expect(BOOKING_STATUSES.filter(changeable)).toEqual(['requested', 'confirmed']);
  });
});

describe('the bounds of a start', () => {
  const config = aSalon({ timeZone: 'Asia/Kathmandu', policy: { leadMinutes: 90, horizonDays: 10 } });

  test('count lead time from now and the horizon from the local date', () => {
    // 18:20 UTC is five past midnight of the next day there.
    const now = at('2026-12-07T18:20:00Z');
    expect(startBounds(config, now)).toEqual({ earliest: now + 90 * 60_000, lastDate: '2026-12-18' });
  });

  test('soften by the grace given', () => {
    const now = at('2026-12-07T12:00:00Z');
    expect(startBounds(config, now, 60_000)).toEqual({ earliest: now + 89 * 60_000, lastDate: '2026-12-17' });
  });
});

test('a visit begins as requested where the salon asks for approval', () => {
  expect(firstStatus({ needsApproval: true })).toBe('requested');
  expect(firstStatus({ needsApproval: false })).toBe('confirmed');
});
