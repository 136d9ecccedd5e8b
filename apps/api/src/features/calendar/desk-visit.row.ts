import type { DeskVisit } from '@salon/contracts/desk/visit';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { phasesInTime } from '@salon/domain/visit/phases-in-time';

/** A visit with what a glance at it should tell; times are epoch milliseconds. */
export type VisitRow = {
  id: string;
  reference: string;
  status: DeskVisit['status'];
  version: number;
  from_ms: number;
  to_ms: number;
  customer_id: string | null;
  name: string;
  guest_name: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
  price_cents: number;
  online: boolean;
  allergy: boolean;
  new_customer: boolean;
  no_shows: number;
  at_once: boolean;
};

export type ItemRow = {
  booking_id: string;
  position: number;
  service_id: string;
  service_name: string;
  staff_id: string;
  staff_name: string;
  from_ms: number;
  to_ms: number;
  price_cents: number;
};

/** A stretch of a staff member's or, without an item, of a station's time. */
export type WantRow = {
  booking_id: string;
  claimant_id: string;
  item_position: number | null;
  from_ms: number;
  to_ms: number;
  overlaps: boolean;
};

export type VisitRows = {
  readonly visits: readonly VisitRow[];
  readonly items: readonly ItemRow[];
  readonly wants: readonly WantRow[];
};

/** Whose prices somebody may see: everybody's, or those of what this staff member does. */
export type SeesPrices = 'all' | { readonly staffId: string | null };

/** Visits as the desk sees them, in the order of their rows. */
export function deskVisits(timeZone: string, { visits, items, wants }: VisitRows, prices: SeesPrices): DeskVisit[] {
  const itemsOf = Map.groupBy(items, (item) => item.booking_id);
  const wantsOf = Map.groupBy(wants, (want) => want.booking_id);
  return visits.map((visit) =>
    deskVisit(timeZone, visit, itemsOf.get(visit.id) ?? [], wantsOf.get(visit.id) ?? [], prices),
  );
}

function deskVisit(
  timeZone: string,
  visit: VisitRow,
  items: readonly ItemRow[],
  wants: readonly WantRow[],
  prices: SeesPrices,
): DeskVisit {
  const at = (millis: number) => formatInstant(timeZone, millis);
  const seen = (item: ItemRow) => prices === 'all' || prices.staffId === item.staff_id;
  const stations = wants.filter((want) => want.item_position === null);
  return {
    id: visit.id,
    reference: visit.reference,
    status: visit.status,
    version: visit.version,
    startsAt: at(visit.from_ms),
    endsAt: at(visit.to_ms),
    customerId: visit.customer_id,
    name: visit.name,
    guestName: visit.guest_name,
    phone: visit.phone,
    email: visit.email,
    note: visit.note,
    items: items.map((item) => ({
      position: item.position,
      serviceId: item.service_id,
      service: item.service_name,
      staffId: item.staff_id,
      staff: item.staff_name,
      startsAt: at(item.from_ms),
      endsAt: at(item.to_ms),
      phases: phasesInTime(
        { start: item.from_ms, end: item.to_ms },
        wants.filter((want) => want.item_position === item.position).map(asInterval),
      ).map(({ kind, start, end }) => ({ kind, startsAt: at(start), endsAt: at(end) })),
      ...(seen(item) ? { priceCents: item.price_cents } : {}),
    })),
    stations: stations.map(({ claimant_id: stationId, from_ms, to_ms }) => ({
      stationId,
      startsAt: at(from_ms),
      endsAt: at(to_ms),
    })),
    ...(items.every(seen) ? { priceCents: visit.price_cents } : {}),
    marks: {
      newCustomer: visit.new_customer,
      note: visit.note !== null && visit.note !== '',
      allergy: visit.allergy,
      noShows: visit.no_shows,
      online: visit.online,
      overlaps: wants.some((want) => want.overlaps),
      sameCustomerAtOnce: visit.at_once,
    },
  };
}

const asInterval = ({ from_ms, to_ms }: WantRow) => ({ start: from_ms, end: to_ms });
