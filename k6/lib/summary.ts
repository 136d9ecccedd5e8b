import { RESULTS } from './environment.ts';

/** What users waited, and how it is spread: for every trend of a summary. */
export const TREND_STATS = ['min', 'avg', 'med', 'p(90)', 'p(95)', 'p(99)', 'max', 'count'];

/** As k6 hands it to `handleSummary`, as far as it is used here. */
type SummaryData = {
  state: { testRunDurationMs: number };
  metrics: Record<string, Metric>;
  setup_data?: unknown;
};
type Metric = {
  type: string;
  contains: string;
  values: Record<string, number>;
  thresholds?: Record<string, { ok: boolean }>;
};

/** Prints a summary; where `RESULTS` names a folder, also writes `summary.txt` and `summary.json` into it. */
export function summarise({ setup_data: _, ...data }: SummaryData): Record<string, string> {
  const text = textOf(data);
  if (!RESULTS) return { stdout: text };
  return { [`${RESULTS}/summary.txt`]: text, [`${RESULTS}/summary.json`]: JSON.stringify(data, null, 2) };
}

/** The figures a person looks for first; the rest stands in the JSON. */
const TOLD =
  /^(bookings_made|refusals|failures|wrong_answers|checks|iterations|vus_max|http_reqs|http_req_duration.*)$/;

function textOf({ state, metrics }: SummaryData): string {
  const lines = Object.entries(metrics)
    .filter(([name]) => TOLD.test(name))
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([name, metric]) => [`  ${name.padEnd(50, ' ')} ${valuesOf(metric)}`, ...thresholdsOf(metric)]);
  return [`\nRan ${(state.testRunDurationMs / 1000).toFixed(1)} s\n`, ...lines, '', ''].join('\n');
}

function valuesOf({ contains, values }: Metric): string {
  const unit = contains === 'time' ? ' ms' : '';
  const order = (name: string) => TREND_STATS.indexOf(name);
  return Object.entries(values)
    .sort(([one], [other]) => order(one) - order(other))
    .map(([name, value]) => `${name} ${+value.toFixed(3)}${name === 'count' || name === 'rate' ? '' : unit}`)
    .join('  ');
}

function thresholdsOf({ thresholds = {} }: Metric): string[] {
  return Object.entries(thresholds).map(([words, { ok }]) => `    ${ok ? '✓' : '✗'} ${words}`);
}
