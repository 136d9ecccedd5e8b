import type { ErrorCode } from '@salon/contracts/errors';
import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ApiProblem, NoAnswer } from './http.ts';
import { newQueryClient } from './query-client.ts';

const problem = (code: ErrorCode, retryAfter?: number) =>
  new ApiProblem({ type: 'about:blank', title: '', status: 400, code, detail: '', requestId: 'r' }, retryAfter);
const { retry, retryDelay } = newQueryClient().getDefaultOptions().queries ?? {};

test.each([
  [new NoAnswer('cut'), true],
  [problem('overloaded'), true],
  [problem('internal'), true],
  // Whoever is asked to wait is told so at once.
  [problem('rate_limited'), false],
  [problem('salon_not_found'), false],
  [problem('link_expired'), false],
])('%s is read again: %s', (error, again) => {
  if (typeof retry !== 'function') throw new Error('The client has no rule for retries');
  expect(retry(0, error)).toBe(again);
  expect(retry(3, error)).toBe(false);
});

test('it waits as long as it was told to, within reason', () => {
  if (typeof retryDelay !== 'function') throw new Error('The client has no rule for delays');
  expect(retryDelay(0, problem('overloaded', 7))).toBe(7_000);
  expect(retryDelay(0, problem('overloaded', 600))).toBe(20_000);
  expect(retryDelay(2, new NoAnswer('cut'))).toBe(2_000);
});

test('asked to wait, it says so at once and reads again by itself when it may', async () => {
  vi.useFakeTimers();
  // On a server it would never read by itself.
  environmentManager.setIsServer(() => false);
  onTestFinished(() => {
    environmentManager.setIsServer(() => true);
    vi.useRealTimers();
  });
  const queryFn = vi.fn().mockRejectedValueOnce(problem('rate_limited', 45)).mockResolvedValue('times');
  const observer = new QueryObserver(newQueryClient(), { queryKey: ['times'], queryFn });
  onTestFinished(observer.subscribe(() => undefined));
  await vi.advanceTimersByTimeAsync(0);
  expect(observer.getCurrentResult().error).toMatchObject({ code: 'rate_limited' });
  await vi.advanceTimersByTimeAsync(45_000);
  expect(observer.getCurrentResult()).toMatchObject({ data: 'times', error: null });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(queryFn).toHaveBeenCalledTimes(2);
});
