import type { Interval } from './interval.ts';
import { localDay } from './local-day.ts';
import { addDays, localDate } from './wall-clock.ts';

/** `days` dates from `from` on, ascending. Dates end with the year 9999: there is none beyond. */
export function datesFrom(from: string, days: number): string[] {
  const dates: string[] = [];
  for (let date = from; dates.length < days; date = addDays(date, 1)) {
    dates.push(date);
    if (date === '9999-12-31') break;
  }
  return dates;
}

/** From the first instant of some dates in `timeZone` to the last; none for a date the zone skipped. */
export function spanOfDates(timeZone: string, dates: readonly string[]): Interval {
  const segments = dates.flatMap((date) => localDay(timeZone, date).segments);
  return { start: segments.at(0)?.start ?? 0, end: segments.at(-1)?.end ?? 0 };
}

/** The dates in `timeZone` that some time touches, ascending. */
export function datesTouched(timeZone: string, { start, end }: Interval): string[] {
  const last = localDate(timeZone, Math.max(start, end - 1));
  const dates = [localDate(timeZone, start)];
  for (let date = dates[0] ?? last; date < last; ) {
    date = addDays(date, 1);
    dates.push(date);
  }
  return dates;
}
