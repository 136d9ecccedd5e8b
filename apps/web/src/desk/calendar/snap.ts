/** Moves and lengths go in steps of so many minutes. */
export const STEP = 5;
/** A tap on free time means the quarter of an hour it lies in. */
const TAP_STEP = 15;

/** Minutes moved, in whole steps. */
export const snapMinutes = (minutes: number): number => Math.round(minutes / STEP) * STEP || 0;

/** The stretch between two points of a column, in either direction, out to whole steps; at least one. */
export function snapStretch(a: number, b: number): { start: number; end: number } {
  const start = Math.floor(Math.min(a, b) / STEP) * STEP;
  return { start, end: Math.max(start + STEP, Math.ceil(Math.max(a, b) / STEP) * STEP) };
}

/** Where a visit begins that is put by a tap at a minute; in a gap no earlier than the gap does. */
export function snapTap(minute: number, gap?: { readonly start: number }): number {
  return Math.max(Math.floor(minute / TAP_STEP) * TAP_STEP, gap?.start ?? 0);
}
