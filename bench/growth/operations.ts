import { claimRepo } from '@salon/api/features/availability/claim.repo';
import { bookingRepo } from '@salon/api/features/booking/booking.repo';
import { scopeOfPublicSalon } from '@salon/api/scope/salon-scope';
import type { Database } from '@salon/db/pool';
import type { GrownSalon, VisitCall } from './visits.ts';

const DAY = 86_400_000;

/** The two operations that are measured, through the API's own statements. */
export function operations(db: Database, now: number) {
  const bookings = bookingRepo(db);
  const claims = claimRepo(db);
  return {
    /** Books; anything but a booking is an error. */
    async book({ salon, startsAt, visit, arrangement }: VisitCall): Promise<void> {
      const decided = { version: 1, now, day: { start: startsAt - DAY / 2, end: startsAt + DAY / 2 } };
      const request = { key: visit.id, hash: Buffer.alloc(32) };
      const scope = scopeOfPublicSalon(salon);
      const { outcome } = await bookings.book({ scope, request, decided, visit, arrangements: [arrangement] });
      if (outcome !== 'booked') throw new Error(`a free time was not booked: ${outcome}`);
    },
    /** Reads the taken time of everybody in a salon over the coming fortnight. */
    async read(salon: GrownSalon): Promise<void> {
      const window = { from: now, to: now + 14 * DAY };
      const { taken } = await claims.taken(scopeOfPublicSalon(salon), [...salon.staff, ...salon.chairs], window);
      if (taken.length === 0) throw new Error('nothing is taken in a full salon');
    },
  };
}
