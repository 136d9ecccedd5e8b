import { AppError } from '@salon/api/errors/app-error';
import { claimRepo } from '@salon/api/features/availability/claim.repo';
import { bookingRepo } from '@salon/api/features/booking/booking.repo';
import { type BookingDeps, bookVisit } from '@salon/api/features/booking/booking.service';
import type { Salon } from '@salon/api/features/salon/salon';
import type { SalonService } from '@salon/api/features/salon/salon.service';
import type { AnyErrorCode } from '@salon/contracts/desk/errors';
import type { Database } from '@salon/db/pool';
import { seededRandom } from '../random.ts';
import { seededId } from '../seeded-id.ts';
import type { PlannedDay } from './plan.ts';
import type { PlannedVisit } from './planned-visit.ts';

/** Days that are booked side by side. */
const LANES = 6;
/** What a booking can be refused for when the salon was used between two seedings; anything else is a fault. */
const OVERTAKEN: readonly AnyErrorCode[] = ['slot_taken', 'slot_not_bookable', 'price_changed', 'call_salon'];

/**
 * Books what is planned and not there yet, each visit under its own key and at its own time, as if its customer had
 * just asked. Visits of one day follow each other: which chair is the first free one depends on it.
 * What somebody else has taken meanwhile is left out. Returns how many were booked.
 */
export async function makeBookings(
  db: Database,
  { salon, salons }: { readonly salon: Salon; readonly salons: SalonService },
  days: readonly PlannedDay[],
): Promise<number> {
  const shared = {
    salons,
    claims: claimRepo(db),
    repo: bookingRepo(db),
    readOnly: { on: false, until: null },
    announceChange: () => {},
  };
  const there = await bookedBefore(db, salon, days);
  const waiting = days.values();
  let booked = 0;
  let broken = false;
  const lane = async () => {
    for (const { visits } of waiting) {
      for (const visit of visits) {
        if (broken) return;
        if (!there.has(visit.id) && (await book(shared, salon, visit))) booked += 1;
      }
    }
  };
  const lanes = Array.from({ length: LANES }, async () => {
    try {
      await lane();
    } catch (error) {
      broken = true;
      throw error;
    }
  });
  await Promise.all(lanes);
  return booked;
}

type Shared = Pick<BookingDeps, 'salons' | 'claims' | 'repo' | 'readOnly' | 'announceChange'>;

/** False: it cannot be had any more. */
async function book(shared: Shared, salon: Salon, visit: PlannedVisit): Promise<boolean> {
  const { id, key, body, source, bookedAt } = visit;
  const spare = seededRandom(id);
  const ids = [id].values();
  const deps: BookingDeps = {
    ...shared,
    clock: () => bookedAt,
    newId: () => ids.next().value ?? seededId(spare, bookedAt),
    newReference: () => visit.reference,
  };
  try {
    const { duplicate } = await bookVisit(deps, { salon, body, key, requestId: key, source, announce: false });
    return !duplicate;
  } catch (error) {
    if (error instanceof AppError && OVERTAKEN.includes(error.code)) return false;
    throw error;
  }
}

/** Ids of the planned visits that an earlier, interrupted seeding has booked. */
async function bookedBefore(db: Database, salon: Salon, days: readonly PlannedDay[]): Promise<Set<string>> {
  const ids = days.flatMap(({ visits }) => visits.map(({ id }) => id));
  const { rows } = await db.pool.query<{ id: string }>('select id from booking where salon_id = $1 and id = any($2)', [
    salon.profile.id,
    ids,
  ]);
  return new Set(rows.map(({ id }) => id));
}
