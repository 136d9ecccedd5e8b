import { useQuery } from '@tanstack/react-query';
import { firstName } from '../booking/offer.ts';
import { ANYBODY } from '../booking/whom.ts';
import { salonQuery } from '../salon/salon.queries.ts';
import type { Slot } from '../times/day.ts';
import { itemsOfBooking, itemsOfSlot } from '../visit-plan/visit-items.ts';
import { type PlannedItem, visitPlan } from '../visit-plan/visit-plan.ts';
import type { Visit } from './visit.queries.ts';

/**
 * How a visit of several services goes, and how it would at another slot. A visit knows its own people and services; for
 * others, and for how long a colour develops, the salon is asked, and until it has answered that is not shown.
 */
export function useVisitPlan({ booking, salon }: Visit): {
  readonly several: boolean;
  readonly plan: readonly PlannedItem[];
  readonly nameOf: (staffId: string) => string | undefined;
  /** Undefined while the names of others are not known: a visit said to be with some of its people would be told wrong. */
  readonly planOf: ((slot: Slot) => readonly PlannedItem[]) | undefined;
} {
  const several = booking.items.length > 1;
  const { data } = useQuery({ ...salonQuery(salon.slug), enabled: several });
  const staff = new Map(data?.staff.map(({ id, name }) => [id, firstName(name)]));
  for (const item of booking.items) staff.set(item.staffId, firstName(item.staff));
  const services = new Map(booking.items.map(({ serviceId, service }) => [serviceId, service]));
  const names = { service: (id: string) => services.get(id) ?? '', staff: (id: string) => staff.get(id) };
  const catalogue = data?.services ?? [];
  const only = { serviceId: booking.items[0]?.serviceId ?? '', whom: ANYBODY };
  return {
    several,
    plan: visitPlan(itemsOfBooking(booking), catalogue),
    nameOf: names.staff,
    planOf: data && ((slot) => visitPlan(itemsOfSlot(slot, only, names), catalogue)),
  };
}
