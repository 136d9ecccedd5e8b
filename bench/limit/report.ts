import { type Origin, originInWords } from '../../proof/measuring/origin.ts';
import { table } from '../../proof/measuring/table.ts';
import type { Light } from './light.ts';
import { type Goal, limitOf, type WayResult } from './result.ts';

/** Everything a run found out, as it is written to the JSON file. */
export type Report = Origin & {
  readonly rounds: number;
  readonly seconds: number;
  readonly bookingsAtStart: number;
  /** What pgbench sent for the limit. */
  readonly statement: string;
  /** Microseconds pgbench needs to look a stored call up, without sending it on. */
  readonly lookUpMicros: number;
  /** What a round trip really took with each delay, in milliseconds. */
  readonly wire: readonly { readonly delay: number; readonly roundTripMs: number }[];
  readonly ways: readonly WayResult[];
  readonly light: Light;
  readonly goals: readonly Goal[];
  readonly disagreements: readonly string[];
};

const WHAT = {
  limit: 'the limit: the statement itself',
  ours: 'our API',
  orm: 'an ORM transaction',
  bare: 'bare route',
};
const HEAD = [
  'bookings/s',
  'range',
  'of limit',
  'p50 ms',
  'p95',
  'p99',
  'failed',
  'CPU ms: pg',
  'API',
  'client',
  'WAL B',
  'trips',
  'conns',
  'MiB',
];

/** What a way is called in tables and messages. */
export function nameOf(way: Pick<WayResult, 'what' | 'client' | 'connections' | 'processes' | 'delay'>): string {
  const processes = way.processes > 0 ? ` × ${way.processes}` : '';
  const delay = way.delay === undefined ? '' : `, +${way.delay} ms`;
  return `${WHAT[way.what]}${processes}, ${way.client} ${way.connections}${delay}`;
}

/** The report for the terminal. */
export function reportText(report: Report): string {
  const { ways, light, goals } = report;
  const head = [`${report.rounds} rounds of ${report.seconds} s each, medians`, ...HEAD];
  const rows = ways.map((way) => [nameOf(way), ...cells(way, limitOf(ways, way.delay))]);
  const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
  const { share } = light;
  return [
    originInWords(report),
    ...table([head, ...rows]),
    `Looking a stored call up takes pgbench ${report.lookUpMicros.toFixed(0)} µs of its time a booking.`,
    `A round trip through the proxy: ${report.wire.map((one) => `+${one.delay} ms is ${one.roundTripMs.toFixed(2)} ms`).join(', ')}.`,
    `At ${light.perSecond.toFixed(0)} bookings/s (p95 ${light.p95.toFixed(1)} ms, ${light.failed} failed): ${percent(share.machine)} of the machine busy; PostgreSQL ${percent(share.postgres)}, API ${percent(share.api)}, k6 ${percent(share.client)}.`,
    ...report.disagreements,
    ...goals.map((goal) => `${goal.met ? 'met   ' : 'MISSED'} ${goal.words}: ${goal.value.toFixed(2)} (${goal.bound})`),
  ].join('\n');
}

function cells(way: WayResult, limit: number): string[] {
  const whole = (value: number) => value.toFixed(0);
  const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
  const { perSecond, cpu } = way;
  return [
    whole(perSecond.median),
    `${whole(perSecond.min)}–${whole(perSecond.max)}`,
    way.what === 'bare' || limit <= 0 ? '' : `${((perSecond.median / limit) * 100).toFixed(0)} %`,
    ...[way.p50, way.p95, way.p99].map(({ median }) => ms(median)),
    whole(way.failed),
    ...[cpu.postgres, cpu.api, cpu.client].map(ms),
    whole(way.walBytes),
    way.roundTrips === undefined ? '' : way.roundTrips.toFixed(1),
    ...(way.what === 'bare' ? [''] : [whole(way.connectionsAtPeak)]),
    way.memoryAtPeak === 0 ? '' : whole(way.memoryAtPeak),
  ];
}
