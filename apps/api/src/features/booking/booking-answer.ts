import type { Booking } from '@salon/contracts/booking';
import { formatInstant } from '@salon/domain/time/wall-clock';

/** The booking as every answer shows it, but for its link. */
export type StoredBooking = Omit<Booking, 'manageUrl'>;

type VisitFacts = Omit<StoredBooking, 'startsAt' | 'endsAt' | 'items'> & {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly items: readonly (Omit<Booking['items'][number], 'startsAt' | 'endsAt'> & {
    readonly startsAt: number;
    readonly endsAt: number;
  })[];
};

/** Times as instants become times with the salon's offset; the order of fields is fixed here. */
export function bookingAnswer(visit: VisitFacts): StoredBooking {
  const at = (instant: number) => formatInstant(visit.timezone, instant);
  return {
    id: visit.id,
    reference: visit.reference,
    status: visit.status,
    version: visit.version,
    startsAt: at(visit.startsAt),
    endsAt: at(visit.endsAt),
    timezone: visit.timezone,
    items: visit.items.map((item) => ({
      serviceId: item.serviceId,
      service: item.service,
      staffId: item.staffId,
      staff: item.staff,
      startsAt: at(item.startsAt),
      endsAt: at(item.endsAt),
      priceCents: item.priceCents,
    })),
    priceCents: visit.priceCents,
    currency: visit.currency,
    customer: { name: visit.customer.name, email: visit.customer.email },
  };
}

/**
 * The stored answer with its link put in, as text: a replay repeats the first answer byte for byte,
 * so it is never parsed and written anew.
 */
export function withManageUrl(stored: string, manageUrl: string): string {
  return `${stored.slice(0, -1)},"manageUrl":${JSON.stringify(manageUrl)}}`;
}
