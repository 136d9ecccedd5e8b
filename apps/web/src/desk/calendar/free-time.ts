import { type Interval, intersect, MINUTE, merge, subtract } from '@salon/domain/time/interval';

/** What a column's free time is worked out from. */
export type Known = {
  readonly openings: readonly Interval[];
  readonly taken: readonly Interval[];
  /** What is shown of the day. */
  readonly shown: Interval;
  /** What lies before it can be sold no more. */
  readonly now: number;
  /** The shortest stretch that anything could be sold into. */
  readonly leastMinutes: number;
};

/** Visits begin at full five minutes. */
const GRID = 5 * MINUTE;

/** Free working time long enough to sell, in order. Time during processing counts: her hands are free. */
export function freeTime({ openings, taken, shown, now, leastMinutes }: Known): Interval[] {
  const ahead = { start: Math.max(shown.start, Math.ceil(now / GRID) * GRID), end: shown.end };
  if (ahead.start >= ahead.end) return [];
  return subtract(intersect(merge(openings), [ahead]), merge(taken)).filter(
    ({ start, end }) => end - start >= leastMinutes * MINUTE,
  );
}
