import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { VisitKind } from './often-together.ts';

export type BookedTogetherRepo = ReturnType<typeof bookedTogetherRepo>;

const YEAR = 365 * 86_400_000;

export function bookedTogetherRepo(db: Database) {
  return {
    /**
     * What is booked in one visit at this salon: of its last two thousand visits, those ahead included, the ones of the
     * year before `now` (epoch milliseconds) that were not cancelled. Its cost does not grow with the salon's history.
     */
    async kindsOfVisits({ salonId }: SalonScope, now: number): Promise<VisitKind[]> {
      return readStatement<VisitKind>(db, {
        name: 'kinds_of_visits',
        text: 'select services, visits from kinds_of_visits_v1($1, $2)',
        values: [salonId, new Date(now - YEAR)],
      });
    },
  };
}
