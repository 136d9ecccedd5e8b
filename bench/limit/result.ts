import { API_MEMORY_MIB, CONNECTIONS } from '../../proof/load/goals.ts';
import { type Spread, spread } from '../../proof/measuring/spread.ts';
import { PRODUCTION_SETTINGS } from '../../proof/stack/postgres-settings.ts';
import type { Light } from './light.ts';
import type { Round } from './round.ts';
import type { Way } from './ways.ts';

/** Of the limit that our API should reach with a thousand connections. */
const NEAR = 0.75;
const MOST_CPU = 0.7;

/** A way with its rounds and what they come to; CPU is milliseconds a booking. */
export type WayResult = Omit<Way, 'pids' | 'drive'> & {
  readonly rounds: readonly Round[];
  readonly roundTrips?: number;
  readonly perSecond: Spread;
  readonly p50: Spread;
  readonly p95: Spread;
  readonly p99: Spread;
  readonly cpu: { readonly [part in keyof Round['cpu']]: number };
  readonly walBytes: number;
  readonly connectionsAtPeak: number;
  readonly memoryAtPeak: number;
  readonly failed: number;
};

export type Goal = { readonly words: string; readonly value: number; readonly bound: number; readonly met: boolean };

/** Medians of the rounds of one way. */
export function summarise(way: Way, rounds: readonly Round[], roundTrips: number | undefined): WayResult {
  const { pids: _, drive: __, ...facts } = way;
  const of = (read: (round: Round) => number) => spread(rounds.map(read));
  // By rows: also who was not counted any more has used CPU and log. Nothing is written by the bare route.
  const done = (round: Round) => Math.max(1, round.rows, round.booked);
  const millis = (part: keyof Round['cpu']) => of((round) => (round.cpu[part] * 1000) / done(round)).median;
  return {
    ...facts,
    rounds,
    ...(roundTrips === undefined ? {} : { roundTrips }),
    perSecond: of((round) => round.perSecond),
    p50: of((round) => round.p50),
    p95: of((round) => round.p95),
    p99: of((round) => round.p99),
    cpu: { postgres: millis('postgres'), api: millis('api'), client: millis('client'), wire: millis('wire') },
    walBytes: of((round) => round.walBytes / done(round)).median,
    connectionsAtPeak: of((round) => round.connections).max,
    memoryAtPeak: of((round) => round.memory).max,
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
  };
}

/** The limit under the same delay: the best that pgbench reached, with however many clients. */
export function limitOf(results: readonly WayResult[], delay: number | undefined): number {
  return Math.max(
    ...results.filter((one) => one.what === 'limit' && one.delay === delay).map((one) => one.perSecond.median),
  );
}

/** What was promised, and whether it was kept; nothing where the limit or our API was left out. Words are for people. */
export function goals(results: readonly WayResult[], light: Light): Goal[] {
  const ours = results.filter(({ what }) => what === 'ours');
  if (ours.length === 0 || !results.some(({ what }) => what === 'limit')) return [];
  const thousand = ours.filter((one) => one.client === 'wrk' && one.connections === 1000 && one.delay === undefined);
  const near = Math.max(...thousand.map((one) => one.perSecond.median)) / limitOf(results, undefined);
  const memory = Math.max(...ours.map((one) => one.memoryAtPeak));
  const allowed = Number(PRODUCTION_SETTINGS.max_connections);
  const connections = Math.max(...ours.map((one) => one.connectionsAtPeak)) / allowed;
  const cpu = light.share.machine;
  return [
    {
      words: 'bookings of our API at 1000 connections (wrk), as a share of the limit',
      value: near,
      bound: NEAR,
      met: near >= NEAR,
    },
    { words: 'memory of an API process, MiB', value: memory, bound: API_MEMORY_MIB, met: memory <= API_MEMORY_MIB },
    {
      words: `database connections, as a share of the ${allowed} of production`,
      value: connections,
      bound: CONNECTIONS,
      met: connections <= CONNECTIONS,
    },
    {
      words: 'CPU of the machine at 100 bookings a second, everything together',
      value: cpu,
      bound: MOST_CPU,
      met: cpu < MOST_CPU,
    },
  ];
}
