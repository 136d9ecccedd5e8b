/**
 * What the checks of changes join with: visit (every booking of the salons, whoever made it), told (each visit as an answer
 * to a change told it), line (the trail, with when its change was answered at the latest) and place (what a visit was
 * in each of its versions: live or not, with whom and when; `valid` is as long as that may have been seen)
 * and changed (each row that a change of the desk wrote, with the version it got; `made`: there was none before).
 */
export const DEED_HISTORY = [
  `create temp table visit as
    select s.slug, b.salon_id, b.id, b.status, b.source, b.version, b.sequence, b.starts_at, b.ends_at, b.created_at
    from asked_salon s join booking b on b.salon_id = s.salon_id`,
  `create temp table told as
    select d.at, d.by, d.what, d.overlap, d.replay, d."sentAt", d."endedAt", d."requestId", s.salon_id, s.slug, v.*
    from deed d join asked_salon s on s.slug = d.salon
    cross join lateral jsonb_to_recordset(d.visits)
      as v (id uuid, version int, status text, "startsAt" timestamptz, "endsAt" timestamptz, items jsonb)
    where d.status < 300`,
  `create temp table line as
    select s.slug, a.salon_id, a.subject_kind, a.subject_id, a.version, a.at, a.action, a.before, a.after, a.request_id, r.answered
    from asked_salon s
    join audit_entry a on a.salon_id = s.salon_id and a.version is not null
    left join (
      select salon, "requestId", max(upper(during)) as answered from deed where status between 200 and 299 group by 1, 2
    ) r on r.salon = s.slug and r."requestId" = a.request_id`,
  `create temp table place as
    with version as (
      select salon_id, subject_id as id, version, at, answered, after -> 'items' as items, after ->> 'status' as status
      from line where subject_kind = 'visit'
      union all
      select v.salon_id, v.id, 1, v.created_at, null,
        coalesce((
          select l.before -> 'items' from line l
          where l.salon_id = v.salon_id and l.subject_id = v.id and l.before ? 'items' order by l.version limit 1
        ), (
          select jsonb_agg(jsonb_build_object('staff', i.staff_name, 'startsAt', i.starts_at, 'endsAt', i.ends_at))
          from booking_item i where i.salon_id = v.salon_id and i.booking_id = v.id
        )),
        coalesce((
          select l.before ->> 'status' from line l
          where l.salon_id = v.salon_id and l.subject_id = v.id and l.before ? 'status' order by l.version limit 1
        ), v.status::text)
      from visit v
      where not exists (select from line l where l.salon_id = v.salon_id and l.subject_id = v.id and l.version = 1)
    ), counted as (
      select *, count(items) over versions as nth_items, count(status) over versions as nth_status,
        tstzrange(at, lead(answered) over versions) as valid
      from version window versions as (partition by salon_id, id order by version)
    )
    select salon_id, id, version, valid,
      first_value(items) over (partition by salon_id, id, nth_items order by version) as items,
      first_value(status) over (partition by salon_id, id, nth_status order by version) not in ('cancelled', 'no_show') as live
    from counted`,
  `create temp table changed as
    select c.salon_id, c.id as change_id, (e.one ->> 'id')::uuid as id, (e.one ->> 'version')::int as version,
      e.one -> 'was' = 'null' as made
    from asked_salon s join desk_change c on c.salon_id = s.salon_id
    cross join lateral jsonb_path_query(c.earlier, '$.*[*]') as e (one)`,
  'create index on changed (change_id)',
  'create index on changed (id)',
  'create index on line (request_id)',
  'create index on told (salon_id, id)',
  'create index on line (salon_id, subject_id, version)',
  'create index on place (salon_id, id)',
  'analyze deed, visit, told, line, place, changed',
];
