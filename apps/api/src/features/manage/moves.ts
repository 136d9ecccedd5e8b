import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { arrangementsAt } from '@salon/domain/visit/arrange';
import type { Arrangement, StationNeed, TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
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
 * the same as before, then with anybody; `stations` are those it has. Throws when the rules allow none; empty when all is taken.
 */
export function movesTo(
  salon: Salon,
  visit: Visit,
  to: { readonly startsAt: number; readonly staffId: string | undefined; readonly stations: readonly string[] },
  taken: readonly TakenTime[],
  now: number,
): Arrangement[] {
  const config = atAgreedPrices(salon.config, visit);
  const ways = (request: VisitRequest) =>
    arrangementsAt(config, request, taken, to.startsAt, { now, graceMs: LEAD_GRACE_MS });
  const wanted = ways(requestAgain(visit, () => to.staffId));
  if (wanted.kind === 'basket_too_complex') throw tooComplex();
  if (wanted.kind === 'never') throw neverBookable(wanted.reason);
  const same = to.staffId === undefined ? ways(requestAgain(visit, (item) => item.staffId)) : wanted;
  const preferred = same.kind === 'arrangements' ? same.list : [];
  return [...preferred, ...wanted.list].map((arrangement, rank) => ({
    ...arrangement,
    rank,
    stationNeeds: arrangement.stationNeeds.map((need) => hersFirst(need, to.stations)),
  }));
}

/** She keeps her chair where it is free: the desk may have chosen it for her. */
function hersFirst(need: StationNeed, hers: readonly string[]): StationNeed {
  const isHers = (id: string) => hers.includes(id);
  const { stationIds } = need;
  return { ...need, stationIds: [...stationIds.filter(isHers), ...stationIds.filter((id) => !isHers(id))] };
}

/** The salon as it is to a visit that moves: the same service by the same person costs what it was booked for. */
export function atAgreedPrices(config: SalonConfig, visit: Visit): SalonConfig {
  const staff = config.staff.map((one) => {
    const offers = one.offers.map((offer) => {
      const agreed = visit.items.find((item) => item.staffId === one.id && item.serviceId === offer.serviceId);
      return agreed === undefined ? offer : { ...offer, priceCents: agreed.priceCents };
    });
    return { ...one, offers };
  });
  return { ...config, staff };
}
