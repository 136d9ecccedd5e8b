import { addDays, type LocalDate } from '../../lib/dates.ts';
import type { Bounds } from './bookable-days.ts';
import type { Day } from './day.ts';

/**
 * The day to show while nobody has chosen one: the first with something free, as soon as every day before it is known;
 * today, where none is; null while not even that can be said. What is read at once need not come in order.
 */
export function firstShown(
  days: ReadonlyMap<LocalDate, Pick<Day, 'slots'>>,
  { today, last }: Bounds,
): LocalDate | null {
  for (let date = today; date <= last; date = addDays(date, 1)) {
    const day = days.get(date);
    if (day === undefined) break;
    if (day.slots.length > 0) return date;
  }
  return days.has(today) ? today : null;
}
