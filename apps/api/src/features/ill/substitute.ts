import type { ItemWish } from '@salon/contracts/desk/visit';
import type { DeskPlan } from '@salon/domain/desk/desk-plan';
import { againstRules, chooseStations, type Held, overTaken } from '@salon/domain/desk/obstacles';
import type { TakenTime } from '@salon/domain/visit/arrangement';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { spanOf, type WantedVisit, wantedVisit } from '../desk-visit/fit-visit.ts';
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
  return wantedVisit(salon, member, wishes, keptItems(salon, visit));
}

/** What is taken, by whose time it is. */
export type TakenOf = ReadonlyMap<string, readonly Required<TakenTime>[]>;

/** Who could take her part of a visit at the same time, and for what price of that part; in the salon's order. */
export function substitutes(
  salon: Salon,
  member: MemberScope,
  visit: VisitState,
  ill: string,
  takenOf: TakenOf,
): { staffId: string; priceCents: number }[] {
  return salon.config.staff.flatMap(({ id: staffId }) => {
    if (staffId === ill) return [];
    const { items, plan } = substituted(salon, member, visit, ill, { staffId });
    const held = heldNear(salon, plan, visit.id, takenOf);
    const stations = chooseStations(salon.config, plan.stationNeeds, held, { has: stationsOf(visit) });
    const inTheWay = [...againstRules(salon.config, items, plan), ...overTaken(plan.staffClaims, stations, held)];
    if (inTheWay.length > 0) return [];
    const part = plan.items.filter((_, index) => visit.items[index]?.staffId === ill);
    return [{ staffId, priceCents: part.reduce((sum, item) => sum + item.priceCents, 0) }];
  });
}

/** What others hold of what a plan needs. Of a fortnight of a whole salon that is next to nothing. */
function heldNear({ config }: Salon, { staffClaims, stationNeeds }: DeskPlan, own: string, takenOf: TakenOf): Held[] {
  const kinds = new Set(stationNeeds.map(({ kind }) => kind));
  const stations = config.stations.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id);
  const { from, to } = spanOf([...staffClaims, ...stationNeeds]);
  return [...new Set(staffClaims.map(({ staffId }) => staffId)), ...stations].flatMap((id) =>
    (takenOf.get(id) ?? [])
      .filter(({ start, end, holder }) => start < to && from < end && holder !== own)
      .map(({ claimantId, start, end, holder }) => ({
        ...{ claimantId, start, end, holder: { kind: 'visit' as const, id: holder, name: '' } },
      })),
  );
}
