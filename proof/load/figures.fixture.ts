import type { Figures } from './figures.ts';
import type { Sample } from './sampler.ts';

const quick = { p50: 4, p95: 11.5, p99: 30, max: 250 };
const nothing = { p50: 0, p95: 0, p99: 0, max: 0 };

/** The figures of a good run, for tests to bend. */
export const GOOD: Figures = {
  users: 1000,
  seconds: 60.4,
  attempts: 40_000,
  statuses: { 201: 40_000 },
  bookings: 40_000,
  refusals: 0,
  requests: 40_000,
  failures: 0,
  wrongAnswers: 0,
  bookingsPerSecond: 662.3,
  answersPerSecond: 662.3,
  waiting: quick,
  waitingWhenFull: quick,
  refused: nothing,
  browsing: nothing,
  desk: nothing,
  changes: {},
  cpu: { k6: 0.3, api: 0.35, postgres: 0.2, worker: 0.05 },
  mostMemoryMiB: { k6: 500, api: 180, postgres: 90, worker: 110 },
  mostConnections: 42,
  maxConnections: 100,
  live: quick,
  deadlocks: 0,
  walBytesPerBooking: 4_000,
};

/** One look at a run, at this many seconds, with an API process of this size. */
export const sample = (t: number, apiMiB: number): Sample => ({
  t,
  cpu: { k6: 0.3, api: 0.35, postgres: 0.2, worker: 0.05 },
  memoryMiB: { k6: 500, api: apiMiB, postgres: 90, worker: 110 },
  connections: 42,
  liveMs: 2,
});
