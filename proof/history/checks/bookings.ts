import type { HistoryCheck } from '../history-check.ts';

/** A booking that takes somebody's time; the others are cancelled, or nobody came. */
const LIVE = "m.status in ('requested', 'confirmed', 'arrived', 'done')";

/** What a booking is: what was asked for, with its time held once and its event written once. */
export const BOOKING_CHECKS: readonly HistoryCheck[] = [
  {
    name: 'as asked',
    words: 'Every booking that stands where it was made is for the services, the time and the persons asked for.',
    checked: `select count(*) from made m join kept_key k on k.salon_id = m.salon_id and k.booking_id = m.id`,
    wrong: `
      select format('booking %s in %s: %s at %s; asked for: %s at %s', m.id, m.slug, i.says, m.starts_at, a.services, a.wanted)
      from made m
      join kept_key k on k.salon_id = m.salon_id and k.booking_id = m.id
      join asked_key a on a.salon_id = k.salon_id and a.key = k.key
      cross join lateral (
        select string_agg(i.service_name || ' with ' || i.staff_id, ', ' order by i.position) as says,
          bool_or(i.service_name is distinct from w.one ->> 'service'
            or i.staff_id::text <> coalesce(w.one ->> 'staffId', i.staff_id::text)) as differs
        from (select * from booking_item where salon_id = m.salon_id and booking_id = m.id) i
        full join jsonb_array_elements(a.services) with ordinality as w (one, n) on w.n = i.position + 1
      ) i
      where m.sequence = 0 and (m.starts_at <> a.wanted or i.differs)`,
  },
  {
    name: 'as told',
    words: 'In every visit of several services each is done by whom and when its customer was told.',
    checked: 'select count(*) from attempt where items is not null',
    // A service that is not there at all was asked for, and is missed above.
    wrong: `
      select format('%s: key %s was told %s by %s from %s to %s, but in booking %s it is %s by %s from %s to %s', a.at, a.key,
        t.service, t.person, t.begins, t.ends, m.id, i.service_name, i.staff_id, i.starts_at, i.ends_at)
      from attempt a
      join asked_salon s on s.slug = a.salon
      join made m on m.salon_id = s.salon_id and m.id = a."bookingId" and m.sequence = 0
      cross join rows from (
        jsonb_to_recordset(a.items) as (service text, "staffId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
      ) with ordinality as t (service, person, begins, ends, n)
      join booking_item i on i.salon_id = m.salon_id and i.booking_id = m.id and i.position = t.n - 1
      where (i.service_name, i.staff_id, i.starts_at, i.ends_at) <> (t.service, t.person, t.begins, t.ends)`,
  },
  {
    name: 'takes its time',
    words: 'Each booking of a load salon wants what its services need of those who do them: all of it, no more.',
    checked: "select count(*) from visit where slug like 'load-%'",
    wrong: `
      select format('booking %s in %s needs and does not want, or wants and does not need: %s', booking_id, slug,
        string_agg(claimant_id || ' ' || during, ', '))
      from (
        select m.slug, m.salon_id, m.id as booking_id, i.staff_id as claimant_id,
          tstzrange(i.starts_at + t.begins, i.starts_at + t.ends) as during, true as needed
        from visit m
        join booking_item i on i.salon_id = m.salon_id and i.booking_id = m.id
        join stretch t on t.salon_id = i.salon_id and t.service_id = i.service_id and t.kind <> 'processing'
        where m.slug like 'load-%'
      ) as n
      full join (
        select m.slug, m.salon_id, w.booking_id, w.claimant_id, w.during, true as wanted
        from booking_want w join visit m on m.salon_id = w.salon_id and m.id = w.booking_id
        where m.slug like 'load-%'
      ) as w using (slug, salon_id, booking_id, claimant_id, during)
      where needed is null or wanted is null
      group by booking_id, slug`,
  },
  {
    name: 'no overlap',
    words: 'No two claims of one person or chair overlap (swept here, not taken from the constraint).',
    checked: 'select count(*) from claim c join asked_salon s on s.salon_id = c.salon_id',
    wrong: `
      select format('%s in %s is claimed from %s while a claim before lasts until %s', claimant_id, slug, begins, before)
      from (
        select s.slug, c.claimant_id, lower(c.during) as begins, max(upper(c.during)) over (
          partition by c.salon_id, c.claimant_id order by lower(c.during), upper(c.during)
          rows between unbounded preceding and 1 preceding) as before
        from claim c join asked_salon s on s.salon_id = c.salon_id
      ) as swept where before > begins`,
  },
  {
    name: 'holds its time',
    words:
      'Each live booking holds exactly the time it wants, but where it lies over others on purpose; a dead one none.',
    checked: 'select count(*) from made',
    // Laid over others all of its time is taken, by itself or by them; whatever it holds it wants.
    wrong: `
      select format('booking %s in %s (%s) wants and does not hold, or holds and does not want: %s', m.id, m.slug, m.status,
        string_agg(t.claimant_id || ' ' || t.during, ', '))
      from (
        select w.salon_id, w.booking_id, w.claimant_id, w.during
        from booking_want w
        join made m on m.salon_id = w.salon_id and m.id = w.booking_id and ${LIVE}
        cross join lateral (
          select coalesce(range_agg(c.during) filter (where c.booking_id = w.booking_id), '{}') as own,
            coalesce(range_agg(c.during), '{}') as anybody
          from claim c where c.salon_id = w.salon_id and c.claimant_id = w.claimant_id and c.during && w.during
        ) as held
        where not case when w.overlaid then held.anybody else held.own end @> w.during
        union all
        select c.salon_id, c.booking_id, c.claimant_id, c.during
        from claim c
        join made m on m.salon_id = c.salon_id and m.id = c.booking_id
        where not (${LIVE} and exists (
          select from booking_want w
          where w.salon_id = c.salon_id and w.booking_id = c.booking_id and w.claimant_id = c.claimant_id
            and w.during @> c.during))
      ) as t
      join made m on m.salon_id = t.salon_id and m.id = t.booking_id
      group by m.id, m.slug, m.status`,
  },
  {
    name: 'one event',
    words:
      'Each booking made over HTTP has exactly one booking_created in the outbox, and no event is without its booking.',
    checked: 'select count(*) from made',
    wrong: `
      select format('booking %s in %s has %s events booking_created', m.id, m.slug, count(o.id))
      from made m left join outbox o on o.salon_id = m.salon_id and o.booking_id = m.id and o.kind = 'booking_created'
      group by m.slug, m.id having count(o.id) <> 1
      union all
      select format('event %s in %s names booking %s, which is not there', o.id, s.slug, o.booking_id)
      from outbox o join asked_salon s on s.salon_id = o.salon_id
      where not exists (select from booking b where b.salon_id = o.salon_id and b.id = o.booking_id)`,
  },
];
