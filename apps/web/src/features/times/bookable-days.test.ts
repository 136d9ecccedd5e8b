import { expect, test } from 'vitest';
import { bookableDays } from './bookable-days.ts';

test('the days that are on sale are counted by the clock of the salon', () => {
  const salon = { salon: { timezone: 'Europe/Berlin' }, policy: { horizonDays: 90 } };
  // Still the 18th in New York, past midnight in Hamburg.
  expect(bookableDays(salon, Date.parse('2026-12-19T00:30:00+01:00'))).toEqual({
    today: '2026-12-19',
    last: '2027-03-19',
  });
});
