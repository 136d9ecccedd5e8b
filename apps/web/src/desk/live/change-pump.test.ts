import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changePump } from './change-pump.ts';
import type { ChangedDays } from './touched-queries.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function looking() {
  const looks: { readonly changed: ChangedDays; readonly done: () => void; readonly fail: (e: Error) => void }[] = [];
  const pump = changePump((changed) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    looks.push({ changed, done: resolve, fail: reject });
    return promise;
  });
  return { pump, looks };
}

test('changes of a moment are looked at once', async () => {
  const { pump, looks } = looking();
  pump.add(['2026-11-23']);
  pump.add(['2026-11-24', '2026-11-23']);
  await vi.advanceTimersByTimeAsync(100);
  expect(looks.map(({ changed }) => changed)).toEqual([['2026-11-23', '2026-11-24']]);
});

test('what changes while it is looking is looked at afterwards, all of it at once', async () => {
  const { pump, looks } = looking();
  pump.add(['2026-11-23']);
  await vi.advanceTimersByTimeAsync(100);
  pump.add(['2026-11-23']);
  pump.add('all');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks).toHaveLength(1);
  looks[0]?.done();
  await vi.advanceTimersByTimeAsync(100);
  expect(looks.map(({ changed }) => changed)).toEqual([['2026-11-23'], 'all']);
});

test('who stops looks no more', async () => {
  const { pump, looks } = looking();
  pump.add('all');
  pump.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toEqual([]);
});
