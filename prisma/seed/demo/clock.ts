import { resolveStart } from '@salon/domain/time/wall-clock';

export const ZONE = 'Europe/Berlin';

/** Instant of a wall-clock time at the demo salon. */
export function instant(date: string, time: string): number {
  const at = resolveStart(ZONE, date, time);
  if (at === undefined) throw new RangeError(`${date} ${time} does not exist in ${ZONE}`);
  return at;
}
