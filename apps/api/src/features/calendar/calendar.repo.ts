import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { Window } from './desk-visit.repo.ts';

export type CalendarRepo = ReturnType<typeof calendarRepo>;

/** Time off or blocked time; times are epoch milliseconds. */
export type TimeOffRow = {
  id: string;
  version: number;
  staff_id: string;
  kind: 'time_off' | 'blocked';
  from_ms: number;
  to_ms: number;
  reason: string | null;
  overlaps: boolean;
};

/** Laid over visits counts only while one still lies there. */
export const TIME_OFF = `
  select t.id, t.version, t.staff_id, t.kind, t.reason,
    round(date_part('epoch', t.starts_at) * 1000) as from_ms, round(date_part('epoch', t.ends_at) * 1000) as to_ms,
    t.overlaid and exists (
      select from claim c where c.salon_id = $1 and c.claimant_id = t.staff_id
        and c.during && tstzrange(t.starts_at, t.ends_at) and c.booking_id is not null) as overlaps
  from time_off t
  where t.salon_id = $1 and t.ended_at is null and tstzrange(t.starts_at, t.ends_at) && tstzrange($2, $3)
    and ($4::uuid[] is null or t.staff_id = any ($4))
  order by t.starts_at, t.id`;

/** Visits by the day on which they begin, and the staff time they want; without those who did not come. */
export const LOAD = `
  select (v.starts_at at time zone $4)::date::text as date, count(distinct v.id)::integer as visits,
    round(coalesce(sum(date_part('epoch', upper(w.during) - lower(w.during))) / 60, 0))::integer as minutes
  from booking v
  left join booking_want w on w.salon_id = $1 and w.booking_id = v.id and w.item_position is not null
    and ($5::uuid[] is null or w.claimant_id = any ($5))
  where v.salon_id = $1 and v.starts_at >= $2 and v.starts_at < $3 and is_live(v.status)
    and ($5::uuid[] is null or w.claimant_id is not null)
  group by 1`;

/** What lies over taken time, beside each of those who hold some of that time. */
export const OVERLAPS = `
  with above as (
    select 'visit' as kind, b.id, coalesce(b.guest_name, b.name) as name, w.claimant_id, w.during
    from booking_want w join booking b on b.salon_id = $1 and b.id = w.booking_id and is_live(b.status)
    where w.salon_id = $1 and w.overlaid and upper(w.during) > $2
    union all
    select t.kind::text, t.id, null, t.staff_id, tstzrange(t.starts_at, t.ends_at)
    from time_off t
    where t.salon_id = $1 and t.overlaid and t.ended_at is null and t.ends_at > $2
  )
  select a.kind, a.id, a.name, a.claimant_id,
    round(date_part('epoch', lower(a.during)) * 1000) as from_ms, round(date_part('epoch', upper(a.during)) * 1000) as to_ms,
    coalesce(t.kind::text, 'visit') as below_kind, coalesce(c.booking_id, c.time_off_id) as below_id,
    coalesce(b.guest_name, b.name) as below_name,
    round(date_part('epoch', lower(c.during)) * 1000) as below_from_ms,
    round(date_part('epoch', upper(c.during)) * 1000) as below_to_ms
  from above a
  join claim c on c.salon_id = $1 and c.claimant_id = a.claimant_id and c.during && a.during
    and coalesce(c.booking_id, c.time_off_id) <> a.id
  left join booking b on b.salon_id = $1 and b.id = c.booking_id
  left join time_off t on t.salon_id = $1 and t.id = c.time_off_id
  where $3::uuid[] is null or a.claimant_id = any ($3)
  order by lower(a.during), a.id, a.claimant_id, lower(c.during)`;

/** Something lying over taken time, with one of those who hold that time. */
export type OverlapRow = {
  kind: Kind;
  id: string;
  name: string | null;
  claimant_id: string;
  from_ms: number;
  to_ms: number;
  below_kind: Kind;
  below_id: string;
  below_name: string | null;
  below_from_ms: number;
  below_to_ms: number;
};
type Kind = 'visit' | 'time_off' | 'blocked';

export function calendarRepo(db: Database) {
  return {
    /** By date: how many visits begin, and how many minutes of these staff members they take. */
    async load({ salonId }: SalonScope, { from, to }: Window, timeZone: string, staffIds: readonly string[] | null) {
      const rows = await readStatement<{ date: string; visits: number; minutes: number }>(db, {
        name: 'desk_load',
        text: LOAD,
        values: [salonId, new Date(from), new Date(to), timeZone, staffIds],
      });
      return new Map(rows.map((row) => [row.date, row]));
    },

    /** What lies over taken time from an instant on; of some staff members only, where named. */
    overlaps({ salonId }: SalonScope, from: number, staffIds: readonly string[] | null): Promise<OverlapRow[]> {
      return readStatement<OverlapRow>(db, {
        name: 'desk_overlaps',
        text: OVERLAPS,
        values: [salonId, new Date(from), staffIds],
      });
    },

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
