import { expect, test } from 'vitest';
import { formats } from './formats.ts';
import { endInWords } from './read-only.ts';

const NOON = Date.parse('2026-11-24T12:00:00+01:00');
const said = (until: string | null, language: 'de' | 'en' = 'de', zone = 'Europe/Berlin') =>
  endInWords(until, zone, formats(language), NOON);

test('today it is a time, in the words of whoever reads', () => {
  expect(said('2026-11-24T13:30:00Z')).toBe('14:30 Uhr');
  expect(said('2026-11-24T13:30:00Z', 'en')).toBe('14:30');
});

test('on another day of the salon the day is said too', () => {
  expect(said('2026-11-24T22:59:00Z')).toBe('23:59 Uhr');
  expect(said('2026-11-24T23:00:00Z')?.replaceAll('\u00a0', ' ')).toBe('Mi., 25. Nov. 2026, 0:00 Uhr');
  expect(said('2026-11-24T23:00:00Z', 'en', 'Atlantic/Azores')).toBe('22:00');
});

test('what nobody knows is not said', () => {
  expect(said(null)).toBeUndefined();
});
