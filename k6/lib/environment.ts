/** Where the API is. */
export const BASE_URL = (__ENV.BASE_URL || 'http://localhost:3000').replace(/\/+$/, '');

/** Whether the short form was asked for (`SHORT=1`). */
export const SHORT = __ENV.SHORT === '1';

/** Where `handleSummary` writes its files, as `npm run load` tells; nowhere when k6 is run by hand. */
export const RESULTS = __ENV.RESULTS;

/** Whether every attempt is written to the console, one line of JSON each (`CLIENT_LOG=1`). */
export const CLIENT_LOG = __ENV.CLIENT_LOG === '1';

/** A number of users, multiplied by `SCALE`. */
export function users(count: number): number {
  return Math.max(1, Math.round(count * Number(__ENV.SCALE || 1)));
}

/** How long to go on: `DURATION`, else by the form that was asked for ("60s", "5m"). */
export function duration(long: string, short: string): string {
  return __ENV.DURATION || (SHORT ? short : long);
}

/** Arrivals a second: `RATE`, else this many. */
export function rate(perSecond: number): number {
  return Number(__ENV.RATE || perSecond);
}
