import { OverloadedError } from '@salon/db/write-statement';
import { LRUCache } from 'lru-cache';
import pLimit, { type LimitFunction } from 'p-limit';

/** Writes of one salon that are with the database at once: half of the pool, so that the others always have theirs. */
const AT_ONCE = 10;
/** How long a write may stand in line, in milliseconds. */
const PATIENCE = 5_000;
const SALONS = 2_000;

/**
 * A lane for each salon's writes. While one salon's configuration changes, its bookings wait in the
 * database; without a lane they would hold every connection, and all other salons would wait too.
 */
export function salonLanes() {
  const lanes = new LRUCache<string, LimitFunction>({ max: SALONS });
  return async function inLane<T>(salonId: string, write: () => Promise<T>): Promise<T> {
    const lane = lanes.get(salonId) ?? pLimit(AT_ONCE);
    lanes.set(salonId, lane);
    const giveUpAt = performance.now() + PATIENCE;
    return lane(() => {
      if (performance.now() > giveUpAt) throw new OverloadedError('lane');
      return write();
    });
  };
}
