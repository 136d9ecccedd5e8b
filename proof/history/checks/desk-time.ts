import type { HistoryCheck } from '../history-check.ts';

const LIVE = "v.status in ('requested', 'confirmed', 'arrived', 'done')";

/** A live visit's want; not yet ended time off takes time too. */
const WANTED = `
  select v.slug, w.salon_id, w.claimant_id, w.during, w.overlaid, w.booking_id as holder, 'visit' as kind
  from visit v join booking_want w on w.salon_id = v.salon_id and w.booking_id = v.id
  where ${LIVE}
  union all
  select s.slug, o.salon_id, o.staff_id, tstzrange(o.starts_at, o.ends_at), o.overlaid, o.id, 'time off'
  from time_off o join asked_salon s on s.salon_id = o.salon_id
  where o.ended_at is null`;

/** Who has whose time once a desk lays visits over others and people fall ill (made online or at the desk alike). */
export const DESK_TIME_CHECKS: readonly HistoryCheck[] = [
  {
    name: 'only on purpose',
    words: 'No visit lies over another, or over time off, but where somebody at the desk said so, and it is marked.',
    checked: `select count(*) from (${WANTED}) as a where a.overlaid`,
    wrong: `
      with wanted as materialized (${WANTED})
      select format('%s %s and %s %s both want %s in %s from %s, and %s', a.kind, a.holder, b.kind, b.holder, a.claimant_id, a.slug,
        lower(a.during * b.during), case when a.overlaid or b.overlaid then 'nobody said so' else 'neither is marked' end)
      from wanted a
      join wanted b on b.salon_id = a.salon_id and b.claimant_id = a.claimant_id and b.during && a.during
        and (b.kind, b.holder) > (a.kind, a.holder)
      where not (a.overlaid or b.overlaid) or a.kind = b.kind and not exists (
        select from told t where t.salon_id = a.salon_id and t.id in (a.holder, b.holder) and t.overlap)`,
  },
  {
    name: 'one holder',
    words: 'All time that a visit or time off takes is held, by it alone or by what it lies over; nothing else is.',
    checked: `select count(*) from (${WANTED}) as a`,
    wrong: `
      with wanted as materialized (${WANTED})
      select format('%s %s in %s wants %s of %s, and of it is held: %s', w.kind, w.holder, w.slug, w.during, w.claimant_id,
        case when w.overlaid then h.anybody else h.own end)
      from wanted w
      cross join lateral (
        select coalesce(range_agg(c.during) filter (where coalesce(c.booking_id, c.time_off_id) = w.holder), '{}') as own,
          coalesce(range_agg(c.during), '{}') as anybody
        from claim c where c.salon_id = w.salon_id and c.claimant_id = w.claimant_id and c.during && w.during
      ) as h
      where not case when w.overlaid then h.anybody else h.own end @> w.during
      union all
      select format('%s holds %s of %s in %s and does not want it', coalesce(c.booking_id, c.time_off_id), c.during, c.claimant_id, s.slug)
      from claim c join asked_salon s on s.salon_id = c.salon_id
      where not exists (
        select from wanted w where w.salon_id = c.salon_id and w.claimant_id = c.claimant_id and w.during @> c.during
          and w.holder = coalesce(c.booking_id, c.time_off_id))`,
  },
  {
    name: 'one making',
    words: 'Each visit that the desk made is the making of one change, and was announced once; nobody else made one.',
    checked: "select count(*) from visit where source = 'salon'",
    wrong: `
      select format('visit %s in %s was made by %s changes and announced %s times', v.id, v.slug, made.n, told.n)
      from visit v
      cross join lateral (
        select count(*) as n from changed c where c.id = v.id and c.made
      ) as made
      cross join lateral (
        select count(*) as n from outbox o
        where o.salon_id = v.salon_id and o.booking_id = v.id and o.kind = 'booking_created'
      ) as told
      where v.source = 'salon' and (made.n, told.n) <> (1, 1)`,
  },
];
