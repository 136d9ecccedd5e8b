import type { ReadOnlySwitch } from '@salon/db/read-only';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchReadOnly } from './read-only-watch.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

const on = (more: Partial<ReadOnlySwitch> = {}): ReadOnlySwitch => ({
  ...{ on: true, until: null, endsItself: false, reason: null, changedBy: 'maren@pult', changedAt: NOON, ...more },
});

/** A process beside a database whose row the test writes; `away`: it does not answer, `hangs`: never. */
async function watching(forced = { on: false, until: null as string | null }) {
  const row: { is: ReadOnlySwitch | undefined | 'away' | 'hangs' } = { is: undefined };
  const seen = { reads: 0, told: 0, warnings: 0 };
  async function read() {
    seen.reads += 1;
    if (row.is === 'away') throw new Error('away');
    if (row.is === 'hangs') return new Promise<never>(() => {});
    return row.is;
  }
  const deps = { forced, repo: { read }, clock: Date.now, warn: () => void seen.warnings++ };
  const watch = await watchReadOnly(deps);
  watch.onChange(() => void seen.told++);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { watch, state: watch.state, row, seen, deps, pass };
}

test('what is switched is seen within a second, asked for or not, and told on', async () => {
  const { state, row, seen, pass } = await watching();
  expect([state.on, state.until]).toEqual([false, null]);
  row.is = on({ until: NOON + 30 * MINUTE });
  await pass(1_000);
  expect([state.on, state.until, seen.told]).toEqual([true, '2026-11-24T12:30:00.000Z', 1]);
  await pass(10_000);
  expect(seen.told).toBe(1);
});

test('told that it was switched, it looks at once', async () => {
  const { watch, state, row, pass } = await watching();
  row.is = on();
  watch.look();
  await pass(0);
  expect(state.on).toBe(true);
});

test('it ends by itself only where that was asked for; else the end was a hope, which is not told once it is past', async () => {
  const { state, row, seen, pass } = await watching();
  const until = NOON + MINUTE;
  row.is = on({ until, endsItself: true });
  await pass(1_000);
  expect(state.on).toBe(true);
  await pass(MINUTE);
  expect([state.on, seen.told]).toEqual([false, 2]);
  row.is = on({ until });
  await pass(1_000);
  expect([state.on, state.until]).toEqual([true, null]);
});

test('while the database is away what was known last holds, and the log hears of it once', async () => {
  const { state, row, seen, pass } = await watching();
  row.is = on({ until: NOON + 2 * MINUTE, endsItself: true });
  await pass(1_000);
  row.is = 'away';
  await pass(60_000);
  expect([state.on, seen.warnings]).toEqual([true, 1]);
  await pass(60_000);
  expect(state.on).toBe(false);
});

test('by setting it is on whatever the database says, and needs none', async () => {
  const { state, row, pass } = await watching({ on: true, until: '2026-11-24T14:00:00+01:00' });
  expect([state.on, state.until]).toEqual([true, '2026-11-24T14:00:00+01:00']);
  row.is = 'away';
  await pass(2 * 3_600_000);
  expect([state.on, state.until]).toEqual([true, null]);
});

test('a database that hangs keeps nobody from starting', async () => {
  const { deps } = await watching();
  const started = watchReadOnly({ ...deps, repo: { read: () => new Promise<never>(() => {}) } });
  await vi.advanceTimersByTimeAsync(2_000);
  expect((await started).state.on).toBe(false);
});

test('however long a look takes, there is never a second one beside it', async () => {
  const { row, seen, pass, watch } = await watching();
  row.is = 'hangs';
  await pass(1_000);
  const { reads } = seen;
  watch.look();
  await pass(60_000);
  expect(seen.reads).toBe(reads);
});
