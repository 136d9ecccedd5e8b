import { daysBetween, wallClock } from '../lib/dates.ts';

/**
 * How many days of the salon's calendar a visit lies ahead at an instant (epoch milliseconds), counted as while it was booked;
 * 0 on its day and after it. `startsAt` is an ISO instant with the offset of `timezone`, as the API tells it.
 */
export function daysAhead(visit: { readonly startsAt: string; readonly timezone: string }, now: number): number {
  return Math.max(0, daysBetween(wallClock(visit.timezone, now).date, visit.startsAt.slice(0, 10)));
}
