import { MINUTE } from '../time/interval.ts';
import type { LocalDay } from '../time/local-day.ts';

/** Every instant of a local day at which its wall clock is on the step grid, counted from midnight, ascending. */
export function gridStarts(day: LocalDay, stepMinutes: number): number[] {
  const step = stepMinutes * MINUTE;
  const starts: number[] = [];
  for (const { start, end, offset } of day.segments) {
    // The instant at which this offset's midnight was, or would have been.
    const midnight = day.midnight - offset;
    const first = midnight + Math.ceil((start - midnight) / step) * step;
    for (let instant = first; instant < end; instant += step) starts.push(instant);
  }
  return starts;
}
