import { LRUCache } from 'lru-cache';

/** Whoever did something within so long is there, in milliseconds. */
const MINUTES = 5 * 60_000;
/** As many are told apart, of each kind. */
const MOST = 20_000;

export const AREAS = ['customers', 'desk'] as const;
export type Area = (typeof AREAS)[number];

/** Whom this process has seen of late; told to its peers by marks that mean nothing elsewhere. */
export type Seen = ReturnType<typeof seenOfLate>;

export function seenOfLate(clock: () => number) {
  const of = () => new LRUCache<string, true>({ max: MOST, ttl: MINUTES, perf: { now: clock }, ttlResolution: 0 });
  const areas = { customers: of(), desk: of() } satisfies Record<Area, unknown>;
  return {
    note: (area: Area, mark: string) => void areas[area].set(mark, true),
    marks(): Record<Area, string[]> {
      for (const area of AREAS) areas[area].purgeStale();
      return { customers: [...areas.customers.keys()], desk: [...areas.desk.keys()] };
    },
  };
}

/** How many different ones several processes have seen. */
export function countSeen(told: readonly Record<string, readonly string[]>[], area: Area): number {
  return new Set(told.flatMap((seen) => seen[area] ?? [])).size;
}
