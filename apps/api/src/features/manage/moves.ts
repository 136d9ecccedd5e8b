import { arrangementsAt } from '@salon/domain/visit/arrange';
import type { Arrangement, TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import { LEAD_GRACE_MS } from '../booking/decide.ts';
import { neverBookable, tooComplex } from '../booking/refusals.ts';
import type { Salon } from '../salon/salon.ts';
import type { Visit } from './visit.ts';

/** The services of a visit once more, with whomever `staffOf` names for each. */
export function requestAgain(
  visit: Visit,
  staffOf: (item: Visit['items'][number]) => string | undefined,
): VisitRequest {
  return { items: visit.items.map((item) => ({ serviceId: item.serviceId, staffId: staffOf(item) })) };
}

/**
 * The ways in which a visit can be done at another start: with the staff member named; else with
 * the same as before, then with anybody. Throws when the rules allow none; empty when all is taken.
 */
export function movesTo(
  salon: Salon,
  visit: Visit,
  to: { readonly startsAt: number; readonly staffId: string | undefined },
  taken: readonly TakenTime[],
  now: number,
): Arrangement[] {
  const ways = (request: VisitRequest) =>
    arrangementsAt(salon.config, request, taken, to.startsAt, { now, graceMs: LEAD_GRACE_MS });
  const wanted = ways(requestAgain(visit, () => to.staffId));
  if (wanted.kind === 'basket_too_complex') throw tooComplex();
  if (wanted.kind === 'never') throw neverBookable(wanted.reason);
  const same = to.staffId === undefined ? ways(requestAgain(visit, (item) => item.staffId)) : wanted;
  const preferred = same.kind === 'arrangements' ? same.list : [];
  return [...preferred, ...wanted.list].map((arrangement, rank) => ({ ...agreedPrices(visit, arrangement), rank }));
}

/** What was agreed stays agreed: the same service by the same person costs what it was booked for. */
export function agreedPrices(visit: Visit, arrangement: Arrangement): Arrangement {
  const items = arrangement.items.map((item, index) => {
    const before = visit.items[index];
    return before?.staffId === item.staffId ? { ...item, priceCents: before.priceCents } : item;
  });
  return { ...arrangement, items, priceCents: items.reduce((sum, item) => sum + item.priceCents, 0) };
}
