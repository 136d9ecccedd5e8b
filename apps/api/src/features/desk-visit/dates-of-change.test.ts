import { expect, test } from 'vitest';
import type { Salon } from '../salon/salon.ts';
import { type TimeOffWrite, timeOffWrite } from '../time-off/time-off-write.ts';
import { datesOf } from './dates-of-change.ts';

const salon = { config: { timeZone: 'Europe/Berlin' } } as Salon;
const off = (from: string, to: string) => ({
  ...{ staffId: 'mia', kind: 'time_off' as const, reason: null, ended: false },
  ...{ from: Date.parse(from), to: Date.parse(to) },
});
const write = (plan: Pick<Parameters<typeof timeOffWrite>[1], 'before' | 'after'>): TimeOffWrite =>
  timeOffWrite(() => 'new', { id: 'leave', mayOverlap: true, action: 'time_off.changed', ...plan });

test('the days that time off was taken from and put to look different, those in between do not', () => {
  const before = { ...off('2026-11-24T09:00:00+01:00', '2026-11-26T00:00:00+01:00'), version: 1 };
  const moved = write({ before, after: off('2026-12-01T22:00:00+01:00', '2026-12-02T02:00:00+01:00') });
  expect(datesOf(salon, [], [moved])).toEqual(new Set(['2026-11-24', '2026-11-25', '2026-12-01', '2026-12-02']));
});

test('what lasts for ages is not counted day by day', () => {
  expect(datesOf(salon, [], [write({ after: off('2026-11-24T09:00:00Z', '9999-12-30T00:00:00Z') })])).toBe('all');
});
