import { closedSpans, staffOpenings } from '../salon/openings.ts';
import type { SalonConfig } from '../salon/salon-config.ts';
import { datesTouched } from '../time/days-span.ts';
import { type Interval, intersect, merge, subtract } from '../time/interval.ts';
import type { StaffClaim } from '../visit/arrangement.ts';
import type { KindNeed } from '../visit/claims.ts';
import type { DeskItem } from './desk-item.ts';
import type { DeskPlan } from './desk-plan.ts';

/** Somebody's or something's time, and who holds it. */
export type Held = Interval & {
  /** Staff member or station. */
  readonly claimantId: string;
  readonly holder:
    | { readonly kind: 'visit'; readonly id: string; readonly name: string }
    | { readonly kind: 'time_off' | 'blocked'; readonly id: string; readonly name: string | null };
};

/** A station for a need; `free: false`: none is, and this one would be shared. */
export type ChosenStation = KindNeed & { readonly stationId: string; readonly free: boolean };

/** What is against the salon's own rules where the desk wants a visit. */
export type RuleObstacle = Interval & {
  readonly kind: 'not_offered' | 'outside_openings' | 'closure';
  readonly staffId: string;
};

/** Time that is taken where the desk wants a visit. */
export type TimeObstacle = Interval &
  (
    | {
        readonly kind: 'visit' | 'time_off' | 'blocked';
        readonly staffId: string;
        readonly holder: Held['holder'] | null;
      }
    | { readonly kind: 'station'; readonly stationId: string; readonly holder: Held['holder'] | null }
  );

export type Obstacle = RuleObstacle | TimeObstacle;

/** Stations a visit has, and those somebody wants for it, whoever sits there. */
export type StationWish = { readonly has?: readonly string[]; readonly named?: readonly string[] };

/**
 * A station for each need: the one that is named; else one the visit has already if it can keep it, else the first that is
 * free; where none is, the first there is. A kind the salon has no station of is not needed.
 */
export function chooseStations(
  config: SalonConfig,
  needs: readonly KindNeed[],
  held: readonly Held[],
  { has = [], named = [] }: StationWish = {},
): ChosenStation[] {
  return needs.flatMap((need) => {
    const ofKind = config.stations.filter((station) => station.kind === need.kind).map((station) => station.id);
    const wanted = ofKind.filter((id) => named.includes(id));
    const inOrder =
      wanted.length > 0
        ? wanted
        : [...ofKind.filter((id) => has.includes(id)), ...ofKind.filter((id) => !has.includes(id))];
    const free = inOrder.find((id) => !held.some((one) => one.claimantId === id && overlap(one, need)));
    const stationId = free ?? inOrder[0];
    return stationId === undefined ? [] : [{ ...need, stationId, free: free !== undefined }];
  });
}

/** Where a visit is against the salon's own rules. Processing keeps nobody, and a buffer may run over somebody's hours. */
export function againstRules(config: SalonConfig, items: readonly DeskItem[], plan: DeskPlan): RuleObstacle[] {
  return [
    ...plan.items.flatMap(({ staffId, startsAt, endsAt }, index): RuleObstacle[] =>
      items[index]?.offered === false ? [{ kind: 'not_offered', staffId, start: startsAt, end: endsAt }] : [],
    ),
    ...outsideOpenings(config, plan.work),
  ];
}

/** What of somebody's work lies outside of her hours. */
export function outsideOpenings(
  config: SalonConfig,
  work: readonly (Interval & { readonly staffId: string })[],
): RuleObstacle[] {
  return [...Map.groupBy(work, ({ staffId }) => staffId)].flatMap(([id, hers]) => outsideHours(config, id, hers));
}

/** Whose time a visit would lie over: others', or (without a holder) its own, where somebody would do two things at once. */
export function overTaken(
  staffClaims: readonly StaffClaim[],
  stations: readonly ChosenStation[],
  held: readonly Held[],
): TimeObstacle[] {
  return [
    ...othersTime(staffClaims, held),
    ...ownTime(staffClaims),
    ...stations.filter((station) => !station.free).map((station) => takenStation(station, held)),
  ];
}

function outsideHours(config: SalonConfig, staffId: string, work: readonly Interval[]): RuleObstacle[] {
  const staff = config.staff.find((one) => one.id === staffId);
  const busy = merge(work);
  const dates = datesTouched(config.timeZone, hull(work));
  const open = staff === undefined ? [] : merge(dates.flatMap((date) => staffOpenings(config, staff, date)));
  const outside = subtract(busy, open);
  const closed = merge(config.closures.flatMap((closure) => closedSpans(config.timeZone, closure, dates)));
  return [
    ...intersect(outside, closed).map((one): RuleObstacle => ({ kind: 'closure', staffId, ...one })),
    ...subtract(outside, closed).map((one): RuleObstacle => ({ kind: 'outside_openings', staffId, ...one })),
  ];
}

function othersTime(staffClaims: readonly StaffClaim[], held: readonly Held[]): TimeObstacle[] {
  const found = staffClaims.flatMap((claim) =>
    held
      .filter((one) => one.claimantId === claim.staffId && overlap(one, claim))
      .map(({ holder, start, end }) => ({ staffId: claim.staffId, holder, start, end })),
  );
  const byHolder = Map.groupBy(found, ({ staffId, holder }) => `${staffId} ${holder.id}`);
  return [...byHolder.values()].flatMap((list) =>
    list
      .slice(0, 1)
      .map(({ staffId, holder }): TimeObstacle => ({ kind: holder.kind, staffId, holder, ...hull(list) })),
  );
}

function ownTime(staffClaims: readonly StaffClaim[]): TimeObstacle[] {
  return staffClaims.flatMap((claim, index) =>
    staffClaims
      .slice(index + 1)
      .filter((other) => other.staffId === claim.staffId && overlap(other, claim))
      .map((other): TimeObstacle => {
        const [start, end] = [Math.max(claim.start, other.start), Math.min(claim.end, other.end)];
        return { kind: 'visit', staffId: claim.staffId, holder: null, start, end };
      }),
  );
}

function takenStation({ stationId, start, end }: ChosenStation, held: readonly Held[]): TimeObstacle {
  const there = held.filter((one) => one.claimantId === stationId && overlap(one, { start, end }));
  return { kind: 'station', stationId, holder: there[0]?.holder ?? null, start, end };
}

const overlap = (a: Interval, b: Interval) => a.start < b.end && b.start < a.end;

const hull = (list: readonly Interval[]): Interval => ({
  start: Math.min(...list.map((one) => one.start)),
  end: Math.max(...list.map((one) => one.end)),
});
