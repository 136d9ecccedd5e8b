import { expect, test } from 'vitest';
import { formats } from './formats.ts';

const [de, en] = [formats('de'), formats('en')];
/** Intl puts a space that does not break between a number and its unit. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('a day is written as people write it', () => {
  // On a phone "19." at the end of a line and "Dez." below it is no date.
  expect(de.day('2026-12-19')).toBe('Sa.,\u00a019.\u00a0Dez.\u00a02026');
  expect(de.fullDay('2026-12-19')).toBe('Samstag, 19. Dezember 2026');
  expect(de.dayOfYear('2026-03-01')).toBe('Sonntag, 1. März');
  expect(de.month('2026-12-19')).toBe('Dezember 2026');
  expect(de.weekday('2026-12-19')).toBe('Sa');
  expect(plain(en.day('2026-12-19'))).toMatch(/^Sat,? 19 Dec 2026$/);
});

test('hours have no leading nought', () => {
  expect(de.time('14:00')).toBe('14:00 Uhr');
  expect(de.time('09:30')).toBe('9:30 Uhr');
  expect(de.time('00:15')).toBe('0:15 Uhr');
  expect(de.time('02:30+01:00')).toBe('2:30 Uhr');
  expect(en.time('09:30')).toBe('9:30');
});

test.each([
  [3500, 'EUR', '35 €', '€35'],
  [3550, 'EUR', '35,50 €', '€35.50'],
  [128000, 'EUR', '1.280 €', '€1,280'],
  [4200, 'CHF', '42 CHF', 'CHF 42'],
  [5000, 'JPY', '5.000 ¥', 'JP¥5,000'],
])('%d of %s is %s', (cents, currency, german, english) => {
  expect(plain(de.price(cents, currency))).toBe(german);
  expect(plain(en.price(cents, currency))).toBe(english);
});

test.each([
  [15, '15 Min.', '15 Minuten'],
  [45, '45 Min.', '45 Minuten'],
  [60, '1 Std.', '1 Stunde'],
  [75, '1 Std. 15 Min.', '1 Stunde 15 Minuten'],
  [150, '2 Std. 30 Min.', '2 Stunden 30 Minuten'],
])('%d minutes are %s', (minutes, short, long) => {
  expect(plain(de.duration(minutes))).toBe(short);
  expect(plain(de.longDuration(minutes))).toBe(long);
});

test('what takes longer with some than with others is written as both', () => {
  expect(plain(de.durations(60, 80))).toBe('60–80 Min.');
  expect(plain(de.longDurations(60, 80))).toBe('60–80 Minuten');
  expect(plain(en.durations(60, 80))).toBe('60–80 mins');
});

test('names are said as people say them', () => {
  expect(de.all(['Maren'])).toBe('Maren');
  expect(de.all(['Maren', 'Jonas'])).toBe('Maren und Jonas');
  expect(en.all(['Maren', 'Jonas', 'Aylin'])).toBe('Maren, Jonas and Aylin');
});
