import type { BookedTogether } from '@salon/contracts/booked-together';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';
import type { BookedTogetherRepo } from './booked-together.repo.ts';
import { oftenTogether, type Pair, pairsIn } from './often-together.ts';

/** Salons whose counts one process keeps at hand, and for how long. */
const KEPT = 2_000;
const KEPT_FOR = 10 * 60_000;

export type BookedTogetherService = ReturnType<typeof bookedTogetherService>;

/**
 * What is booked together, counted once for all who ask within ten minutes. Whose turn it is to be
 * counted waits for the salon before: of the connections that bookings need it takes one at most.
 */
export function bookedTogetherService(repo: BookedTogetherRepo, clock: () => number) {
  const turn = pLimit(1);
  const kept = new LRUCache<string, readonly Pair[], SalonScope>({
    max: KEPT,
    ttl: KEPT_FOR,
    ttlResolution: 0,
    perf: { now: clock },
    fetchMethod: (_id, _stale, { context }) => turn(async () => pairsIn(await repo.kindsOfVisits(context, clock()))),
  });

  return async ({ scope, config }: Salon): Promise<BookedTogether> => {
    const pairs = (await kept.fetch(scope.salonId, { context: scope })) ?? [];
    const offered = new Set(config.staff.flatMap(({ offers }) => offers.map(({ serviceId }) => serviceId)));
    const bookable = config.services.filter(({ id, bookable }) => bookable && offered.has(id)).map(({ id }) => id);
    return { services: oftenTogether(pairs, bookable) };
  };
}
