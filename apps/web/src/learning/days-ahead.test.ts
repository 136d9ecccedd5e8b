import { expect, test } from 'vitest';
import { daysAhead } from './days-ahead.ts';

const BERLIN = { startsAt: '2026-12-19T14:00:00+01:00', timezone: 'Europe/Berlin' };
const HONOLULU = { startsAt: '2026-12-19T14:00:00-10:00', timezone: 'Pacific/Honolulu' };

test.each([
  ['three mornings before', BERLIN, '2026-12-16T08:00:00+01:00', 3],
  ['three evenings before', BERLIN, '2026-12-16T22:00:00+01:00', 3],
  ['just after that midnight', BERLIN, '2026-12-17T00:01:00+01:00', 2],
  ['on the day itself', BERLIN, '2026-12-19T13:00:00+01:00', 0],
  ['when it is over', BERLIN, '2026-12-20T13:00:00+01:00', 0],
  ['where it is still the evening before', HONOLULU, '2026-12-19T09:00:00Z', 1],
  ['over a night of 23 hours', { ...BERLIN, startsAt: '2026-03-30T09:00:00+02:00' }, '2026-03-28T23:30:00+01:00', 2],
])('a visit cancelled %s', (_story, visit, now, days) => {
  expect(daysAhead(visit, Date.parse(now))).toBe(days);
});
