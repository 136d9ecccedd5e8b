import type { WallSpan } from '@salon/contracts/desk/set-up';

/** Steps in which hours are offered, in minutes. */
const STEP = 15;

/** A minute of the day as `09:30`; the end of the day is `24:00`. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minutes of the day that can be chosen: every quarter of an hour, and the one that stands there. */
export function minutesOfDay(known: number): number[] {
  const steps = Array.from({ length: 1440 / STEP + 1 }, (_, index) => index * STEP);
  return steps.includes(known) ? steps : [...steps, known].sort((a, b) => a - b);
}

/** Where one more stretch fits after those of a day: after a break of half an hour, or the usual day. */
export function nextSpan(spans: readonly WallSpan[]): WallSpan {
  const last = spans.reduce((end, span) => Math.max(end, span.endMinute), 0);
  if (last === 0) return { startMinute: 9 * 60, endMinute: 17 * 60 };
  const startMinute = Math.min(last + 30, 1440 - STEP);
  return { startMinute, endMinute: Math.min(startMinute + 240, 1440) };
}

/** Whether a day's stretches are all right: each with an end after its start, none over another. */
export function wrongSpan(spans: readonly WallSpan[]): number | undefined {
  const at = spans.findIndex(
    (span, index) =>
      span.endMinute <= span.startMinute ||
      spans.slice(0, index).some((one) => span.startMinute < one.endMinute && one.startMinute < span.endMinute),
  );
  return at === -1 ? undefined : at;
}
