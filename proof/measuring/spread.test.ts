import { expect, test } from 'vitest';
import { quantile, spread } from './spread.ts';

test.each([
  [[3, 1, 2], { median: 2, min: 1, max: 3 }],
  [[4, 1, 2, 3], { median: 2.5, min: 1, max: 4 }],
  [[7], { median: 7, min: 7, max: 7 }],
  [[], { median: 0, min: 0, max: 0 }],
])('the spread of %j', (values, found) => expect(spread(values)).toEqual(found));

test.each([
  [0.5, 51],
  [0.99, 100],
  [1, 100],
])('of a hundred numbers, the value at %d', (share, value) => {
  const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(quantile(numbers, share)).toBe(value);
});
