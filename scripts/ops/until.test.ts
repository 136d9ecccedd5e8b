import { expect, test } from 'vitest';
import { endInWords, parseUntil } from './until.ts';

const BERLIN = 'Europe/Berlin';
const NOON = Date.parse('2026-11-24T12:00:00+01:00');
const meant = (text: string, zone = BERLIN, now = NOON) => new Date(parseUntil(text, zone, now)).toISOString();

test('a time of day is the next one there is, where the salons are', () => {
  expect(meant('14:30')).toBe('2026-11-24T13:30:00.000Z');
  expect(meant('14:30', 'Europe/London')).toBe('2026-11-24T14:30:00.000Z');
  const late = Date.parse('2026-11-24T23:50:00+01:00');
  expect(meant('00:20', BERLIN, late)).toBe('2026-11-24T23:20:00.000Z');
});

test('one that is past today is not taken for tomorrow unless it is said', () => {
  expect(() => meant('11:30')).toThrow('Tomorrow? Say so: --until 2026-11-25T11:30');
  expect(meant('2026-11-25T11:30')).toBe('2026-11-25T10:30:00.000Z');
});

test('an offset says exactly when, also in the hour that comes twice', () => {
  const before = Date.parse('2026-10-25T00:00:00+02:00');
  expect(meant('2026-10-25T02:30+01:00', BERLIN, before)).toBe('2026-10-25T01:30:00.000Z');
  expect(meant('2026-10-25T02:30', BERLIN, before)).toBe('2026-10-25T00:30:00.000Z');
});

test.each(['soon', '', '25:00', '2026-02-30T10:00', '2026-11-23T10:00', '2027-03-28T02:30'])(
  '%s is refused',
  (text) => {
    expect(() => meant(text)).toThrow(/^--until/);
  },
);

test('an end is told with its day, its zone, and how long it still is', () => {
  expect(endInWords(NOON + 150 * 60_000, BERLIN, NOON)).toBe('2026-11-24 14:30 Europe/Berlin (in 2 h 30 min)');
  expect(endInWords(NOON - 1, BERLIN, NOON)).toContain('(past)');
});
