import type { BookingRequest } from '@salon/contracts/booking';
import { resolveStart } from '@salon/domain/time/wall-clock';
import { arrangementsAt } from '@salon/domain/visit/arrange';
import type { Arrangement, TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import type { Salon } from '../salon/salon.ts';
import { bookingPaused, neverBookable, nonexistentTime, priceChanged, tooComplex } from './refusals.ts';
import { visitRequest } from './visit-request.ts';

/** A slot that was in the list can still be booked this long after its lead time. */
export const LEAD_GRACE_MS = 60_000;

export type Decided = {
  readonly request: VisitRequest;
  readonly startsAt: number;
  /** Best first; the database takes the first that is free. */
  readonly arrangements: readonly Arrangement[];
  /** There are more ways than these. */
  readonly cut: boolean;
};

/**
 * What may be booked for a request, by the salon's rules. Pure: throws the refusal as AppError.
 * Without `taken` nothing counts as taken, and the database finds out.
 */
export function decide(salon: Salon, body: BookingRequest, now: number, taken: readonly TakenTime[] | null): Decided {
  const { config } = salon;
  if (config.policy.paused) throw bookingPaused(salon);
  const request = visitRequest(config, body);
  const startsAt = resolveStart(config.timeZone, body.date, body.time);
  if (startsAt === undefined) throw nonexistentTime();
  const found = arrangementsAt(config, request, taken, startsAt, { now, graceMs: LEAD_GRACE_MS });
  if (found.kind === 'basket_too_complex') throw tooComplex();
  if (found.kind === 'never') throw neverBookable(found.reason);
  const limit = body.expectedPriceCents ?? Number.POSITIVE_INFINITY;
  const arrangements = found.list.filter((arrangement) => arrangement.priceCents <= limit);
  if (arrangements.length === 0 && found.list.length > 0) throw priceChanged();
  return { request, startsAt, arrangements, cut: found.cut };
}
