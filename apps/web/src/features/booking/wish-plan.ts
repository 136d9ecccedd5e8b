import type { SalonAnswer } from '@salon/contracts/salon';
import type { Slot } from '../times/day.ts';
import { itemsOfSlot, namesOn } from '../visit-plan/visit-items.ts';
import { type PlannedItem, visitPlan } from '../visit-plan/visit-plan.ts';
import { whomEach } from './whom.ts';
import type { Wish } from './wish.ts';

/** How a visit would go at a slot that was offered for a wish. */
export function wishPlan(
  page: Pick<SalonAnswer, 'services' | 'staff'>,
  { services, whom }: Pick<Wish, 'services' | 'whom'>,
): (slot: Slot) => readonly PlannedItem[] {
  const names = namesOn(page);
  const [first] = whomEach(whom, 1);
  const only = { serviceId: services[0] ?? '', whom: first ?? '' };
  return (slot) => visitPlan(itemsOfSlot(slot, only, names), page.services);
}
