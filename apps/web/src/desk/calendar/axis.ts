import { type Interval, MINUTE } from '@salon/domain/time/interval';
import { localDay, rangeOf } from '@salon/domain/time/local-day';
import type { LocalDate } from '../../lib/dates.ts';

/** From which to which minute of the wall clock days are shown; both are full hours, `0 ≤ from < to ≤ 1440`. */
export type Hours = { readonly from: number; readonly to: number };

/** Where an hour of the wall clock begins on a day's line of time. */
type HourMark = { readonly minute: number; readonly clock: string };

/**
 * One day as a line of time. Its minutes are those that pass, not those the clock shows: the day on which clocks go
 * back is an hour longer and has one hour twice, so what takes 45 minutes is always equally high.
 */
export type Axis = {
  readonly date: LocalDate;
  readonly timeZone: string;
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  readonly hours: readonly HourMark[];
};

/** The line of time of a day, between two hours of its wall clock. */
export function axisOf(timeZone: string, date: LocalDate, { from, to }: Hours): Axis {
  const day = localDay(timeZone, date);
  const ranges = rangeOf(day, from, to);
  const start = ranges[0]?.start ?? day.midnight + from * MINUTE;
  const end = ranges.at(-1)?.end ?? day.midnight + to * MINUTE;
  const hours = ranges.flatMap((range) =>
    day.segments.flatMap(({ offset, ...segment }) => {
      const first = Math.max(range.start, segment.start);
      const last = Math.min(range.end, segment.end);
      const wall = (first + offset - day.midnight) / MINUTE;
      const marks: HourMark[] = [];
      for (let minute = Math.ceil(wall / 60) * 60; ; minute += 60) {
        const at = day.midnight + minute * MINUTE - offset;
        if (at >= last) return marks;
        marks.push({ minute: (at - start) / MINUTE, clock: `${String(minute / 60).padStart(2, '0')}:00` });
      }
    }),
  );
  return { date, timeZone, start, end, minutes: minutesOf({ start, end }), hours };
}

/** Minutes from the top of a day's line to an instant; negative or beyond its end where it is not on it. */
export const minuteOf = (axis: Axis, at: number): number => (at - axis.start) / MINUTE;

/** How many minutes pass in a stretch of time. */
export const minutesOf = ({ start, end }: Interval): number => (end - start) / MINUTE;

/** The instant at a minute of the line. */
export const instantAt = (axis: Axis, minute: number): number => axis.start + minute * MINUTE;

/** The part of a stretch of time that lies on the line, if any does. */
export function within({ start, end }: Axis, span: Interval): Interval | undefined {
  const cut = { start: Math.max(start, span.start), end: Math.min(end, span.end) };
  return cut.start < cut.end ? cut : undefined;
}

/** Whether hours lie at the same height on both lines, so that one column of hours serves them. */
export function sameHours(a: Axis, b: Axis): boolean {
  return (
    a.minutes === b.minutes &&
    a.hours.every(({ minute, clock }, i) => {
      const other = b.hours[i];
      return other?.minute === minute && other.clock === clock;
    })
  );
}
