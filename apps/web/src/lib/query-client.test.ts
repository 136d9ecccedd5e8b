import type { ErrorCode } from '@salon/contracts/errors';
import { expect, test } from 'vitest';
import { ApiProblem, NoAnswer } from './http.ts';
import { newQueryClient } from './query-client.ts';

const problem = (code: ErrorCode, retryAfter?: number) =>
  new ApiProblem({ type: 'about:blank', title: '', status: 400, code, detail: '', requestId: 'r' }, retryAfter);
const { retry, retryDelay } = newQueryClient().getDefaultOptions().queries ?? {};

test.each([
  [new NoAnswer('cut'), true],
  [problem('overloaded'), true],
  [problem('rate_limited'), true],
  [problem('internal'), true],
  [problem('salon_not_found'), false],
  [problem('link_expired'), false],
])('%s is read again: %s', (error, again) => {
  if (typeof retry !== 'function') throw new Error('The client has no rule for retries');
  expect(retry(0, error)).toBe(again);
  expect(retry(3, error)).toBe(false);
});

test('it waits as long as it was told to, within reason', () => {
  if (typeof retryDelay !== 'function') throw new Error('The client has no rule for delays');
  expect(retryDelay(0, problem('rate_limited', 7))).toBe(7_000);
  expect(retryDelay(0, problem('rate_limited', 600))).toBe(20_000);
  expect(retryDelay(2, new NoAnswer('cut'))).toBe(2_000);
});
