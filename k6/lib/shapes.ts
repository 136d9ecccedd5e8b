import type { ConstantArrivalRateScenario, ConstantVUsScenario, RampingVUsScenario } from 'k6/options';
import { duration, rate, SHORT, users } from './environment.ts';

/** Whoever has sent something hears the answer: an iteration is never cut off before a request's own time is up. */
const GRACE = '30s';

/** A day that grows busy: two minutes to 100 users, five at 1000, two to leave. The short form reaches 1000 in 20 s. */
export function rushHour(): RampingVUsScenario {
  const stages: [string, number][] = SHORT
    ? [
        ['10s', 100],
        ['10s', 1000],
        ['30s', 1000],
        ['10s', 0],
      ]
    : [
        ['2m', 100],
        ['30s', 1000],
        ['5m', 1000],
        ['2m', 0],
      ];
  return {
    executor: 'ramping-vus',
    startVUs: 0,
    stages: stages.map(([time, count]) => ({ duration: time, target: count && users(count) })),
    gracefulRampDown: GRACE,
    gracefulStop: GRACE,
  };
}

/** A steady crowd of `count` users, times `SCALE`. */
export function crowd(count: number, long: string, short: string): ConstantVUsScenario {
  return { executor: 'constant-vus', vus: users(count), duration: duration(long, short), gracefulStop: GRACE };
}

/** `RATE` people a second, else `perSecond`, however slow the answers are; never more than `most` of them at once. */
export function stream(perSecond: number, most: number, long: string, short: string): ConstantArrivalRateScenario {
  return {
    executor: 'constant-arrival-rate',
    rate: rate(perSecond),
    timeUnit: '1s',
    duration: duration(long, short),
    preAllocatedVUs: most,
    maxVUs: most,
    gracefulStop: GRACE,
  };
}
