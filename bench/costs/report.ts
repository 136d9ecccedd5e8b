import type { Machine } from '../../proof/load/machine.ts';
import type { Compared, Cost, Figures } from './result.ts';
import type { Variant } from './variants.ts';

type WayReport = {
  readonly name: string;
  readonly words: string;
  readonly bookings: number;
  readonly variants: readonly { readonly name: string; readonly cost: Cost; readonly rounds: readonly Figures[] }[];
};

/** Everything a run found out, as it is written to the JSON file. */
export type Report = {
  readonly machine: Machine;
  readonly commit: string | null;
  readonly date: string;
  readonly versions: { readonly node: string; readonly postgres: string };
  readonly settings: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly tickMs: number;
  readonly salons: number;
  readonly bookingsBefore: number;
  readonly variants: readonly Variant[];
  /** Indexes left out in turn that a booking also looks something up in. */
  readonly alsoRead: readonly string[];
  readonly ways: readonly WayReport[];
};

const HEAD = ['CPU µs', 'range', 'change', 'range', 'log B', 'range', 'change', 'range', 'images B', 'ms', 'change'];

/** The report for the terminal. */
export function reportText(report: Report): string {
  const { machine, versions, ways, alsoRead } = report;
  return [
    `${machine.cores} × ${machine.cpu}, ${report.date.slice(0, 10)}, PostgreSQL ${versions.postgres}, Node ${versions.node}`,
    `What one booking costs, among ${report.bookingsBefore} of ${report.salons} salons: medians of ${report.rounds} ${report.rounds === 1 ? 'round' : 'rounds'}, changes in percent to "as it is" (the middle of three) of the same round`,
    ...ways.flatMap((way) => ['', ...wayLines(way, report.tickMs)]),
    '',
    ...(alsoRead.length > 0
      ? [`Booking also reads ${alsoRead.join(', ')}: without it the reading takes another way.`]
      : []),
    'What changes no more than "wal_compression pglz" does, which is as it is, is noise. Page images come after a checkpoint only.',
  ].join('\n');
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

/** Columns side by side: the first to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}
