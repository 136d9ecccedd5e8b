import { expect, test } from 'vitest';
import { timeSpan } from './time-span.ts';

test.each([
  [1440, 24, 'hours'],
  [2880, 2, 'days'],
  [120, 2, 'hours'],
  [90, 90, 'minutes'],
  [2160, 36, 'hours'],
])('%d minutes are %d %s', (minutes, amount, unit) => {
  expect(timeSpan(minutes)).toEqual({ amount, unit });
});
