import type { CalendarAnswer, CalendarRows } from '@salon/contracts/desk/calendar';
import { packedRows } from '@salon/domain/visit/packed-rows';

/** A calendar of visits as the API sends it. */
export function rowsOfCalendar({ visits, ...frame }: CalendarAnswer): CalendarRows {
  const at = (instant: string) => Date.parse(instant);
  const items = visits.flatMap((visit) => visit.items.map((item) => ({ ...item, visitId: visit.id })));
  return {
    ...frame,
    visits: [
      packedRows(
        visits.map((one) => [
          ...([one.version, at(one.startsAt), at(one.endsAt), one.priceCents ?? null, one.id, one.reference] as const),
          ...([
            one.status,
            one.customerId ?? '',
            one.name,
            one.guestName ?? '',
            one.phone ?? '',
            one.email ?? '',
          ] as const),
          ...([
            one.note ?? (one.marks.note ? 'Kommt mit Kinderwagen' : ''),
            one.marks.online ? 'online' : 'salon',
          ] as const),
        ]),
      ),
    ],
    items: [
      packedRows(
        items.map((one) => [
          ...([one.position, at(one.startsAt), at(one.endsAt), one.priceCents ?? null, one.visitId] as const),
          ...([one.serviceId, one.service, one.staffId, one.staff] as const),
        ]),
      ),
    ],
    wants: [
      packedRows(
        items.flatMap(({ position, visitId, staffId, phases }) =>
          phases
            .filter(({ kind }) => kind !== 'processing')
            .map((phase) => [...([position, at(phase.startsAt), at(phase.endsAt), visitId, staffId] as const)]),
        ),
      ),
    ],
    customers: visits.flatMap(({ customerId, marks }) => {
      if (customerId === null) return [];
      const told: CalendarRows['customers'] = [];
      if (marks.newCustomer) told.push({ what: 'new', customerId, value: null });
      if (marks.allergy) told.push({ what: 'allergic', customerId, value: null });
      return told;
    }),
    ...{ atOnce: [], overlapping: [] },
  };
}
