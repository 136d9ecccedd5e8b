import type { RescheduleRequest } from '@salon/contracts/manage';
import type { LocalDate } from '../../lib/dates.ts';
import { ANYBODY } from '../booking/whom.ts';
import type { Slot } from '../times/day.ts';
import type { TimesSource } from '../times/times.queries.ts';
import type { Visit } from './visit.queries.ts';

/** Whom a visit is with, if it is with one person only. */
export function personOf({ booking }: Pick<Visit, 'booking'>): { id: string; name: string } | undefined {
  const [first, ...others] = booking.items;
  if (!first || others.some(({ staffId }) => staffId !== first.staffId)) return undefined;
  return { id: first.staffId, name: first.staff };
}

/** Whom it is to be moved with: the same person unless somebody says it does not matter. */
export function whomFor(visit: Pick<Visit, 'booking'>, asked: string | null): string {
  const person = personOf(visit);
  return person === undefined || asked === ANYBODY ? ANYBODY : person.id;
}

/** Where the times are asked for that a visit can be moved to. */
export function timesToMoveTo(token: string, whom: string): TimesSource {
  return { path: `/api/bookings/manage/${encodeURIComponent(token)}/availability`, params: { staff: whom } };
}

/** Who would do what if the visit moved to a slot: staff ids in the order of its services. */
export function staffAt(slot: Slot, visit: Pick<Visit, 'booking'>, whom: string): readonly string[] {
  if (slot.items) return slot.items.map(({ staffId }) => staffId);
  return visit.booking.items.map(() => (whom === ANYBODY ? slot.staffIds[0] : whom) ?? '');
}

/** Whether a slot is where the visit is already: same time, same people. */
export function isWhereItIs(slot: Slot, visit: Pick<Visit, 'booking'>, whom: string): boolean {
  const { startsAt, items } = visit.booking;
  const staff = staffAt(slot, visit, whom);
  return Date.parse(slot.startsAt) === Date.parse(startsAt) && items.every(({ staffId }, i) => staffId === staff[i]);
}

/** What is sent to move a visit to a slot. */
export function moveRequest(
  visit: Pick<Visit, 'booking'>,
  to: { readonly day: LocalDate; readonly at: string; readonly whom: string; readonly slot: Pick<Slot, 'priceCents'> },
): RescheduleRequest {
  return {
    date: to.day,
    time: to.at,
    ...(to.whom === ANYBODY ? {} : { staffId: to.whom }),
    expectedPriceCents: to.slot.priceCents,
    version: visit.booking.version,
  };
}
