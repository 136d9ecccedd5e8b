/** A half-open stretch of time `[start, end)`; both ends are epoch milliseconds (UTC). */
export type Interval = { readonly start: number; readonly end: number };

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;

/** The same time as sorted, disjoint intervals: overlapping and touching ones become one, empty ones vanish. */
export function merge(list: readonly Interval[]): Interval[] {
  const sorted = list.filter((one) => one.start < one.end).sort((a, b) => a.start - b.start);
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || next.start > last.end) merged.push(next);
    else if (next.end > last.end) merged[merged.length - 1] = { start: last.start, end: next.end };
  }
  return merged;
}

/** The time in both lists; each must be sorted and disjoint, and so is the result. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const common: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return common;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) common.push({ start, end });
    if (left.end < right.end) i++;
    else j++;
  }
}

/** The time in `a` that is not in `b`; each must be sorted and disjoint, and so is the result. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let j = 0;
  for (const whole of a) {
    let start = whole.start;
    for (;;) {
      const cut = b[j];
      if (cut === undefined || cut.start >= whole.end) break;
      if (start < cut.start) rest.push({ start, end: cut.start });
      start = Math.max(start, cut.end);
      // A cut that reaches past this interval may reach into the next one too.
      if (cut.end > whole.end) break;
      j++;
    }
    if (start < whole.end) rest.push({ start, end: whole.end });
  }
  return rest;
}
