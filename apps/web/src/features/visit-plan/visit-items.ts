import type { Booking } from '@salon/contracts/booking';
import type { SalonAnswer } from '@salon/contracts/salon';
import { firstName } from '../booking/offer.ts';
import { ANYBODY, type Whom } from '../booking/whom.ts';
import type { Slot } from '../times/day.ts';
import type { VisitItem } from './visit-plan.ts';

/** The services of a visit that is booked; staff by their first names. */
export function itemsOfBooking({ items }: Pick<Booking, 'items'>): readonly VisitItem[] {
  return items.map((item) => ({ ...item, staff: firstName(item.staff) }));
}

/**
 * The services of a visit as a slot offers it. `whom` is with whom the only service is wanted, where there is but one: a
 * slot names several people for it then.
 */
export function itemsOfSlot(
  slot: Slot,
  only: { readonly serviceId: string; readonly whom: Whom },
  names: NameOf,
): readonly VisitItem[] {
  if (slot.items) {
    return slot.items.map((item) => ({
      ...item,
      service: names.service(item.serviceId),
      staff: names.staff(item.staffId) ?? null,
    }));
  }
  const isAnybody = only.whom === ANYBODY;
  return [
    {
      serviceId: only.serviceId,
      service: names.service(only.serviceId),
      // The minutes of a slot are those of the first it names.
      staffId: isAnybody ? (slot.staffIds[0] ?? null) : only.whom,
      staff: isAnybody ? null : (names.staff(only.whom) ?? null),
      startsAt: slot.startsAt,
      endsAt: new Date(Date.parse(slot.startsAt) + slot.durationMinutes * 60_000).toISOString(),
    },
  ];
}

/** How what is known by its id is called. */
export type NameOf = {
  readonly service: (id: string) => string;
  /** The first name; undefined where nobody is known by it. */
  readonly staff: (id: string) => string | undefined;
};

/** Names as the salon's page has them. */
export function namesOn({ services, staff }: Pick<SalonAnswer, 'services' | 'staff'>): NameOf {
  const person = new Map(staff.map(({ id, name }) => [id, firstName(name)]));
  return {
    service: (id) => services.find((one) => one.id === id)?.name ?? '',
    staff: (id) => person.get(id),
  };
}
