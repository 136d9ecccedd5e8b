import type { BookedTogether } from '@salon/contracts/booked-together';

/** Visits with the same services in the same order, and how many of them there were. */
export type VisitKind = { readonly services: readonly string[]; readonly visits: number };

/** How often one service was booked with another. */
export type Pair = {
  readonly serviceId: string;
  readonly otherId: string;
  /** Visits with both. */
  readonly visits: number;
  /** Of all visits with the one, those with the other: 0 to 1. */
  readonly share: number;
  /** Of the visits with both, those in which the other came first. */
  readonly otherFirst: number;
};

/** Fewer visits than these tell nothing, and might tell of somebody. */
const FEWEST_VISITS = 5;
/** Whatever is rarer is no hint but an advertisement. */
const SMALLEST_SHARE = 0.1;
const MOST_NAMED = 3;

/** Which services a salon's visits have in common often enough to speak of it. */
export function pairsIn(kinds: readonly VisitKind[]): Pair[] {
  const alone = new Map<string, number>();
  const both = new Map<string, Map<string, { visits: number; otherFirst: number }>>();
  for (const { services, visits } of kinds) {
    // A service that is done twice in a visit is one of its services, where it comes first.
    const distinct = [...new Set(services)];
    for (const [at, one] of distinct.entries()) {
      alone.set(one, (alone.get(one) ?? 0) + visits);
      const others = both.get(one) ?? new Map<string, { visits: number; otherFirst: number }>();
      both.set(one, others);
      for (const [otherAt, other] of distinct.entries()) {
        if (other === one) continue;
        const so = others.get(other) ?? { visits: 0, otherFirst: 0 };
        others.set(other, { visits: so.visits + visits, otherFirst: so.otherFirst + (otherAt < at ? visits : 0) });
      }
    }
  }
  return [...both].flatMap(([serviceId, others]) =>
    [...others]
      .map(([otherId, so]) => ({ serviceId, otherId, ...so, share: so.visits / (alone.get(serviceId) ?? so.visits) }))
      .filter(({ visits, share }) => visits >= FEWEST_VISITS && share >= SMALLEST_SHARE),
  );
}

/** What to tell of it, in the order of `bookable`: the services that can be booked online now. */
export function oftenTogether(pairs: readonly Pair[], bookable: readonly string[]): BookedTogether['services'] {
  const place = new Map(bookable.map((id, index) => [id, index]));
  const placeOf = ({ otherId }: Pair) => place.get(otherId) ?? 0;
  return bookable.flatMap((serviceId) => {
    const others = pairs
      .filter((pair) => pair.serviceId === serviceId && place.has(pair.otherId))
      .sort((a, b) => b.visits - a.visits || placeOf(a) - placeOf(b))
      .slice(0, MOST_NAMED);
    return others.length === 0 ? [] : [{ serviceId, with: others.map(told) }];
  });
}

function told({ otherId, visits, share, otherFirst }: Pair) {
  const comes: 'before' | 'after' = otherFirst * 2 > visits ? 'before' : 'after';
  return { serviceId: otherId, share: Math.round(share * 100) / 100, comes };
}
