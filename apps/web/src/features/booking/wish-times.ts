import type { SalonAnswer } from '@salon/contracts/salon';
import { addDays, wallClock } from '../../lib/dates.ts';
import type { TimesSource } from '../times/times.queries.ts';
import type { Bounds } from '../times/use-days.ts';
import { ANYBODY, type Wish } from './wish.ts';

/** Where the free times for a wish are asked for. */
export function timesFor(page: SalonAnswer, wish: Wish): TimesSource {
  return {
    path: `/api/salons/${encodeURIComponent(page.salon.slug)}/availability`,
    params: { services: wish.services.join(','), staff: wish.whom ?? ANYBODY },
  };
}

/** The days of a salon that can be booked, by its own clock. */
export function bookableDays(page: SalonAnswer, now: number): Bounds {
  const today = wallClock(page.salon.timezone, now).date;
  return { today, last: addDays(today, page.policy.horizonDays) };
}
