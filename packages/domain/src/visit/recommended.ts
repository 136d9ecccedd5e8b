import type { Service } from '../salon/salon-config.ts';
import { type Interval, MINUTE } from '../time/interval.ts';
import { localDay } from '../time/local-day.ts';
import type { Arrangement, StaffClaim } from './arrangement.ts';
import type { Beside, FreeTime } from './free-time.ts';
import type { Search } from './search.ts';

/** Why a slot suits the salon: it touches taken time or closing on both sides, on one, or begins an untouched day. */
export type Reason = 'fills_gap' | 'adjacent' | 'opens_day';

export type Recommendation = { readonly reason: Reason; readonly gap: Gap };

/** The free time a visit would lie in: what is before whoever begins it and after whoever ends it. */
export type Gap = { readonly before: Neighbour; readonly after: Neighbour };

type Neighbour = {
  readonly staffId: string;
  readonly beside: Beside;
  /** Free time that stays between it and the visit, milliseconds. */
  readonly left: number;
};

const MOST_A_DAY = 3;
const IN_ORDER: readonly Reason[] = ['fills_gap', 'adjacent', 'opens_day'];

/**
 * Marks at most three of a day's slots, given as their best arrangements in ascending order: those that leave no time
 * that nobody could book.
 */
export function recommendations(
  search: Search,
  date: string,
  slots: readonly Arrangement[],
): ReadonlyMap<Arrangement, Recommendation> {
  const shortest = shortestVisit(search.config.services);
  const load = search.free.loadOn(localDay(search.config.timeZone, date));
  const candidates = slots.flatMap((slot, index) => {
    const lying = lyingIn(search.free, slot);
    const reason = lying && reasonFor(lying, shortest, index === 0 && load(lying.first.staffId) === 0);
    return reason === null || lying === null ? [] : { slot, reason, lying };
  });
  candidates.sort((a, b) => IN_ORDER.indexOf(a.reason) - IN_ORDER.indexOf(b.reason));
  return new Map(
    candidates
      .slice(0, MOST_A_DAY)
      .map(({ slot, reason, lying }) => [slot, { reason, gap: gapOf(search.free, lying) }]),
  );
}

/** The first and the last claim of a visit, and the free time of their staff members that is left beside them. */
type Lying = {
  readonly first: StaffClaim;
  readonly last: StaffClaim;
  readonly before: number;
  readonly after: number;
};

function lyingIn(free: FreeTime, { staffClaims }: Arrangement): Lying | null {
  const first = staffClaims.at(0);
  const last = latest(staffClaims);
  if (first === undefined || last === undefined) return null;
  const before = first.start - (roomAround(free.ofStaff(first.staffId), first)?.start ?? first.start);
  const after = (roomAround(free.ofStaff(last.staffId), last)?.end ?? last.end) - last.end;
  return { first, last, before, after };
}

function reasonFor({ before, after }: Lying, shortest: number, opensDay: boolean): Reason | null {
  const wastes = (gap: number) => gap > 0 && gap < shortest;
  if (wastes(before) || wastes(after)) return null;
  if (before === 0 && after === 0) return 'fills_gap';
  // The first slot of an untouched day mostly lies at its opening edge: it touches nothing but the day's beginning.
  if (opensDay) return 'opens_day';
  return before === 0 || after === 0 ? 'adjacent' : null;
}

function gapOf(free: FreeTime, { first, last, before, after }: Lying): Gap {
  const begins = free.beside(first.staffId, 'end', first.start - before);
  const ends = free.beside(last.staffId, 'start', last.end + after);
  return {
    before: { staffId: first.staffId, beside: begins, left: before },
    after: { staffId: last.staffId, beside: ends, left: after },
  };
}

function roomAround(free: readonly Interval[], claim: Interval): Interval | undefined {
  return free.find((room) => room.start <= claim.start && claim.end <= room.end);
}

function latest(claims: readonly StaffClaim[]): StaffClaim | undefined {
  return claims.reduce<StaffClaim | undefined>(
    (last, claim) => (last && last.end >= claim.end ? last : claim),
    undefined,
  );
}

/** The least time anything sold takes, with its buffer, milliseconds. */
function shortestVisit(services: readonly Service[]): number {
  const lengths = services
    .filter((service) => service.bookable)
    .map((service) => service.phases.reduce((sum, phase) => sum + phase.minutes, service.bufferMinutes));
  return Math.min(...lengths) * MINUTE;
}
