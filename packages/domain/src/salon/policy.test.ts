import { describe, expect, test } from 'vitest';
import { firstStatus, startBounds } from './policy.ts';
import { aSalon } from './salon.fixture.ts';

describe('the bounds of a start', () => {
  const config = aSalon({ timeZone: 'Asia/Kathmandu', policy: { leadMinutes: 90, horizonDays: 10 } });

  test('count lead time from now and the horizon from the local date', () => {
    // 18:20 UTC is five past midnight of the next day there.
    const now = Date.parse('2026-12-07T18:20:00Z');
    expect(startBounds(config, now)).toEqual({ earliest: now + 90 * 60_000, lastDate: '2026-12-18' });
  });

  test('soften by the grace given', () => {
    const now = Date.parse('2026-12-07T12:00:00Z');
    expect(startBounds(config, now, 60_000)).toEqual({ earliest: now + 89 * 60_000, lastDate: '2026-12-17' });
  });
});

test('a visit begins as requested where the salon asks for approval', () => {
  expect(firstStatus({ needsApproval: true })).toBe('requested');
  expect(firstStatus({ needsApproval: false })).toBe('confirmed');
});
