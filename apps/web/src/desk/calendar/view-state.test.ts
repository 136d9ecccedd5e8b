import { expect, test } from 'vitest';
import { keptOf, readViewState, shownDays, stepped, writeViewState } from './view-state.ts';

const FULL = '?view=week&date=2026-12-19&staff=ada,ben&status=confirmed,arrived&zoom=4&stations=1&hours=all&visit=v1';

test('the address says all that is shown, and nothing that goes without saying', () => {
  expect(writeViewState(readViewState(FULL))).toBe(FULL);
  expect(writeViewState(readViewState(''))).toBe('');
});

test('what an address says wrongly is as if it were not there', () => {
  const odd = '?view=year&date=2026-02-31&zoom=99&status=cancelled,nonsense&staff=,&visit=';
  expect(readViewState(odd)).toEqual(readViewState(''));
});

test('she finds her calendar as she left it, but today and with no visit open', () => {
  expect(writeViewState(keptOf(readViewState(FULL)))).toBe(
    '?view=week&staff=ada,ben&status=confirmed,arrived&zoom=4&stations=1&hours=all',
  );
});

test('a week begins on Monday, a month with the Monday before its first', () => {
  expect(shownDays('day', '2026-12-19')).toEqual({ from: '2026-12-19', days: 1 });
  expect(shownDays('week', '2026-12-19')).toEqual({ from: '2026-12-14', days: 7 });
  expect(shownDays('month', '2026-12-19')).toEqual({ from: '2026-11-30', days: 42 });
  expect(shownDays('month', '2026-06-01')).toEqual({ from: '2026-06-01', days: 42 });
});

test('a step is a day, a week or a month, over the ends of years', () => {
  expect(stepped('day', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepped('week', '2027-01-03', -1)).toBe('2026-12-27');
  expect(stepped('month', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepped('month', '2026-03-31', -1)).toBe('2026-02-01');
});
