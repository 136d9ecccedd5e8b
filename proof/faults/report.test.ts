import { expect, test } from 'vitest';
import { answeredClaim, inWords, reportKinds } from './report.ts';
import type { Survived } from './survive.ts';

const fault = (backAfter: number | null, more: Partial<Survived> = {}): Survived => ({
  kind: 'wire-cut',
  at: 0,
  did: '',
  done: true,
  backAfter,
  backSinceBegin: backAfter === null ? null : backAfter + 2_000,
  wholeAfter: backAfter,
  unanswered: 3,
  longestWait: 700,
  ...more,
});

test.each([
  ['once, quickly', [fault(400)], { times: 1, medianMs: 400, worstMs: 400, worstSinceBeginMs: 2_400, survived: true }],
  [
    'thrice',
    [fault(900), fault(100), fault(200)],
    { times: 3, medianMs: 200, worstMs: 900, unanswered: 9, survived: true },
  ],
  ['too late once', [fault(400), fault(30_001)], { worstMs: 30_001, survived: false }],
  ['never back', [fault(400), fault(500), fault(null)], { medianMs: 500, worstMs: null, survived: false }],
  ['a process stays away', [fault(400, { wholeAfter: null })], { worstMs: 400, worstWholeMs: null, survived: false }],
  ['could not be done', [fault(400, { done: false })], { survived: false }],
  ['did not happen', [], { times: 0, medianMs: null, worstMs: null, survived: false }],
  ['another kind happened', [fault(400, { kind: 'api-killed' })], { times: 0, survived: false }],
])('a kind of fault: %s', (_, all, expected) => expect(reportKinds(['wire-cut'], all)[0]).toMatchObject(expected));

const claim = (violations: string[]) => ({ name: 'n', words: 'Words.', checked: 2, violations, notes: ['3 noted'] });

test('the last line counts kinds and claims', () => {
  const lines = inWords(reportKinds(['wire-cut', 'api-killed'], [fault(1_234)]), [claim([]), claim(['wrong'])]);
  expect(lines.at(-1)).toBe('2 passed, 2 failed');
  expect(lines).toContain(
    'ok    the wire to the database is cut, 1 ×; back: median 1.2 s (3.2 s), worst 1.2 s (3.2 s); whole: worst 1.2 s; longest wait 0.7 s, 3 asked again',
  );
  expect(lines).toContain('FAIL  Words. (2 looked at)');
  expect(lines).toContain('        wrong');
});

test('when all is well, it says so', () => {
  const lines = inWords(reportKinds(['wire-cut'], [fault(0)]), [claim([])]);
  expect(lines.slice(-2)).toEqual([expect.stringContaining('No acknowledged booking was lost'), '2 passed, 0 failed']);
});

test('customers who gave up are a violation', () => {
  expect(answeredClaim(5, []).violations).toEqual([]);
  expect(answeredClaim(5, ['a']).violations).toEqual(['key a had no answer within a minute']);
});
