import type { PhaseKind } from '../salon/salon-config.ts';
import { type Interval, merge } from '../time/interval.ts';

/** One phase of an item as it lies in time. */
export type PhaseInTime = Interval & { readonly kind: PhaseKind };

/**
 * The phases of an item, told from the stretches in which it wants its staff member: what is between them is processing,
 * and what clears up after its end is none. Nothing else needs to be kept of them, however they were moved or stretched.
 * Without any stretch all of it is work.
 */
export function phasesInTime(item: Interval, wanted: readonly Interval[]): PhaseInTime[] {
  const busy = merge(
    wanted.map(({ start, end }) => ({ start: Math.max(start, item.start), end: Math.min(end, item.end) })),
  );
  if (busy.length === 0) return [{ kind: 'work', start: item.start, end: item.end }];
  const phases: PhaseInTime[] = [];
  let until = item.start;
  for (const [index, { start, end }] of busy.entries()) {
    if (start > until) phases.push({ kind: 'processing', start: until, end: start });
    const last = index === busy.length - 1 && phases.length > 0;
    phases.push({ kind: last ? 'finish' : 'work', start, end });
    until = end;
  }
  if (until < item.end) phases.push({ kind: 'processing', start: until, end: item.end });
  return phases;
}
