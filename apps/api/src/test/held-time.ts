import type pg from 'pg';

/** Visits that take time: neither cancelled nor missed. */
const LIVE = "b.status in ('requested', 'confirmed', 'arrived', 'done')";

/** Asked of the tables, with nothing taken from their constraints; each row is something wrong. Services without buffers. */
const WRONG = [
  // Swept: a claim that begins before all that came before it have ended.
  `select format('%s is taken twice at %s', claimant_id, begins) from (
     select claimant_id, lower(during) as begins, max(upper(during)) over (
       partition by claimant_id order by lower(during), upper(during) rows between unbounded preceding and 1 preceding) as before
     from claim where salon_id = $1
   ) swept where before > begins`,
  `select format('visit %s wants %s of %s and holds %s', w.booking_id, w.during, w.claimant_id, h.own)
   from booking_want w
   join booking b on b.salon_id = w.salon_id and b.id = w.booking_id and ${LIVE}
   cross join lateral (
     select coalesce(range_agg(c.during) filter (where c.booking_id = b.id), '{}') as own, coalesce(range_agg(c.during), '{}') as anybody
     from claim c where c.salon_id = w.salon_id and c.claimant_id = w.claimant_id and c.during && w.during
   ) h
   where w.salon_id = $1 and case when w.overlaid then not h.anybody @> w.during else not h.own @> w.during end`,
  `select format('visit %s (%s) holds %s of %s, which it does not want', b.id, b.status, c.during, c.claimant_id)
   from claim c join booking b on b.salon_id = c.salon_id and b.id = c.booking_id
   where c.salon_id = $1 and not (${LIVE} and exists (
     select from booking_want w
     where w.salon_id = c.salon_id and w.booking_id = c.booking_id and w.claimant_id = c.claimant_id and w.during @> c.during))`,
  // What its services need of those who do them, against what the visit wants of staff.
  `select format('visit %s needs %s of %s and wants %s', booking_id, needed, claimant_id, wanted) from (
     select i.booking_id, i.staff_id as claimant_id, range_agg(tstzrange(i.starts_at + p.begins, i.starts_at + p.ends)) as needed
     from booking_item i
     join booking b on b.salon_id = i.salon_id and b.id = i.booking_id and ${LIVE}
     join (
       select salon_id, service_id, kind, make_interval(mins => (sum(minutes) over w - minutes)::int) as begins,
         make_interval(mins => (sum(minutes) over w)::int) as ends
       from service_phase window w as (partition by salon_id, service_id order by position)
     ) p on p.salon_id = i.salon_id and p.service_id = i.service_id and p.kind <> 'processing'
     where i.salon_id = $1 group by 1, 2
   ) n full join (
     select w.booking_id, w.claimant_id, range_agg(w.during) as wanted
     from booking_want w join booking b on b.salon_id = w.salon_id and b.id = w.booking_id and ${LIVE}
     where w.salon_id = $1 and w.item_position is not null group by 1, 2
   ) w using (booking_id, claimant_id) where needed is distinct from wanted`,
  `select format('visit %s is from %s to %s and its items from %s to %s', b.id, b.starts_at, b.ends_at, i.first, i.last)
   from booking b cross join lateral (
     select min(starts_at) as first, max(ends_at) as last from booking_item where salon_id = b.salon_id and booking_id = b.id
   ) i where b.salon_id = $1 and (b.starts_at, b.ends_at) is distinct from (i.first, i.last)`,
  `select format('time off %s (%s) of %s: %s is held by it, %s by anybody', o.id, tstzrange(o.starts_at, o.ends_at), o.staff_id, h.own, h.anybody)
   from time_off o cross join lateral (
     select coalesce(range_agg(c.during) filter (where c.time_off_id = o.id), '{}') as own, coalesce(range_agg(c.during), '{}') as anybody
     from claim c where c.salon_id = o.salon_id and c.claimant_id = o.staff_id and c.during && tstzrange(o.starts_at, o.ends_at)
   ) h
   where o.salon_id = $1 and case
     when o.ended_at is not null then not isempty(h.own)
     when o.overlaid then not h.anybody @> tstzrange(o.starts_at, o.ends_at)
     else not h.own @> tstzrange(o.starts_at, o.ends_at) end`,
  `select format('visit %s has %s keys and %s events of its making', b.id, k.n, o.n)
   from booking b cross join lateral (
     select (select count(*) from idempotency where salon_id = b.salon_id and target_id = b.salon_id and booking_id = b.id)
       + (select count(*) from desk_change d, jsonb_array_elements(d.earlier -> 'visits') v
          where d.salon_id = b.salon_id and (v ->> 'id')::uuid = b.id and v -> 'was' = 'null') as n
   ) k cross join lateral (
     select count(*) as n from outbox where salon_id = b.salon_id and booking_id = b.id and kind = 'booking_created'
   ) o where b.salon_id = $1 and (k.n, o.n) <> (1, 1)`,
];

/** What is wrong with who holds which time in a salon, in words; empty where every promise about it is kept. */
export async function wrongWithHeldTime(owner: Pick<pg.Pool, 'query'>, salonId: string): Promise<string[]> {
  const found: string[] = [];
  for (const sql of WRONG) {
    const { rows } = await owner.query({ text: sql, values: [salonId], rowMode: 'array' });
    found.push(...rows.map(([words]) => String(words)));
  }
  return found;
}
