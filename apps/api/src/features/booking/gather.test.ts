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
  /** Four calls that keep the database at work; the promise of the first. */
  const busy = () => {
    const [first] = ['a', 'b', 'c', 'd'].map((name) => book({ name }));
    return { first };
  };
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
  const { first } = busy();
  const later = [book({ name: 'Jonas' }), book({ name: 'Mia' }), book({ name: 'Ben' })];
  expect(statements()).toEqual(['a', 'b', 'c', 'd']);
  finish(0);
  expect(await first).toBe('a alone');
  await vi.waitFor(() => expect(statements().slice(4)).toEqual(['Jonas Mia Ben']));
  finish(4);
  expect(await Promise.all(later)).toEqual(['Jonas', 'Mia', 'Ben']);
});

test('what is heavy goes with few others, or by itself', async () => {
  const { book, statements, finish, busy } = desk();
  busy();
  for (const [name, weight] of [
    ['Jonas', 120],
    ['Mia', 80],
    ['Ben', 50],
    ['Ida', 500],
    ['Tom', 1],
  ] as const) {
    void book({ name, weight });
  }
  for (const statement of [0, 1, 2, 3]) finish(statement);
  await vi.waitFor(() => expect(statements().slice(4)).toEqual(['Jonas Mia', 'Ben', 'Ida', 'Tom']));
});

test('a call that was left out goes alone, and its neighbours are told at once', async () => {
  const { book, statements, finish, busy } = desk();
  busy();
  const jonas = book({ name: 'Jonas' });
  const ben = book({ name: 'Ben' });
  finish(1);
  await vi.waitFor(() => expect(statements()).toHaveLength(5));
  finish(4, ['Jonas']);
  expect(await ben).toBe('Ben');
  await vi.waitFor(() => expect(statements()[5]).toBe('Jonas'));
  finish(5);
  expect(await jonas).toBe('Jonas alone');
});

test('when a statement fails each of its calls is decided alone; one that fails there hurts nobody', async () => {
  const { book, statements, finish, fail, busy } = desk();
  busy();
  const jonas = book({ name: 'Jonas' });
  const ben = book({ name: 'Ben' });
  finish(2);
  await vi.waitFor(() => expect(statements()).toHaveLength(5));
  fail(4);
  await vi.waitFor(() => expect(statements().slice(5)).toEqual(['Jonas', 'Ben']));
  fail(5);
  finish(6);
  await expect(jonas).rejects.toThrow('no Jonas');
  expect(await ben).toBe('Ben alone');
});

test('calls that are held up do not keep the others from going on', async () => {
  vi.useFakeTimers();
  try {
    const { book, statements, busy } = desk();
    busy();
    void book({ name: 'Jonas' });
    await vi.advanceTimersByTimeAsync(99);
    expect(statements()).toHaveLength(4);
    await vi.advanceTimersByTimeAsync(1);
    expect(statements().slice(4)).toEqual(['Jonas']);
  } finally {
    vi.useRealTimers();
  }
});

test('beyond two thousand waiting, and after five seconds, a call is turned away', async () => {
  vi.useFakeTimers();
  try {
    const { book, busy } = desk();
    busy();
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
