import type { FunnelStep } from '@salon/contracts/funnel';
import type { Database } from '@salon/db/pool';
import { readStatement, sendOnce } from '@salon/db/write-statement';
import { DAY } from '@salon/domain/time/interval';
import type { SalonScope } from '../../scope/salon-scope.ts';
import { firstIdOf } from '../feed/first-id.ts';

export type FunnelRepo = ReturnType<typeof funnelRepo>;

/** How often a step was reached on a day of a salon. */
export type Reached = {
  readonly salonId: string;
  readonly day: string;
  readonly step: FunnelStep;
  readonly count: number;
};

/** Sorted, so that two processes that count at once wait for each other in one order. */
const ADD = `
  insert into funnel_count as f (salon_id, day, step, reached)
  select r."salonId", r.day, r.step, r.count
  from jsonb_to_recordset($1) as r ("salonId" uuid, day date, step text, count integer)
  order by 1, 2, 3
  on conflict (salon_id, day, step) do update set reached = f.reached + excluded.reached`;

/** By salon and two dates, both counted. */
export const REACHED = `
  select step, sum(reached)::int as count from funnel_count where salon_id = $1 and day between $2 and $3 group by step`;

/** Ids rise with the time they were made (`$2`: of the day before, as clocks may differ), so these are found by key. */
export const BOOKED = `
  select count(*)::int as count from booking
  where salon_id = $1 and id >= $2 and source = 'online' and created_at >= $3`;

export function funnelRepo(db: Database) {
  return {
    /** Adds what was counted. Sent once: told twice it would count twice. */
    async add(reached: readonly Reached[]): Promise<void> {
      await sendOnce(db, { name: 'funnel_add', text: ADD, values: [JSON.stringify(reached)] });
    },

    /** How often each step was reached from one day to another, both counted. */
    async reached({ salonId }: SalonScope, from: string, to: string): Promise<ReadonlyMap<string, number>> {
      const rows = await readStatement<{ step: string; count: number }>(db, {
        name: 'funnel_reached',
        text: REACHED,
        values: [salonId, from, to],
      });
      return new Map(rows.map(({ step, count }) => [step, count]));
    },

    /** Visits that customers booked by themselves since an instant (epoch milliseconds), whatever became of them. */
    async booked({ salonId }: SalonScope, since: number): Promise<number> {
      const [row] = await readStatement<{ count: number }>(db, {
        name: 'funnel_booked',
        text: BOOKED,
        values: [salonId, firstIdOf(since - DAY), new Date(since)],
      });
      return row?.count ?? 0;
    },
  };
}
