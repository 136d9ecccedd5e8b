import type { DatabaseFigures } from './database-figures.ts';
import { type K6Summary, measuredOf } from './k6-summary.ts';
import type { Sample } from './sampler.ts';
import { type History, type Waiting, waitingOf } from './series.ts';

/** The figures of one run. Waiting times in milliseconds, processor time as a share of the whole machine. */
export type Figures = {
  users: number;
  seconds: number;
  attempts: number;
  statuses: Record<string, number>;
  bookings: number;
  refusals: number;
  /** What users sent, looks at free times included, and what of it was not answered as expected, or not at all. */
  requests: number;
  failures: number;
  wrongAnswers: number;
  bookingsPerSecond: number;
  answersPerSecond: number;
  waiting: Waiting;
  waitingWhenFull: Waiting;
  refused: Waiting;
  /** Of those who looked at free times; all 0 where nobody did. */
  browsing: Waiting;
  /** Of those at the desk, for what they change; all 0 where there was none. */
  desk: Waiting;
  /** Changes besides bookings, by who did what and how it was answered. */
  changes: Record<string, number>;
  cpu: Parts;
  mostMemoryMiB: Parts;
  mostConnections: number;
  maxConnections: number;
  /** How long the API takes to say that it lives. */
  live: Waiting;
  deadlocks: number;
  walBytesPerBooking: number;
};

/** What is known after a run. */
export type Measured = {
  summary: K6Summary;
  history: History;
  changes: Record<string, number>;
  samples: readonly Sample[];
  before: DatabaseFigures;
  after: DatabaseFigures;
};

/** Puts the figures of a run together. */
export function figuresOf({ summary, history, changes, samples, before, after }: Measured): Figures {
  const { statuses, seconds } = history;
  const answered = history.attempts - (statuses[0] ?? 0);
  const bookings = statuses[201] ?? 0;
  const perSecond = (count: number) => (seconds > 0 ? round(count / seconds) : 0);
  const made = after.bookings - before.bookings;
  return {
    users: history.users,
    seconds: round(seconds),
    attempts: history.attempts,
    statuses,
    bookings,
    refusals: statuses[409] ?? 0,
    // k6 counts what is true: that a request failed.
    requests: measuredOf(summary, 'failures', 'passes') + measuredOf(summary, 'failures', 'fails'),
    failures: measuredOf(summary, 'failures', 'passes'),
    wrongAnswers: measuredOf(summary, 'wrong_answers', 'count'),
    bookingsPerSecond: perSecond(bookings),
    answersPerSecond: perSecond(answered),
    waiting: history.waiting,
    waitingWhenFull: history.waitingWhenFull,
    refused: history.refused,
    browsing: trendOf(summary, 'browsing'),
    desk: trendOf(summary, 'desk_waiting'),
    changes,
    cpu: ofEach(
      samples,
      ({ cpu }) => cpu,
      (shares) => round(mean(shares), 3),
    ),
    mostMemoryMiB: ofEach(
      samples,
      ({ memoryMiB }) => memoryMiB,
      (sizes) => Math.round(Math.max(0, ...sizes)),
    ),
    mostConnections: Math.max(0, ...samples.map(({ connections }) => connections)),
    maxConnections: after.maxConnections,
    live: waitingOf(samples.map(({ liveMs }) => liveMs)),
    deadlocks: after.deadlocks - before.deadlocks,
    walBytesPerBooking: made > 0 ? Math.round((after.walBytes - before.walBytes) / made) : 0,
  };
}

type Parts = Sample['cpu'];

function ofEach(samples: readonly Sample[], pick: (sample: Sample) => Parts, sum: (values: number[]) => number): Parts {
  const of = (part: keyof Parts) => sum(samples.map((sample) => pick(sample)[part]));
  return { k6: of('k6'), api: of('api'), postgres: of('postgres'), worker: of('worker') };
}

function trendOf(summary: K6Summary, metric: string): Waiting {
  const value = (name: string) => round(measuredOf(summary, metric, name));
  return { p50: value('med'), p95: value('p(95)'), p99: value('p(99)'), max: value('max') };
}

export const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

const round = (value: number, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
