import { expect, test } from 'vitest';
import { backAt, longestWait, type Outcome } from './recovery.ts';

const outcome = (sentAt: number, endedAt: number, answered: boolean): Outcome => ({
  firstSentAt: sentAt,
  sentAt,
  endedAt,
  answered,
});
/** One attempt each 10 ms from 1000 on, told as a row of signs: `+` answered, `-` not. */
const told = (signs: string): Outcome[] =>
  [...signs].map((sign, n) => outcome(1_000 + n * 10, 1_005 + n * 10, sign === '+'));
const row = (length: number) => '+'.repeat(length);

test.each([
  ['nothing was sent', '', 1_000, undefined],
  ['nineteen are too few', row(19), 1_000, undefined],
  ['the twentieth tells', row(20), 1_000, 1_195],
  ['a failure begins the row anew', `${row(19)}-${row(20)}`, 1_000, 1_395],
  ['what was sent before does not count', row(30), 1_100, 1_295],
  ['what failed later does not matter', `${row(20)}---`, 1_000, 1_195],
])('%s', (_, signs, since, expected) => expect(backAt(told(signs), since)).toBe(expected));

test('an attempt sent before and ending within the row neither counts nor breaks it', () => {
  const late = outcome(500, 1_100, false);
  expect(backAt([...told(row(10)), late, ...told(row(10))], 1_000)).toBe(1_095);
});

test('a wait counts from the first attempt', () => {
  expect(longestWait([])).toBe(0);
  expect(longestWait([outcome(1_000, 1_400, true), { ...outcome(2_000, 2_100, true), firstSentAt: 1_500 }])).toBe(600);
});
