import { type Interval, MINUTE, merge } from '../time/interval.ts';
import type { ArrangedItem, StaffClaim } from '../visit/arrangement.ts';
import { claimsOf, type KindNeed, type Work } from '../visit/claims.ts';
import type { DeskItem } from './desk-item.ts';

/** What a visit of the desk takes; all times are epoch milliseconds. */
export type DeskPlan = {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly priceCents: number;
  readonly items: readonly ArrangedItem[];
  /** Staff time with buffers. */
  readonly staffClaims: readonly StaffClaim[];
  /** Staff time without them: what must lie inside somebody's hours. */
  readonly work: readonly (Interval & { readonly staffId: string })[];
  readonly stationNeeds: readonly KindNeed[];
};

/**
 * What the items take, wherever they lie. Buffers are as in a visit booked online: each staff member clears up once, after
 * what she ends last. A station is one of its kind, from the first item that needs it until the last has cleared up.
 */
export function planVisit(items: readonly DeskItem[]): DeskPlan {
  const works = items.map(workOf);
  const { staffClaims, busyUntil } = claimsOf(works);
  const firstNeed = new Map<string, number>();
  for (const { stationKind, startsAt } of items) {
    if (stationKind === null) continue;
    firstNeed.set(stationKind, Math.min(startsAt, firstNeed.get(stationKind) ?? startsAt));
  }
  return {
    startsAt: Math.min(...works.map((work) => work.start)),
    endsAt: Math.max(...works.map((work) => work.end)),
    priceCents: items.reduce((sum, item) => sum + item.priceCents, 0),
    items: works.map(({ variant, start, end }) => ({
      serviceId: variant.service.id,
      staffId: variant.staffId,
      startsAt: start,
      endsAt: end,
      priceCents: variant.priceCents,
    })),
    staffClaims,
    work: works.flatMap(({ variant, start }) =>
      variant.busy.map((busy) => ({ staffId: variant.staffId, start: start + busy.start, end: start + busy.end })),
    ),
    stationNeeds: [...firstNeed].map(([kind, start]) => ({ kind, start, end: busyUntil })),
  };
}

function workOf(item: DeskItem, itemIndex: number): Work {
  const busy: Interval[] = [];
  const processing: Interval[] = [];
  let length = 0;
  for (const { kind, minutes } of item.phases) {
    const end = length + minutes * MINUTE;
    (kind === 'processing' ? processing : busy).push({ start: length, end });
    length = end;
  }
  const { serviceId, staffId, startsAt, phases, bufferMinutes, stationKind, priceCents } = item;
  const service = {
    ...{ id: serviceId, name: serviceId, phases, bufferMinutes, priceCents, stationKind },
    ...{ duringProcessing: true, bookable: true },
  };
  const variant = {
    ...{ service, staffId, staffOrder: 0, priceCents, length },
    ...{ buffer: bufferMinutes * MINUTE, busy: merge(busy), processing },
  };
  return { itemIndex, variant, start: startsAt, end: startsAt + length };
}
