import { ERRORS, type ErrorCode } from '@salon/contracts/errors';
import { expect, test } from 'vitest';
import { ApiProblem, NoAnswer } from '../../lib/http.ts';
import { judge } from './attempt.ts';

const problem = (code: ErrorCode, retryAfter?: number) =>
  new ApiProblem({ type: 'about:blank', title: '', status: 400, code, detail: '', requestId: 'r' }, retryAfter);
const MIDDLE = 0.5;

test('no answer is asked again, later each time, at least twice a minute', () => {
  const waits = [0, 1, 2, 3, 4, 5, 20].map((failures) => judge(new NoAnswer('cut'), failures, MIDDLE));
  expect(waits).toEqual(
    [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000].map((afterMs) => ({
      kind: 'again',
      why: 'no_answer',
      afterMs,
    })),
  );
});

test('a crowd does not come back at once', () => {
  const soonest = judge(new NoAnswer('cut'), 0, 0);
  const latest = judge(new NoAnswer('cut'), 0, 0.999);
  expect(soonest).toMatchObject({ afterMs: 750 });
  expect(latest).toMatchObject({ afterMs: expect.closeTo(1_249.5, 0) });
});

test('too busy is asked again, not before it was said', () => {
  expect(judge(problem('overloaded', 2), 0, MIDDLE)).toMatchObject({ kind: 'again', why: 'busy', afterMs: 2_000 });
  expect(judge(problem('rate_limited', 45), 0, MIDDLE)).toMatchObject({ kind: 'again', why: 'busy', afterMs: 45_000 });
});

test('a fault of the server is borne three times, then somebody is asked, with the key kept', () => {
  expect([0, 1, 2, 3].map((failures) => judge(problem('internal'), failures, MIDDLE).kind)).toEqual([
    'again',
    'again',
    'again',
    'unsure',
  ]);
});

test('every other code is a refusal: the key is free', () => {
  const passing = ['overloaded', 'rate_limited', 'internal'];
  const others = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => !passing.includes(code));
  expect(new Set(others.map((code) => judge(problem(code), 0, MIDDLE).kind))).toEqual(new Set(['refused']));
});
