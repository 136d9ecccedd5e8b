import type { QueryKey } from '@tanstack/react-query';

/** Days of a salon that have changed; `all`: nobody knows which. */
export type ChangedDays = readonly string[] | 'all';

const DAY = 86_400_000;

/**
 * Whether what is kept under a key may look different now. Keys are `['desk', salonId, kind, …]`: `calendar` and `month` go on
 * with first date and number of days, `gaps` with its date. What shows visits without saying of which days is
 * always touched; what shows none (catalogue, team, settings) never.
 */
export function isTouched(key: QueryKey, salonId: string, changed: ChangedDays): boolean {
  const [desk, salon, kind, from, days] = key;
  if (desk !== 'desk' || salon !== salonId) return false;
  switch (kind) {
    case 'calendar':
    case 'month':
      return changed === 'all' || changed.some((date) => within(date, String(from), Number(days)));
    case 'gaps':
      return changed === 'all' || changed.includes(String(from));
    case 'visit':
    case 'feed':
    case 'overlaps':
    case 'ill':
      return true;
    default:
      return false;
  }
}

function within(date: string, from: string, days: number): boolean {
  const distance = (Date.parse(date) - Date.parse(from)) / DAY;
  return distance >= 0 && distance < days;
}
