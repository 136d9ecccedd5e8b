import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { Window } from './desk-visit.repo.ts';

export type CalendarRepo = ReturnType<typeof calendarRepo>;

/** Time off or blocked time; times are epoch milliseconds. */
export type TimeOffRow = {
  id: string;
  staff_id: string;
  kind: 'time_off' | 'blocked';
  from_ms: number;
  to_ms: number;
  reason: string | null;
  overlaps: boolean;
};

/** Laid over visits counts only while one still lies there. */
export const TIME_OFF = `
  select t.id, t.staff_id, t.kind, t.reason,
    round(date_part('epoch', t.starts_at) * 1000) as from_ms, round(date_part('epoch', t.ends_at) * 1000) as to_ms,
    t.overlaid and exists (
      select from claim c where c.salon_id = $1 and c.claimant_id = t.staff_id
        and c.during && tstzrange(t.starts_at, t.ends_at) and c.booking_id is not null) as overlaps
  from time_off t
  where t.salon_id = $1 and t.ended_at is null and tstzrange(t.starts_at, t.ends_at) && tstzrange($2, $3)
    and ($4::uuid[] is null or t.staff_id = any ($4))
  order by t.starts_at, t.id`;

export function calendarRepo(db: Database) {
  return {
    /** Time off and blocked time of some days that has not been ended; of some staff members only, where named. */
    timeOff({ salonId }: SalonScope, { from, to }: Window, staffIds: readonly string[] | null): Promise<TimeOffRow[]> {
      return readStatement<TimeOffRow>(db, {
        name: 'desk_time_off',
        text: TIME_OFF,
        values: [salonId, new Date(from), new Date(to), staffIds],
      });
    },
  };
}
