import { expect, test } from 'vitest';
import { easterSunday, holidaysOf } from './demo/holidays.ts';

// The earliest and latest possible, the exceptions of the rule, and some that people remember.
test.each([
  '1818-03-22',
  '1943-04-25',
  '1954-04-18',
  '1981-04-19',
  '2024-03-31',
  '2026-04-05',
  '2027-03-28',
  '2038-04-25',
])('Easter is on %s', (date) => {
  expect(easterSunday(Number(date.slice(0, 4)))).toBe(date);
});

test('a year in Hamburg', () => {
  expect(holidaysOf(2027).map(({ firstDate, name }) => `${firstDate} ${name}`)).toEqual([
    '2027-01-01 Neujahr',
    '2027-03-26 Karfreitag',
    '2027-03-29 Ostermontag',
    '2027-05-01 Tag der Arbeit',
    '2027-05-06 Christi Himmelfahrt',
    '2027-05-17 Pfingstmontag',
    '2027-10-03 Tag der Deutschen Einheit',
    '2027-10-31 Reformationstag',
    '2027-12-24 Weihnachten',
    '2027-12-31 Silvester',
  ]);
});
