import { DAY, type Interval, MINUTE, merge } from './interval.ts';
import { Temporal } from './temporal.ts';

/** A stretch of instants over which the zone's offset from UTC (milliseconds) does not change. */
export type Segment = Interval & { readonly offset: number };

/** One date of a wall calendar, as the instants that bear it. */
export type LocalDay = {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The date's midnight read as UTC: wall minute `m` under `offset` is the instant `midnight + m − offset`. */
  readonly midnight: number;
  /** Ascending. Usually one; two around a clock change; none for a date the zone skipped. */
  readonly segments: readonly Segment[];
};

/** Enough for some thirty salons' horizons in different zones; an entry is about 300 bytes. */
const CACHED_DAYS = 10_000;
const days = new Map<string, LocalDay>();

/**
 * The instants whose local date in `timeZone` is `date`, split where the offset changes.
 * @throws RangeError for an unknown zone or a `date` that is not one.
 */
export function localDay(timeZone: string, date: string): LocalDay {
  const key = `${timeZone} ${date}`;
  let day = days.get(key);
  if (day === undefined) {
    day = readDay(timeZone, date);
    // Whoever asks goes through dates in order, so starting afresh costs no more than evicting one by one.
    if (days.size >= CACHED_DAYS) days.clear();
    days.set(key, day);
  }
  return day;
}

function readDay(timeZone: string, date: string): LocalDay {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
  const segments: Segment[] = [];
  // No offset reaches a whole day, so the date lies in this window whatever the zone did around it.
  const last = midnight + 2 * DAY;
  let from = Temporal.Instant.fromEpochMilliseconds(midnight - DAY).toZonedDateTimeISO(timeZone);
  while (from.epochMilliseconds < last) {
    const change = from.getTimeZoneTransition('next');
    const offset = Math.round(from.offsetNanoseconds / 1e6);
    const start = Math.max(from.epochMilliseconds, midnight - offset);
    const end = Math.min(change?.epochMilliseconds ?? last, midnight + DAY - offset);
    if (start < end) segments.push({ start, end, offset });
    if (change === null) break;
    from = change;
  }
  return { date, midnight, segments };
}

/** The instants at which the wall clock shows this minute of the day: none in a gap, two in a double hour, ascending. */
export function instantsOf(day: LocalDay, minute: number): number[] {
  const instants: number[] = [];
  for (const { start, end, offset } of day.segments) {
    const instant = day.midnight + minute * MINUTE - offset;
    if (start <= instant && instant < end) instants.push(instant);
  }
  return instants;
}

/** Exactly the instants whose wall clock lies in `[startMinute, endMinute)` of the day, `0 ≤ minute ≤ 1440`. */
export function rangeOf(day: LocalDay, startMinute: number, endMinute: number): Interval[] {
  return merge(
    day.segments.map(({ start, end, offset }) => ({
      start: Math.max(start, day.midnight + startMinute * MINUTE - offset),
      end: Math.min(end, day.midnight + endMinute * MINUTE - offset),
    })),
  );
}

/** Whether `name` is a zone of the IANA database this runtime knows; bare offsets such as `+01:00` are not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
