import { Temporal } from '../time/temporal.ts';

const MINUTES_OF_A_DAY = 1440;

/**
 * When to remind somebody of a visit (epoch milliseconds, as `startsAt`): whole days before by the wall clock of the
 * zone, so that "a day before" shows the same time on a clock also when it was changed that night, and what is left of
 * `minutesBefore` by the minute. A time of day that does not exist then is taken as much later as the clock jumped.
 * @throws RangeError for an unknown zone.
 */
export function reminderTime(timeZone: string, startsAt: number, minutesBefore: number): number {
  const days = Math.floor(minutesBefore / MINUTES_OF_A_DAY);
  const minutes = minutesBefore % MINUTES_OF_A_DAY;
  return Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone).subtract({ days, minutes })
    .epochMilliseconds;
}
