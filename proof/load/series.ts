import type { Attempt } from '../history/attempt.ts';

const WINDOW_MS = 5_000;
/** A window counts as a full one when this share of the most users was at work in it. */
const FULL = 0.95;

/** Five seconds of a run; `t` in seconds since its first attempt, waiting times in milliseconds. */
export type Point = { t: number; p50: number; p95: number; users: number; bookingsPerSecond: number };

/** How long users waited, in milliseconds. */
export type Waiting = { p50: number; p95: number; p99: number; max: number };

/** What the clients' log says about the time a run took and how long its users waited. */
export type History = {
  attempts: number;
  /** Attempts by status; 0: no answer. */
  statuses: Record<string, number>;
  /** From the first attempt to the last answer. */
  seconds: number;
  users: number;
  waiting: Waiting;
  /** The same while (almost) all users were there. */
  waitingWhenFull: Waiting;
  /** Of those who were refused. */
  refused: Waiting;
  series: Point[];
};

type Timed = Pick<Attempt, 'key' | 'sentAt' | 'endedAt' | 'status'>;
type Answered = { user: string; endedAt: number; wait: number; status: number };

/** Sums up the attempts of one run, in any order. */
export async function historyOf(attempts: AsyncIterable<Timed> | Iterable<Timed>): Promise<History> {
  const answers: Answered[] = [];
  const statuses: Record<string, number> = {};
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for await (const { key, sentAt, endedAt, status } of attempts) {
    first = Math.min(first, sentAt);
    last = Math.max(last, endedAt);
    statuses[status] = (statuses[status] ?? 0) + 1;
    answers.push({ user: userOf(key), endedAt, wait: endedAt - sentAt, status });
  }
  const windows = [...Map.groupBy(answers, ({ endedAt }) => Math.floor((endedAt - first) / WINDOW_MS))]
    .sort(([one], [other]) => one - other)
    .map(([number, inside]) => ({ inside, users: usersOf(inside), from: first + number * WINDOW_MS }));
  const most = Math.max(...windows.map(({ users }) => users), 0);
  const full = windows.filter(({ users }) => users >= FULL * most);
  return {
    attempts: answers.length,
    statuses,
    seconds: last > first ? (last - first) / 1000 : 0,
    users: usersOf(answers),
    waiting: waitingOf(waitsOf(answers)),
    waitingWhenFull: waitingOf(full.flatMap(({ inside }) => waitsOf(inside))),
    refused: waitingOf(waitsOf(answers.filter(({ status }) => status === 409))),
    series: windows.map(({ inside, users, from }) => {
      const { p50, p95 } = waitingOf(waitsOf(inside));
      // The last window ends with its last answer.
      const seconds = Math.max(Math.min(WINDOW_MS, last - from), 1) / 1000;
      const made = inside.filter(({ status }) => status === 201).length;
      return { t: (from - first) / 1000, p50, p95, users, bookingsPerSecond: Math.round(made / seconds) };
    }),
  };
}

/** Keys are made as scenario.run.user.iteration. */
const userOf = (key: string) => key.split('.')[2] ?? key;
const usersOf = (answers: readonly Answered[]) => new Set(answers.map(({ user }) => user)).size;
const waitsOf = (answers: readonly Answered[]) => answers.map(({ wait }) => wait);

/** Percentiles by nearest rank, of values in any order; all 0 of none. */
export function waitingOf(values: readonly number[]): Waiting {
  const sorted = Float64Array.from(values).sort();
  const rank = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10;
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}
