import type { Slot } from './day.ts';

/** The slots of a day nearest to a wall-clock time, in the order of the day. */
export function nearest(slots: readonly Slot[], at: string, count = 3): readonly Slot[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const away = ({ time }: Slot) => Math.abs(minutes(time) - minutes(at));
  const close = new Set([...slots].sort((a, b) => away(a) - away(b)).slice(0, count));
  return slots.filter((slot) => close.has(slot));
}
