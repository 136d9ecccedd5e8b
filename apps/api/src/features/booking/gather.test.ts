import { OverloadedError } from '@salon/db/write-statement';
import { expect, test, vi } from 'vitest';
import { gather } from './gather.ts';

type Call = { readonly name: string; readonly weight?: number };

/** A database whose answers the test gives, statement by statement. */
function desk() {
  const sent: { names: string[]; answer: (left: string[]) => void; fail: () => void }[] = [];
  const alone = (call: Call) =>
    new Promise<string>((resolve, reject) => {
      const answer = () => resolve(`${call.name} alone`);
      sent.push({ names: [call.name], answer, fail: () => reject(new Error(`no ${call.name}`)) });
    });
  const together = (calls: readonly Call[]) =>
    new Promise<Map<number, string>>((resolve, reject) => {
      const answer = (left: string[]) =>
        resolve(new Map(calls.flatMap(({ name }, place) => (left.includes(name) ? [] : [[place, name] as const]))));
      sent.push({ names: calls.map(({ name }) => name), answer, fail: () => reject(new Error('all rolled back')) });
    });
  const book = gather({ together, alone, weight: ({ weight = 1 }: Call) => weight });
  const statements = () => sent.map(({ names }) => names.join(' '));
  const finish = (statement: number, left: string[] = []) => sent[statement]?.answer(left);
  const fail = (statement: number) => sent[statement]?.fail();
  /** A call that keeps the database at work. */
  const busy = () => book({ name: 'first' });
  return { book, statements, finish, fail, busy };
}

test('while nobody is at work a call goes at once, by itself', async () => {
  const { book, statements, finish } = desk();
  const booked = book({ name: 'Jonas' });
  expect(statements()).toEqual(['Jonas']);
  finish(0);
  expect(await booked).toBe('Jonas alone');
});

test('those who come meanwhile go together', async () => {
  const { book, statements, finish, busy } = desk();
  const first = busy();
  const later = [book({ name: 'Jonas' }), book({ name: 'Mia' }), book({ name: 'Ben' })];
  expect(statements()).toEqual(['first']);
  finish(0);
  expect(await first).toBe('first alone');
  await vi.waitFor(() => expect(statements().slice(1)).toEqual(['Jonas Mia Ben']));
  finish(1);
  expect(await Promise.all(later)).toEqual(['Jonas', 'Mia', 'Ben']);
});

test('what is heavy goes with few others, or by itself', async () => {
  const { book, statements, finish, busy } = desk();
  void busy();
  for (const [name, weight] of [
    ['Jonas', 120],
    ['Mia', 80],
    ['Ben', 50],
    ['Ida', 500],
    ['Tom', 1],
  ] as const) {
    void book({ name, weight });
  }
  for (const [statement, next] of ['Jonas Mia', 'Ben', 'Ida', 'Tom'].entries()) {
    finish(statement);
    await vi.waitFor(() => expect(statements()[statement + 1]).toBe(next));
  }
});

test('a call that was left out goes alone, and its neighbours are told at once', async () => {
  const { book, statements, finish, busy } = desk();
  void busy();
  const jonas = book({ name: 'Jonas' });
  const ben = book({ name: 'Ben' });
  finish(0);
  await vi.waitFor(() => expect(statements()).toHaveLength(2));
  finish(1, ['Jonas']);
  expect(await ben).toBe('Ben');
  await vi.waitFor(() => expect(statements()[2]).toBe('Jonas'));
  finish(2);
  expect(await jonas).toBe('Jonas alone');
});

test('when a statement fails each of its calls is decided alone; one that fails there hurts nobody', async () => {
  const { book, statements, finish, fail, busy } = desk();
  void busy();
  const jonas = book({ name: 'Jonas' });
  const ben = book({ name: 'Ben' });
  finish(0);
  await vi.waitFor(() => expect(statements()).toHaveLength(2));
  fail(1);
  await vi.waitFor(() => expect(statements().slice(2)).toEqual(['Jonas', 'Ben']));
  fail(2);
  finish(3);
  await expect(jonas).rejects.toThrow('no Jonas');
  expect(await ben).toBe('Ben alone');
});

test('calls that are held up do not keep the others from going on', async () => {
  vi.useFakeTimers();
  try {
    const { book, statements, busy } = desk();
    void busy();
    void book({ name: 'Jonas' });
    await vi.advanceTimersByTimeAsync(29);
    expect(statements()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(statements().slice(1)).toEqual(['Jonas']);
  } finally {
    vi.useRealTimers();
  }
});

test('beyond two thousand waiting, and after five seconds, a call is turned away', async () => {
  vi.useFakeTimers();
  try {
    const { book, busy } = desk();
    void busy();
    const waiting = Array.from({ length: 2_000 }, (_, name) => book({ name: String(name) }));
    const last = expect(waiting.at(-1)).rejects.toBeInstanceOf(OverloadedError);
    for (const call of waiting) call.catch(() => {});
    await expect(book({ name: 'too many' })).rejects.toBeInstanceOf(OverloadedError);
    await vi.advanceTimersByTimeAsync(6_000);
    await last;
  } finally {
    vi.useRealTimers();
  }
});
