import type { ErrorCode } from '@salon/contracts/errors';
import { expect, test } from 'vitest';
import { ApiProblem, NoAnswer } from '../../lib/http.ts';
import type { Attempt } from './attempt.ts';
import { sender } from './sender.ts';

type Body = { at: string };
const CUT = new NoAnswer('cut');
const problem = (code: ErrorCode) =>
  new ApiProblem({ type: 'about:blank', title: '', status: 409, code, detail: '', requestId: 'r' });

/** A tab, whose memory outlives the page in it; the API answers from a script, in order. */
function tab(script: (Error | string)[]) {
  let kept: Attempt<Body> | undefined;
  let keys = 0;
  const sent: Attempt<Body>[] = [];
  const waits: number[] = [];
  const page = () =>
    sender<Body, string>({
      async send(attempt) {
        sent.push(attempt);
        const answer = script.shift();
        if (answer === undefined) throw new Error('The script is over');
        if (answer instanceof Error) throw answer;
        return answer;
      },
      kept: {
        read: () => kept,
        write: (attempt) => {
          kept = attempt;
        },
        forget: () => {
          kept = undefined;
        },
      },
      pause: async (ms) => void waits.push(ms),
      newKey: () => `key-${++keys}`,
      chance: () => 0.5,
    });
  return { page, sent, waits, kept: () => kept };
}

const TWO = { at: '14:00' };
const THREE = { at: '15:00' };

test('a booking is sent once and done', async () => {
  const { page, sent, kept } = tab(['booked']);
  const it = page();
  await it.send(TWO);
  expect(it.state()).toEqual({ kind: 'done', answer: 'booked' });
  expect(sent).toEqual([{ key: 'key-1', body: TWO }]);
  expect(kept()).toBeUndefined();
});

test('a double tap sends once', async () => {
  const { page, sent } = tab(['booked', 'booked again']);
  const it = page();
  await Promise.all([it.send(TWO), it.send(TWO), it.resume()]);
  expect(sent).toHaveLength(1);
});

test('on a bad network the same key is sent until there is an answer, and the page says so', async () => {
  const { page, sent, waits } = tab([CUT, CUT, problem('overloaded'), 'booked']);
  const it = page();
  const seen: string[] = [];
  it.subscribe(() => {
    const state = it.state();
    seen.push(state.kind === 'waiting' ? state.why : state.kind);
  });
  await it.send(TWO);
  expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(['key-1']));
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  expect(seen).toEqual(['sending', 'no_answer', 'sending', 'no_answer', 'sending', 'busy', 'sending', 'done']);
});

test('a reload while it is on its way goes on with the same key', async () => {
  const { page, sent, kept } = tab([
    problem('internal'),
    problem('internal'),
    problem('internal'),
    problem('internal'),
    'booked',
  ]);
  const before = page();
  await before.send(TWO);
  expect(before.state().kind).toBe('unsure');
  expect(kept()).toEqual({ key: 'key-1', body: TWO });
  const after = page();
  await after.resume();
  expect(after.state()).toEqual({ kind: 'done', answer: 'booked' });
  expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(['key-1']));
});

test('a refusal frees the key: another time is another booking', async () => {
  const { page, sent, kept } = tab([problem('slot_taken'), 'booked']);
  const it = page();
  await it.send(TWO);
  expect(it.state()).toMatchObject({ kind: 'refused', problem: { code: 'slot_taken' }, body: TWO });
  expect(kept()).toBeUndefined();
  it.clear();
  expect(it.state().kind).toBe('idle');
  await it.send(THREE);
  expect(sent).toEqual([
    { key: 'key-1', body: TWO },
    { key: 'key-2', body: THREE },
  ]);
});

test('who chose another time before the first was settled never gets both', async () => {
  const faults = Array.from({ length: 4 }, () => problem('internal'));
  const came = tab([...faults, 'the first, booked after all']);
  const it = came.page();
  await it.send(TWO);
  await it.send(THREE);
  expect(it.state()).toEqual({ kind: 'done', answer: 'the first, booked after all' });
  expect(came.sent.every(({ body }) => body.at === TWO.at)).toBe(true);

  const refused = tab([...faults, problem('slot_taken'), 'the second']);
  const other = refused.page();
  await other.send(TWO);
  await other.send(THREE);
  expect(other.state()).toEqual({ kind: 'done', answer: 'the second' });
  expect(refused.sent.at(-1)).toEqual({ key: 'key-2', body: THREE });
});

test('who looks elsewhere still learns that it is not known whether she has a visit', async () => {
  const { page, kept } = tab(Array.from({ length: 4 }, () => problem('internal')));
  const it = page();
  await it.send(TWO);
  it.clear();
  expect(it.state().kind).toBe('unsure');
  expect(kept()).toEqual({ key: 'key-1', body: TWO });
});

test('nothing left unsettled, nothing is sent', async () => {
  const { page, sent } = tab([]);
  const it = page();
  await it.resume();
  expect(sent).toEqual([]);
  expect(it.state().kind).toBe('idle');
});
