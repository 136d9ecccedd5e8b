import type { SalonConfig } from '../salon/salon-config.ts';
import type { TakenTime, VisitRequest } from './arrangement.ts';
import { coursesOf } from './course.ts';
import { type FreeTimes, freeTime } from './free-time.ts';
import { datesAround, isCutShort, prepareSearch, type Search } from './search.ts';
import { bookableDays, type Slot, type SlotRange, slotsOn } from './slots.ts';

/** Another start the visit can really be booked at. */
export type Alternative = { readonly startsAt: number; readonly staffIds: readonly string[] };

export type AlternativesWanted = {
  readonly count: number;
  /** Nothing dearer, minor units; absent: whatever it costs. */
  readonly maxPriceCents?: number;
  /** What this holder takes counts as free. */
  readonly except?: string;
};

/** `startsAt` in epoch milliseconds. */
export type FindAlternatives = (request: VisitRequest, startsAt: number, wanted: AlternativesWanted) => Alternative[];

/**
 * Finds, for one visit after the other among the same `taken` time, the `count` bookable starts of the range nearest to the
 * wanted one, nearest first; of two equally near the later. Starts that rule each other out (10:30 and 10:45 for half an
 * hour) are offered together only when there is nothing else: three choices shall be three. None for a basket too complex
 * to be searched. `taken` as {@link listSlots} wants it.
 *
 * Days are looked at from the nearest on and no further than it takes, and what is free is worked out once for all visits.
 */
export function alternativesAmong(
  config: SalonConfig,
  taken: readonly TakenTime[],
  range: SlotRange,
): FindAlternatives {
  const days = bookableDays(config, range);
  const [first, last] = [days.at(0)?.date, days.at(-1)?.date];
  // By their last date: few visits reach further than others.
  const known = new Map<string | undefined, FreeTimes>();
  const freeOn = (dates: readonly string[]) => {
    const free = known.get(dates.at(-1)) ?? freeTime(config, taken, dates);
    known.set(dates.at(-1), free);
    return free;
  };
  return (request, startsAt, wanted) => {
    const courses = coursesOf(config, request);
    if (courses === 'basket_too_complex' || courses.length === 0) return [];
    if (first === undefined || last === undefined) return [];
    const free = freeOn(datesAround(courses, first, last));
    const own = wanted.except === undefined ? free : free.without(wanted.except);
    return nearest(prepareSearch(config, courses, own), days, request.items.length === 1, { ...wanted, startsAt });
  };
}

/** The same for one visit. */
export function alternativesTo(
  config: SalonConfig,
  request: VisitRequest,
  taken: readonly TakenTime[],
  startsAt: number,
  wanted: SlotRange & AlternativesWanted,
): Alternative[] {
  return alternativesAmong(config, taken, wanted)(request, startsAt, wanted);
}

type Day = { readonly date: string; readonly starts: readonly number[] };

function nearest(
  search: Search,
  days: readonly Day[],
  single: boolean,
  { startsAt, count, maxPriceCents = Number.POSITIVE_INFINITY }: AlternativesWanted & { readonly startsAt: number },
): Alternative[] {
  const distance = (start: number) => Math.abs(start - startsAt);
  const inOrder = (a: Slot, b: Slot) => distance(a.startsAt) - distance(b.startsAt) || b.startsAt - a.startsAt;
  const fromNearest = days
    .map((day) => ({ ...day, away: Math.min(...day.starts.map(distance)) }))
    .sort((a, b) => a.away - b.away);
  const found: Slot[] = [];
  let chosen: Slot[] = [];
  for (const [index, { date, starts }] of fromNearest.entries()) {
    found.push(...slotsOn(search, date, starts, single).filter((slot) => slot.priceCents <= maxPriceCents));
    if (isCutShort(search)) return [];
    // What comes on later days is no nearer than that, and may be as near and later: preferred.
    const beyond = fromNearest[index + 1]?.away ?? Number.POSITIVE_INFINITY;
    chosen = apart(found.filter((slot) => distance(slot.startsAt) < beyond).sort(inOrder), count);
    if (chosen.length === count) break;
  }
  const others = found.filter((slot) => !chosen.includes(slot)).sort(inOrder);
  return [...chosen, ...others.slice(0, count - chosen.length)]
    .sort(inOrder)
    .map((slot) => ({ startsAt: slot.startsAt, staffIds: slot.staffIds }));
}

/** The first `count` that do not overlap one another. */
function apart(slots: readonly Slot[], count: number): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots) {
    if (chosen.length === count) break;
    if (chosen.every((other) => slot.startsAt >= busyUntil(other) || other.startsAt >= busyUntil(slot))) {
      chosen.push(slot);
    }
  }
  return chosen;
}

function busyUntil({ best }: Slot): number {
  return Math.max(best.endsAt, ...[...best.staffClaims, ...best.stationNeeds].map((claim) => claim.end));
}
