import type { ItemWish } from '@salon/contracts/desk/visit';
import { againstRules, chooseStations, type Held, overTaken } from '@salon/domain/desk/obstacles';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { type WantedVisit, wantedVisit } from '../desk-visit/fit-visit.ts';
import { keptItems, stationsOf, type VisitState } from '../desk-visit/visit-state.ts';
import type { Salon } from '../salon/salon.ts';

/** A visit with somebody else in place of whoever is ill, so much later (milliseconds). */
export function substituted(
  salon: Salon,
  member: MemberScope,
  visit: VisitState,
  ill: string,
  { staffId, later = 0 }: { readonly staffId: string; readonly later?: number },
): WantedVisit {
  const wishes = visit.items.map(
    (item): ItemWish => ({
      serviceId: item.serviceId,
      staffId: item.staffId === ill ? staffId : item.staffId,
      startsAt: new Date(item.startsAt + later).toISOString(),
    }),
  );
  return wantedVisit(salon, member, wishes, keptItems(visit));
}

/** Who could take her part of a visit at the same time, and for what price of that part; in the salon's order. */
export function substitutes(
  salon: Salon,
  member: MemberScope,
  visit: VisitState,
  ill: string,
  held: readonly Held[],
): { staffId: string; priceCents: number }[] {
  const others = held.filter((one) => one.holder.id !== visit.id);
  return salon.config.staff.flatMap(({ id: staffId }) => {
    if (staffId === ill) return [];
    const { items, plan } = substituted(salon, member, visit, ill, { staffId });
    const stations = chooseStations(salon.config, plan.stationNeeds, others, { has: stationsOf(visit) });
    const inTheWay = [...againstRules(salon.config, items, plan), ...overTaken(plan.staffClaims, stations, others)];
    if (inTheWay.length > 0) return [];
    const part = plan.items.filter((_, index) => visit.items[index]?.staffId === ill);
    return [{ staffId, priceCents: part.reduce((sum, item) => sum + item.priceCents, 0) }];
  });
}
