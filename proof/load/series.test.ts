import { expect, test } from 'vitest';
import { historyOf, waitingOf } from './series.ts';

const BEGIN = 1_000_003;

/** An attempt by its user, when it was sent (milliseconds after the begin), how long it took, and its status. */
const attempt = ([user, sent, took, status]: [number, number, number, number]) => ({
  key: `closed-loop.run.${user}.0`,
  sentAt: BEGIN + sent,
  endedAt: BEGIN + sent + took,
  status,
});

test.each([
  [[], { p50: 0, p95: 0, p99: 0, max: 0 }],
  [[7], { p50: 7, p95: 7, p99: 7, max: 7 }],
  [[3, 1, 2], { p50: 2, p95: 3, p99: 3, max: 3 }],
  [Array.from({ length: 100 }, (_, index) => 100 - index), { p50: 50, p95: 95, p99: 99, max: 100 }],
])('percentiles of %j are by nearest rank', (values, expected) => {
  expect(waitingOf(values)).toEqual(expected);
});

test('a run in windows of five seconds, counted from its first attempt', async () => {
  const history = await historyOf(
    (
      [
        [1, 6_000, 40, 409],
        [1, 0, 10, 201],
        [2, 1_000, 30, 201],
        [2, 4_990, 20, 201],
        [3, 8_000, 2_000, 0],
      ] as [number, number, number, number][]
    ).map(attempt),
  );
  expect(history).toMatchObject({
    attempts: 5,
    statuses: { 0: 1, 201: 3, 409: 1 },
    seconds: 10,
    users: 3,
    refused: { p50: 40, max: 40 },
  });
  expect(history.series).toEqual([
    { t: 0, p50: 10, p95: 30, users: 2, bookingsPerSecond: 0 },
    { t: 5, p50: 20, p95: 40, users: 2, bookingsPerSecond: 0 },
    { t: 10, p50: 2_000, p95: 2_000, users: 1, bookingsPerSecond: 0 },
  ]);
});

test('waiting with all users there leaves out who came early and who stayed late', async () => {
  const crowd = Array.from({ length: 20 }, (_, user) => attempt([user, 5_000, 100, 201]));
  const early = attempt([1, 0, 900, 201]);
  const late = attempt([2, 11_000, 700, 201]);
  const { waiting, waitingWhenFull, series } = await historyOf([late, ...crowd, early]);
  expect([waiting.max, waitingWhenFull.max]).toEqual([900, 100]);
  expect(series.map(({ users }) => users)).toEqual([1, 20, 1]);
});

test('no attempt at all', async () => {
  expect(await historyOf([])).toMatchObject({ attempts: 0, seconds: 0, users: 0, series: [] });
});
