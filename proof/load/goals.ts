import type { Figures } from './figures.ts';
import { mean } from './figures.ts';
import { type K6Summary, measuredOf, type Threshold } from './k6-summary.ts';
import type { Sample } from './sampler.ts';
import type { Point } from './series.ts';

/**
 * Something a run was to reach. `correct`: broken, a booking can go wrong. `required`: missed, the run has failed.
 * `wished`: what we would like to be able to say; told as met or missed.
 */
export type Goal = {
  kind: 'correct' | 'required' | 'wished';
  name: string;
  goal: string;
  measured: string;
  met: boolean;
};

/** What there is to judge by. */
export type Run = { figures: Figures; samples: readonly Sample[]; series: readonly Point[] };

type Limit = { kind: Goal['kind']; name: string; value: number; atMost: number; unit: string };

/** What an API process may take, and the share of the database's connections that may be open. */
export const API_MEMORY_MIB = 250;
export const CONNECTIONS = 0.8;

/** Thresholds of the scripts that say whether answers are right, not how fast they come. */
const CORRECT = new Set(['wrong_answers', 'bookings_made']);

const WORDS: Record<string, string> = {
  wrong_answers: 'wrong answers',
  bookings_made: 'bookings made',
  refusals: 'refusals',
  failures: 'share of attempts that failed',
  dropped_iterations: 'people who could not be served in time',
};

/** The thresholds of the script, as goals. */
export function goalOf({ metric, words, measured, ok }: Threshold): Goal {
  const time = metric.startsWith('http_req_duration');
  const name = WORDS[metric] ?? (time ? `waiting for a booking, ${words.split('<')[0]}` : metric);
  return {
    kind: CORRECT.has(metric) ? 'correct' : 'required',
    name,
    goal: words.replace(/^[^<>=]+/, '').replace('==', '= ') + (time ? ' ms' : ''),
    measured: String(Math.round(measured * 10_000) / 10_000) + (time ? ' ms' : ''),
    met: ok,
  };
}

/** Nothing is missing in the clients' log that k6 has counted: otherwise the checker would have seen too little. */
export function completeLog(summary: K6Summary, { bookings }: Figures): Goal {
  const counted = measuredOf(summary, 'bookings_made', 'count');
  const name = "bookings in the clients' log";
  return { kind: 'correct', name, goal: `= ${counted}`, measured: String(bookings), met: bookings === counted };
}

/** What every run is to keep to. */
export function resourceGoals({ figures }: Run): Goal[] {
  return [
    atMost({
      kind: 'wished',
      name: 'memory of an API process',
      value: figures.mostMemoryMiB.api,
      atMost: API_MEMORY_MIB,
      unit: 'MiB',
    }),
    atMost({
      kind: 'wished',
      name: 'connections to the database',
      value: figures.mostConnections,
      atMost: CONNECTIONS * figures.maxConnections,
      unit: `of ${figures.maxConnections}`,
    }),
  ];
}

/** With all users there, 95 of 100 wait no longer than `ms`. */
export const fullHouse =
  (ms: number) =>
  ({ figures }: Run): Goal[] => [
    atMost({
      kind: 'wished',
      name: `p95 with all ${figures.users} users there`,
      value: figures.waitingWhenFull.p95,
      atMost: ms,
      unit: 'ms',
    }),
  ];

/** Nobody starves: 95 of 100 wait at most twice what everybody would if all were served in turn. */
export function nobodyStarves({ figures }: Run): Goal[] {
  const turn = figures.answersPerSecond > 0 ? (1000 * figures.users) / figures.answersPerSecond : 0;
  return [
    atMost({
      kind: 'required',
      name: 'p95, twice a fair turn',
      value: figures.waiting.p95,
      atMost: 2 * turn,
      unit: 'ms',
    }),
  ];
}

/** Whoever loses hears so soon. */
export const refusedWithin =
  (ms: number) =>
  ({ figures }: Run): Goal[] => [
    atMost({ kind: 'wished', name: 'a refusal, p95', value: figures.refused.p95, atMost: ms, unit: 'ms' }),
  ];

/** At the desk each of these was done at least once: a promise about what nobody did is worth nothing. */
export const everythingDone =
  (whats: readonly string[]) =>
  ({ figures }: Run): Goal[] => {
    const done = whats.filter((what) =>
      [200, 201].some((status) => (figures.changes[`desk ${what}: ${status}`] ?? 0) > 0),
    );
    const name = `kinds of changes made at the desk (${whats.join(', ')})`;
    return [
      {
        kind: 'required',
        name,
        goal: `= ${whats.length}`,
        measured: String(done.length),
        met: done.length === whats.length,
      },
    ];
  };

/** The last quarter of a run is as its second: the first still warms up. */
export function staysLevel({ samples, series }: Run): Goal[] {
  const level = (name: string, values: number[], slack: number, unit: string) => {
    const [, second = [], , last = []] = quarters(values);
    return atMost({
      kind: 'wished',
      name: `${name}, last quarter`,
      value: mean(last),
      atMost: 1.25 * mean(second) + slack,
      unit,
    });
  };
  return [
    level(
      'waiting for a booking, p95',
      series.map(({ p95 }) => p95),
      5,
      'ms',
    ),
    level(
      'event-loop lag seen from outside',
      samples.map(({ liveMs }) => liveMs),
      5,
      'ms',
    ),
    level(
      'memory of an API process',
      samples.map(({ memoryMiB }) => memoryMiB.api),
      20,
      'MiB',
    ),
    level(
      'connections',
      samples.map(({ connections }) => connections),
      2,
      '',
    ),
  ];
}

function quarters(values: readonly number[]): number[][] {
  const size = Math.ceil(values.length / 4);
  return [0, 1, 2, 3].map((quarter) => values.slice(quarter * size, (quarter + 1) * size));
}

function atMost({ kind, name, value, atMost: limit, unit }: Limit): Goal {
  const say = (number: number) => `${Math.round(number * 10) / 10} ${unit}`.trim();
  return { kind, name, goal: `≤ ${say(limit)}`, measured: say(value), met: value <= limit };
}
