import type { SalonConfig } from '../salon/salon-config.ts';
import type { TakenTime, VisitRequest } from './arrangement.ts';
import { listSlots, type Slot, type SlotRange } from './slots.ts';

/** Another start the visit can really be booked at. */
export type Alternative = { readonly startsAt: number; readonly staffIds: readonly string[] };

export type AlternativesWanted = SlotRange & {
  readonly count: number;
  /** Nothing dearer, minor units; absent: whatever it costs. */
  readonly maxPriceCents?: number;
};

/**
 * The `count` bookable starts of the range nearest to the wanted one (epoch milliseconds), nearest first; of two equally
 * near the later. Starts that rule each other out (10:30 and 10:45 for half an hour) are offered together only when there
 * is nothing else: three choices shall be three. None for a basket too complex to be listed.
 */
export function alternativesTo(
  config: SalonConfig,
  request: VisitRequest,
  taken: readonly TakenTime[],
  startsAt: number,
  { count, maxPriceCents = Number.POSITIVE_INFINITY, ...range }: AlternativesWanted,
): Alternative[] {
  const days = listSlots(config, request, taken, range);
  if (days === 'basket_too_complex') return [];
  const distance = (one: { startsAt: number }) => Math.abs(one.startsAt - startsAt);
  const nearest = days
    .flatMap((day) => day.slots)
    .filter((slot) => slot.priceCents <= maxPriceCents)
    .sort((a, b) => distance(a) - distance(b) || b.startsAt - a.startsAt);
  return apartFirst(nearest, count)
    .sort((a, b) => distance(a) - distance(b) || b.startsAt - a.startsAt)
    .map((slot) => ({ startsAt: slot.startsAt, staffIds: slot.staffIds }));
}

/** The first `count` that do not overlap one another, filled up with others in their order. */
function apartFirst(slots: readonly Slot[], count: number): Slot[] {
  const chosen: Slot[] = [];
  for (const slot of slots) {
    if (chosen.length === count) return chosen;
    const apart = chosen.every((other) => slot.startsAt >= busyUntil(other) || other.startsAt >= busyUntil(slot));
    if (apart) chosen.push(slot);
  }
  const others = slots.filter((slot) => !chosen.includes(slot));
  return [...chosen, ...others.slice(0, count - chosen.length)];
}

function busyUntil({ best }: Slot): number {
  return Math.max(best.endsAt, ...[...best.staffClaims, ...best.stationNeeds].map((claim) => claim.end));
}
