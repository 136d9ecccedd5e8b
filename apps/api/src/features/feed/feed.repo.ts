import type { Database } from '@salon/db/pool';
import { readStatement, writeStatement } from '@salon/db/write-statement';
import { DAY } from '@salon/domain/time/interval';
import type { MemberScope, SalonScope } from '../../scope/salon-scope.ts';
import { firstIdOf } from './first-id.ts';

export type FeedRepo = ReturnType<typeof feedRepo>;

/** What a customer did by herself; times are epoch milliseconds. */
export type FeedRow = {
  id: string;
  at_ms: number;
  what: 'booked' | 'requested' | 'moved' | 'cancelled';
  visit_id: string;
  name: string;
  service: string;
  from_ms: number;
  was_ms: number | null;
};

/** Newest first; more nobody reads. */
const MOST = 100;

/** Where only one's own are seen (`$4`), something of it has to be hers; asked before the newest are counted out. */
const SEEN = (visit: string) => `($4::uuid is null or exists (
  select from booking_item i where i.salon_id = $1 and i.booking_id = ${visit} and i.staff_id = $4))`;

/**
 * Bookings made online tell of themselves: their ids rise with the time they were made, so the new ones are the last of
 * the primary key (`$3` is an id of the day before, as clocks may differ). What customers did later stands in the trail.
 */
export const FEED = `
  with done as (
    (select b.id, b.created_at as at, case b.status when 'requested' then 'requested' else 'booked' end as what,
       b.id as visit_id, null::timestamptz as now_at, null::timestamptz as was_at
     from booking b
     where b.salon_id = $1 and b.id >= $3 and b.source = 'online' and b.created_at > $2
       and ${SEEN('b.id')}
     order by b.id desc limit ${MOST})
    union all
    (select a.id, a.at, case a.action when 'visit.moved' then 'moved' else 'cancelled' end, a.subject_id,
       (a.after ->> 'startsAt')::timestamptz, (a.before ->> 'startsAt')::timestamptz
     from audit_entry a
     where a.salon_id = $1 and a.at > $2 and a.actor = 'customer' and a.action in ('visit.moved', 'visit.cancelled')
       and ${SEEN('a.subject_id')}
     order by a.at desc limit ${MOST})
  )
  select d.id, round(date_part('epoch', d.at) * 1000) as at_ms, d.what, d.visit_id, coalesce(b.guest_name, b.name) as name,
    coalesce((select string_agg(i.service_name, ', ' order by i.position) from booking_item i
      where i.salon_id = $1 and i.booking_id = b.id), '') as service,
    round(date_part('epoch', coalesce(d.now_at, b.starts_at)) * 1000) as from_ms,
    round(date_part('epoch', d.was_at) * 1000) as was_ms
  from done d join booking b on b.salon_id = $1 and b.id = d.visit_id
  order by d.at desc, d.id desc limit ${MOST}`;

export function feedRepo(db: Database) {
  return {
    /** What customers did by themselves since an instant, the newest first; of one staff member's visits, where named. */
    since({ salonId }: SalonScope, since: number, staffId: string | null): Promise<FeedRow[]> {
      return readStatement<FeedRow>(db, {
        name: 'feed',
        text: FEED,
        values: [salonId, new Date(since), firstIdOf(since - DAY), staffId],
      });
    },

    /** Until when a member has looked; undefined: never yet. */
    async seenUntil({ salonId, memberId }: MemberScope): Promise<number | undefined> {
      const [row] = await readStatement<{ seen_ms: number | null }>(db, {
        name: 'feed_seen_until',
        text: `select round(date_part('epoch', feed_seen_at) * 1000) as seen_ms from member where salon_id = $1 and id = $2`,
        values: [salonId, memberId],
      });
      return row?.seen_ms ?? undefined;
    },

    /** Remembers that a member has looked until then; never less than before. */
    async see({ salonId, memberId }: MemberScope, until: number): Promise<void> {
      await writeStatement(db, {
        name: 'feed_see',
        text: `update member set feed_seen_at = $3 where salon_id = $1 and id = $2 and coalesce(feed_seen_at, '-infinity') < $3`,
        values: [salonId, memberId, new Date(until)],
      });
    },
  };
}
