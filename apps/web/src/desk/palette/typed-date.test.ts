import { expect, test } from 'vitest';
import { typedDate } from './typed-date.ts';

/** A Tuesday. */
const TODAY = '2026-12-01';

test.each([
  ['heute', '2026-12-01'],
  ['morgen', '2026-12-02'],
  ['mor', '2026-12-02'],
  ['Übermorgen', '2026-12-03'],
  ['gestern', '2026-11-30'],
  ['tomorrow', '2026-12-02'],
  ['Sa', '2026-12-05'],
  ['samstag', '2026-12-05'],
  // Whoever types today's weekday has today's name for it: she means the next.
  ['Di', '2026-12-08'],
  ['19.12.', '2026-12-19'],
  ['19.12', '2026-12-19'],
  ['9.1.', '2027-01-09'],
  ['30.11.', '2026-11-30'],
  ['19.12.2027', '2027-12-19'],
  ['19. Dezember', '2026-12-19'],
  ['19 Dez', '2026-12-19'],
  ['3. März', '2027-03-03'],
  ['3 maerz 2028', '2028-03-03'],
  ['2026-12-24', '2026-12-24'],
  ['in 6 Wochen', '2027-01-12'],
  ['in 3 days', '2026-12-04'],
])('“%s” is %s', (typed, date) => {
  expect(typedDate(typed, TODAY)).toBe(date);
});

test.each(['', 'm', 'Anna', '31.2.', '99.99.', '12', 'Schmidt', '19. Foo'])('“%s” is no day', (typed) => {
  expect(typedDate(typed, TODAY)).toBeUndefined();
});
