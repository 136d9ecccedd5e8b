import { expect, test } from 'vitest';
import { fits } from './fits.ts';

test.each([
  ['Neuer Termin', 'ter', true],
  ['Neuer Termin', 'termin neu', true],
  ['Öffnungszeiten', 'offn', true],
  ['Öffnungszeiten', 'oeffn', true],
  ['Neuer Termin', 'min', false],
  ['Neuer Termin', '', true],
])('“%s” by “%s”: %s', (name, typed, found) => {
  expect(fits(name, typed)).toBe(found);
});
