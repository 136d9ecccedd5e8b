import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loop } from './loop.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

test('it works by the clock, at once when woken, and goes on while something is left', async () => {
  const left = [2, 1, 0];
  let rounds = 0;
  const one = loop(
    async () => {
      rounds += 1;
      return left.shift() ?? 0;
    },
    1_000,
    () => {},
  );
  await vi.advanceTimersByTimeAsync(10);
  expect(rounds).toBe(3);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(rounds).toBe(4);
  one.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(rounds).toBe(5);
  await one.stop();
});

test('woken while it works, it looks once more; two at once never happen', async () => {
  const gate = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  let rounds = 0;
  const one = loop(
    () => gate[rounds++]?.promise ?? Promise.resolve(0),
    60_000,
    () => {},
  );
  one.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(rounds).toBe(1);
  gate[0]?.resolve(0);
  await vi.advanceTimersByTimeAsync(0);
  expect(rounds).toBe(2);
  gate[1]?.resolve(0);
  await one.stop();
  expect(rounds).toBe(2);
});

test.each([1, 0])('after a round (%i left) it rests nine times as long as it worked, though woken', async (left) => {
  let rounds = 0;
  const one = loop(
    async () => {
      rounds += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
      return left;
    },
    60_000,
    () => {},
  );
  await vi.advanceTimersByTimeAsync(50);
  one.wake();
  await vi.advanceTimersByTimeAsync(49);
  expect(rounds).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(rounds).toBe(2);
  const stopped = one.stop();
  await vi.advanceTimersByTimeAsync(10);
  await stopped;
});

test('an error is told, and the next round comes by the clock', async () => {
  const told: string[] = [];
  let rounds = 0;
  const one = loop(
    async () => {
      rounds += 1;
      throw new Error(`round ${rounds}`);
    },
    1_000,
    (error) => told.push(error.message),
  );
  await vi.advanceTimersByTimeAsync(1_500);
  expect(told).toEqual(['round 1', 'round 2']);
  await one.stop();
});

test('stopping waits for the work at hand', async () => {
  const gate = Promise.withResolvers<number>();
  const one = loop(
    () => gate.promise,
    1_000,
    () => {},
  );
  let stopped = false;
  const stopping = one.stop().then(() => {
    stopped = true;
  });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(stopped).toBe(false);
  gate.resolve(0);
  await stopping;
});
