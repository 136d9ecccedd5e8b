import { type Origin, originInWords } from '../../proof/measuring/origin.ts';
import { table } from '../../proof/measuring/table.ts';
import type { Compared, Cost, Figures } from './result.ts';
import type { Served } from './served.ts';
import type { Variant } from './variants.ts';

type WayReport = {
  readonly name: string;
  readonly words: string;
  readonly bookings: number;
  readonly variants: readonly { readonly name: string; readonly cost: Cost; readonly rounds: readonly Figures[] }[];
};

/** Everything a run found out, as it is written to the JSON file. */
export type Report = Origin & {
  readonly settings: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly tickMs: number;
  readonly salons: number;
  readonly bookingsBefore: number;
  readonly variants: readonly Variant[];
  /** Indexes left out in turn that a booking also looks something up in. */
  readonly alsoRead: readonly string[];
  readonly ways: readonly WayReport[];
  /** The API as it is served, over HTTP. */
  readonly served: Served;
};

const HEAD = ['CPU µs', 'range', 'change', 'range', 'log B', 'range', 'change', 'range', 'images B', 'ms', 'change'];

/** The report for the terminal. */
export function reportText(report: Report): string {
  const { ways, alsoRead, served } = report;
  return [
    originInWords(report),
    `What one booking costs, among ${report.bookingsBefore} of ${report.salons} salons: medians of ${report.rounds} ${report.rounds === 1 ? 'round' : 'rounds'}, changes in percent to "as it is" (the middle of three) of the same round`,
    ...ways.flatMap((way) => ['', ...wayLines(way, report.tickMs)]),
    '',
    ...(alsoRead.length > 0
      ? [`Booking also reads ${alsoRead.join(', ')}: without it the reading takes another way.`]
      : []),
    'What changes no more than "wal_compression pglz" does, which is as it is, is noise. Page images come after a checkpoint only.',
    '',
    ...servedLines(served),
  ].join('\n');
}

const SERVED_HEAD = [
  ...['bookings/s', 'range', 'change', 'range', 'p95 ms', 'range', 'change', 'range'],
  ...['API µs', 'change', 'PostgreSQL µs', 'change', 'connections', 'MiB', 'failed'],
];

/** How a thousand people fared with each setup; the first of them is what the others are compared with. */
export function servedLines({ people, seconds, rounds, setups, disagreements }: Served): string[] {
  const rows = setups.map(({ setup, cost, failed }) => [
    setup.name,
    ...[...inFull(cost.perSecond), ...inFull(cost.p95)],
    ...[cost.apiMicros, cost.postgresMicros].flatMap(({ median, change }) => [whole(median), percent(change.median)]),
    ...[whole(cost.connections.max), whole(cost.memoryMiB.max), String(failed)],
  ]);
  return [
    `The API as it is served: ${people} people without a pause, each setup ${seconds} s a round, ${rounds} rounds in turn; "as it is" are ${setups[0]?.setup.processes} processes, each with a pool of ${setups[0]?.setup.pool}, only warnings logged`,
    ...table([['', ...SERVED_HEAD], ...rows]),
    ...disagreements,
  ];
}

function wayLines({ words, bookings, variants }: WayReport, tickMs: number): string[] {
  const tick = ((tickMs * 1_000) / bookings).toFixed(1);
  const rows = variants.map(({ name, cost }) => [name, ...cells(cost)]);
  return [`${words}: ${bookings} in a round, so that a tick is ${tick} µs each`, ...table([['', ...HEAD], ...rows])];
}

function cells({ cpuMicros, walBytes, imageBytes, elapsedMicros }: Cost): string[] {
  return [
    ...inFull(cpuMicros),
    ...inFull(walBytes),
    whole(imageBytes.median),
    (elapsedMicros.median / 1_000).toFixed(2),
    percent(elapsedMicros.change.median),
  ];
}

function inFull({ median, min, max, change }: Compared): string[] {
  return [
    whole(median),
    `${whole(min)}–${whole(max)}`,
    percent(change.median),
    `${percent(change.min)}…${percent(change.max)}`,
  ];
}

const whole = (value: number) => value.toFixed(0);

/** Percent with its sign; nothing has none. */
function percent(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (text === '0.0') return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
