import type { SalonAnswer } from '@salon/contracts/salon';
import type { TimesSource } from '../times/times.queries.ts';
import { ANYBODY } from './whom.ts';
import type { Wish } from './wish.ts';

/** Where the free times for a wish are asked for. */
export function timesFor(page: SalonAnswer, wish: Wish): TimesSource {
  return {
    path: `/api/salons/${encodeURIComponent(page.salon.slug)}/availability`,
    params: { services: wish.services.join(','), staff: wish.whom?.join(',') ?? ANYBODY },
  };
}
