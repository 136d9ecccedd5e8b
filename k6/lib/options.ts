import type { Options, Scenario } from 'k6/options';
import { TREND_STATS } from './summary.ts';

/** Nine hundred and ninety-nine of a thousand are answered as expected. */
const FAILURES = ['rate<0.001'];
const WRONG = ['count==0'];

/**
 * Options of one scenario, which gives its name to it. Every scenario fails when more than one attempt in a thousand
 * does, or when a single answer is wrong.
 */
export function optionsFor(name: string, scenario: Scenario, thresholds: Record<string, string[]> = {}): Options {
  return {
    scenarios: { [name]: scenario },
    thresholds: { failures: FAILURES, wrong_answers: WRONG, ...thresholds },
    summaryTrendStats: TREND_STATS,
    setupTimeout: '60s',
  };
}

/** The threshold on how long bookings take, all of the run together. */
export const bookingP95 = (below: number) => ({
  'http_req_duration{name:POST /api/bookings/public}': [`p(95)<${below}`],
});
