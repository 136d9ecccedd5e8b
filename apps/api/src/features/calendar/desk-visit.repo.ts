import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import { MINUTE } from '@salon/domain/time/interval';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { ItemRow, VisitRow, VisitRows, WantRow } from './desk-visit.row.ts';

export type DeskVisitRepo = ReturnType<typeof deskVisitRepo>;

/** Some days as instants. */
export type Window = { readonly from: number; readonly to: number };

/** Visits longer than this have an index of their own (booking_long), so that all others begin near the window. */
const LONG = 720 * MINUTE;

/**
 * Visits that begin or last in a window: those that begin in it or so little before it that they may, and the few very
 * long ones by their end. `$5` leaves those of some staff members.
 */
const IN_WINDOW = `
  select b.* from (
    select * from booking where salon_id = $1 and starts_at >= $4 and starts_at < $3
    union all
    select * from booking where salon_id = $1 and starts_at < $4 and ends_at > $2
      and ends_at - starts_at > interval '12 hours'
  ) b
  where b.ends_at > $2 and b.status <> 'cancelled' and ($5::uuid[] is null or exists (
    select from booking_item i where i.salon_id = $1 and i.booking_id = b.id and i.staff_id = any ($5)))`;
const NAMED = 'select * from booking where salon_id = $1 and id = any ($2)';

const millis = (instant: string, name: string) => `round(date_part('epoch', ${instant}) * 1000) as ${name}`;

const visitsIn = (source: string) => `
  select v.id, v.reference, v.status, v.version, ${millis('v.starts_at', 'from_ms')}, ${millis('v.ends_at', 'to_ms')},
    v.customer_id, v.name, v.guest_name, v.phone, v.email, v.note, v.price_cents, v.source = 'online' as online,
    exists (select from customer a where a.salon_id = $1 and a.id = v.customer_id and a.allergies is not null) as allergy,
    v.customer_id is not null and not c.known as new_customer, c.no_shows,
    c.at_once and is_live(v.status) as at_once
  from (${source}) v
  cross join lateral (
    select coalesce(bool_or(o.starts_at < v.starts_at and is_live(o.status)), false) as known,
      count(*) filter (where o.status = 'no_show')::integer as no_shows,
      coalesce(bool_or(
        o.id <> v.id and o.starts_at < v.ends_at and o.ends_at > v.starts_at and is_live(o.status)), false) as at_once
    from booking o where o.salon_id = $1 and o.customer_id = v.customer_id
  ) c
  order by v.starts_at, v.id`;

const itemsIn = (source: string) => `
  select i.booking_id, i.position, i.service_id, i.service_name, i.staff_id, i.staff_name,
    ${millis('i.starts_at', 'from_ms')}, ${millis('i.ends_at', 'to_ms')}, i.price_cents
  from (${source}) v join booking_item i on i.salon_id = $1 and i.booking_id = v.id
  order by i.booking_id, i.position`;

/** Laid over taken time counts only while somebody else holds some of it. */
const wantsIn = (source: string) => `
  select w.booking_id, w.claimant_id, w.item_position,
    ${millis('lower(w.during)', 'from_ms')}, ${millis('upper(w.during)', 'to_ms')},
    w.overlaid and exists (
      select from claim c where c.salon_id = $1 and c.claimant_id = w.claimant_id and c.during && w.during
        and c.booking_id is distinct from w.booking_id) as overlaps
  from (${source}) v join booking_want w on w.salon_id = $1 and w.booking_id = v.id
  order by w.booking_id, w.position`;

export function deskVisitRepo(db: Database) {
  async function rows(name: string, source: string, values: readonly unknown[]): Promise<VisitRows> {
    const [visits, items, wants] = await Promise.all([
      readStatement<VisitRow>(db, { name: `${name}_visits`, text: visitsIn(source), values }),
      readStatement<ItemRow>(db, { name: `${name}_items`, text: itemsIn(source), values }),
      readStatement<WantRow>(db, { name: `${name}_wants`, text: wantsIn(source), values }),
    ]);
    return { visits, items, wants };
  }

  return {
    /** What is known of the visits of some days that are not cancelled; of some staff members only, where named. */
    inWindow({ salonId }: SalonScope, { from, to }: Window, staffIds: readonly string[] | null): Promise<VisitRows> {
      return rows('window', IN_WINDOW, [salonId, new Date(from), new Date(to), new Date(from - LONG), staffIds]);
    },

    /** The same of visits by their ids, whatever their state. */
    named({ salonId }: SalonScope, ids: readonly string[]): Promise<VisitRows> {
      return rows('named', NAMED, [salonId, ids]);
    },
  };
}
