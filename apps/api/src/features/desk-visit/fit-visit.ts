import type { ItemWish as WireWish } from '@salon/contracts/desk/visit';
import { type DeskItem, deskItems, type KeptItem, type WishProblem } from '@salon/domain/desk/desk-item';
import { type DeskPlan, planVisit } from '@salon/domain/desk/desk-plan';
import {
  againstRules,
  chooseStations,
  type Held,
  overTaken,
  type RuleObstacle,
  type StationWish,
} from '@salon/domain/desk/obstacles';
import { DAY } from '@salon/domain/time/interval';
import type { StaffClaim } from '@salon/domain/visit/arrangement';
import type { KindNeed } from '@salon/domain/visit/claims';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';
import { timeConflict } from './conflicts.ts';
import { type DeskChangeRepo, spansOf } from './desk-change.repo.ts';
import type { ItemState, WantState } from './visit-state.ts';

type Deps = { readonly changes: DeskChangeRepo };

/** What the desk says it does on purpose. */
export type OnPurpose = { readonly overlap: boolean; readonly outside: boolean };

export type WantedVisit = { readonly items: readonly DeskItem[]; readonly plan: DeskPlan };

/** Works out what is wished. Throws `service_not_found`, `staff_not_found`, `invalid_request`, and `forbidden` for others' time. */
export function wantedVisit(
  salon: Salon,
  member: MemberScope,
  wishes: readonly WireWish[],
  kept: readonly KeptItem[] = [],
): WantedVisit {
  if (member.reach === 'own' && wishes.some((wish) => wish.staffId !== member.staffId)) throw notYours();
  const items = deskItems(
    salon.config,
    wishes.map((wish) => ({ ...wish, startsAt: Date.parse(wish.startsAt) })),
    kept,
  );
  if (typeof items === 'string') throw WRONG_WISH[items]();
  const plan = planVisit(items);
  if (plan.endsAt - plan.startsAt > DAY) throw new AppError('invalid_request', 'One visit is over within a day.');
  return { items, plan };
}

const WRONG_WISH: Record<WishProblem, () => AppError> = {
  service_not_found: () => new AppError('service_not_found', 'The salon has no such service.'),
  staff_not_found: () => new AppError('staff_not_found', 'The salon has no such staff member.'),
  minutes: () => new AppError('invalid_request', 'minutes names each phase of the service, and some of it is work.'),
};

export const notYours = () => new AppError('forbidden', 'You may change visits in your own column only.');

/** The items of a plan as they are written, with the names of now. */
export function itemStates(salon: Salon, { items }: DeskPlan): ItemState[] {
  return items.map((item) => ({
    ...item,
    service: salon.services.get(item.serviceId)?.name ?? '',
    staff: salon.staff.get(item.staffId)?.name ?? '',
  }));
}

/** Time to be taken. */
type Need = {
  readonly staffClaims: readonly StaffClaim[];
  readonly stationNeeds: readonly KindNeed[];
  /** The stations it has now, kept if they can be, and those somebody names. */
  readonly stations: StationWish;
  /** Visits and times off that count as gone. */
  readonly except: readonly string[];
  readonly rules?: readonly RuleObstacle[];
};

/**
 * What a visit wants of people and stations, found free, or laid over what is there on purpose. Throws `time_conflict`
 * with all that was not.
 */
export async function takeTime(
  deps: Deps,
  salon: Salon,
  member: MemberScope,
  { staffClaims, stationNeeds, stations, except, rules = [] }: Need,
  { overlap, outside }: OnPurpose,
): Promise<WantState[]> {
  const kinds = new Set(stationNeeds.map((need) => need.kind));
  const stationIds = salon.config.stations.filter((station) => kinds.has(station.kind)).map((station) => station.id);
  const claimants = [...new Set([...staffClaims.map((claim) => claim.staffId), ...stationIds])];
  const held = await deps.changes.held(member, spansOf(claimants, spanOf([...staffClaims, ...stationNeeds])), except);
  return fitInto(salon, member, { staffClaims, stationNeeds, stations, rules }, held, { overlap, outside });
}

/** The same among what is known to be held. */
export function fitInto(
  salon: Salon,
  member: MemberScope,
  { staffClaims, stationNeeds, stations: wish, rules = [] }: Omit<Need, 'except'>,
  held: readonly Held[],
  { overlap, outside }: OnPurpose,
): WantState[] {
  const stations = chooseStations(salon.config, stationNeeds, held, wish);
  const inTheWay = [...(outside ? [] : rules), ...(overlap ? [] : overTaken(staffClaims, stations, held))];
  if (inTheWay.length > 0) throw timeConflict(salon, member, inTheWay);
  return wantsOf(staffClaims, stations, held);
}

/** Wants, each told whether it may lie over others: only what does so now. What is taken meanwhile is decided again. */
function wantsOf(
  staffClaims: readonly StaffClaim[],
  stations: readonly (KindNeed & { stationId: string })[],
  held: readonly Held[],
): WantState[] {
  const wants = [
    ...staffClaims.map(({ staffId, itemIndex, start, end }) => ({
      ...{ claimantId: staffId, from: start, to: end, item: itemIndex },
    })),
    ...stations.map(({ stationId, start, end }) => ({ claimantId: stationId, from: start, to: end, item: null })),
  ];
  return wants.map((want) => ({
    ...want,
    mayOverlap: held.some((one) => one.claimantId === want.claimantId && one.start < want.to && want.from < one.end),
  }));
}

/** Time for items that were worked out, wherever the rules allow it or somebody means it. */
export function takeTimeFor(
  deps: Deps,
  salon: Salon,
  member: MemberScope,
  { items, plan }: WantedVisit,
  now: Pick<Need, 'stations' | 'except'>,
  onPurpose: OnPurpose,
): Promise<WantState[]> {
  const { staffClaims, stationNeeds } = plan;
  const rules = againstRules(salon.config, items, plan);
  return takeTime(deps, salon, member, { staffClaims, stationNeeds, rules, ...now }, onPurpose);
}

/** From the first of some times to the last. */
export function spanOf(times: readonly { readonly start: number; readonly end: number }[]) {
  return { from: Math.min(...times.map((one) => one.start)), to: Math.max(...times.map((one) => one.end)) };
}
