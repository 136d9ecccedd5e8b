import type { BookingRequest } from '@salon/contracts/booking';
import { resolveStart } from '@salon/domain/time/wall-clock';
import { arrangementsAt } from '@salon/domain/visit/arrange';
import type { Arrangement, TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import type { Salon } from '../salon/salon.ts';
import { bookingPaused, neverBookable, nonexistentTime, priceChanged, tooComplex } from './refusals.ts';
import { visitRequest } from './visit-request.ts';

/** A slot that was in the list can still be booked this long after its lead time. */
export const LEAD_GRACE_MS = 60_000;
/**
 * Ways of a basket that are sent to be tried, at most. Two services by anybody of five are fifty ways, each is looked at, and
 * such a booking cost three times what a haircut costs. Who loses all that were sent to others reads what is left.
 */
const WAYS_OF_BASKET = 12;

export type Decided = {
  readonly request: VisitRequest;
  readonly startsAt: number;
  /** Best first; the database takes the first that is free. */
  readonly arrangements: readonly Arrangement[];
  /** Which of them are best cannot be said without reading what is taken. */
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
  const limit = request.items.length > 1 ? { limit: WAYS_OF_BASKET } : {};
  const found = arrangementsAt(config, request, taken, startsAt, { now, graceMs: LEAD_GRACE_MS, ...limit });
  if (found.kind === 'basket_too_complex') throw tooComplex();
  if (found.kind === 'never') throw neverBookable(found.reason);
  const dearest = body.expectedPriceCents ?? Number.POSITIVE_INFINITY;
  if (found.list.length > 0 && found.list.every((one) => one.priceCents > dearest)) throw priceChanged();
  const ways = found.cut && taken === null ? wholeRanks(found.list) : found.list;
  return {
    request,
    startsAt,
    arrangements: ways.filter((one) => one.priceCents <= dearest),
    cut: found.cut && ways.length === 0,
  };
}

/**
 * The ways before the rank in which a list was cut: the first of these that is free is the best there is. Of the last rank
 * some are missing, and who has least to do might be among them.
 */
function wholeRanks(list: readonly Arrangement[]): Arrangement[] {
  const last = list.at(-1)?.rank ?? 0;
  return list.filter(({ rank }) => rank < last);
}
