import { type Origin, originInWords } from '../../proof/measuring/origin.ts';
import { table } from '../../proof/measuring/table.ts';
import { servedLines } from '../costs/report.ts';
import type { Served } from '../costs/served.ts';

/** Everything a run found out, as it is written to the JSON file. */
export type WatchingReport = Origin & {
  readonly served: Served;
  /** What was told in all rounds, by setup. */
  readonly told: readonly { readonly name: string; readonly bytes: number }[];
};

/** The report for the terminal. */
export function watchingText(report: WatchingReport): string {
  return [
    originInWords(report),
    'What it costs to be watched. Figures are always counted, so that counting them is part of "as it is"; there nobody asks for them.',
    ...servedLines(report.served),
    '',
    ...table([['', 'MB told'], ...report.told.map(({ name, bytes }) => [name, (bytes / 1e6).toFixed(1)])]),
  ].join('\n');
}
