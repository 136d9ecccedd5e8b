import type { Arrangement } from '@salon/domain/visit/arrangement';
import type { Salon } from '../salon/salon.ts';
import { bookingAnswer, type StoredBooking } from './booking-answer.ts';

/** An arrangement as book_v1 and move_v1 take it, with the answer that goes out if it is chosen. */
export type WireArrangement = ReturnType<typeof wireArrangement>;

/** What an answer says beyond the arrangement. */
export type VisitIdentity = Pick<StoredBooking, 'id' | 'reference' | 'status' | 'version' | 'customer'>;

export function wireArrangement(salon: Salon, arrangement: Arrangement, identity: VisitIdentity) {
  const items = arrangement.items.map((item) => ({
    serviceId: item.serviceId,
    service: salon.services.get(item.serviceId)?.name ?? '',
    staffId: item.staffId,
    staff: salon.staff.get(item.staffId)?.name ?? '',
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    priceCents: item.priceCents,
  }));
  const { timeZone: timezone, currency } = salon.config;
  const { startsAt, endsAt, priceCents, rank } = arrangement;
  const answer = bookingAnswer({ ...identity, startsAt, endsAt, timezone, items, priceCents, currency });
  return {
    rank,
    startsAt: utc(startsAt),
    endsAt: utc(endsAt),
    priceCents,
    answer: JSON.stringify(answer),
    staffClaims: arrangement.staffClaims.map((claim) => ({
      claimantId: claim.staffId,
      item: claim.itemIndex,
      from: utc(claim.start),
      to: utc(claim.end),
    })),
    stations: arrangement.stationNeeds.map((need) => ({
      from: utc(need.start),
      to: utc(need.end),
      ids: need.stationIds,
    })),
    items: items.map((item) => ({ ...item, startsAt: utc(item.startsAt), endsAt: utc(item.endsAt) })),
  };
}

/** The ways of one visit take the same instants from different people: what was written last is kept. */
const written = new Map<number, string>();
const KEPT = 200;

function utc(instant: number): string {
  let text = written.get(instant);
  if (text === undefined) {
    if (written.size === KEPT) written.clear();
    text = new Date(instant).toISOString();
    written.set(instant, text);
  }
  return text;
}
