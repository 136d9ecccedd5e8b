import type { HistoryCheck } from '../history-check.ts';

/** What a customer with her link, and a member at the desk, may be told of a change: status and code. */
const ALLOWED = {
  customer:
    "'0', '200', '409 slot_taken', '409 version_conflict', '409 policy_window', '429 rate_limited', '503 overloaded'",
  desk: `'0', '200', '201', '404 time_off_not_found', '409 time_conflict', '409 version_conflict', '409 visits_affected',
    '410 undo_expired', '503 overloaded'`,
};

/** Every state a visit was in while a refusal was on its way. */
const MEANWHILE = 'p.salon_id = s.salon_id and p.valid && d.during';

/** What was told of changes, against the trail and the visits as they are. */
export const DEED_CHECKS: readonly HistoryCheck[] = [
  {
    name: 'changes explained',
    words: 'Every change had an answer that its sender may get, with the visits it is about; none was 500.',
    checked: 'select count(*) from deed',
    wrong: `
      select format('%s: %s %s was answered %s', at, by, what, concat_ws(' ', status, code)) from deed
      where concat_ws(' ', status, code) not in (${ALLOWED.desk}) and by = 'desk'
        or concat_ws(' ', status, code) not in (${ALLOWED.customer}) and by = 'customer'
      union all
      select format('%s: %s %s was answered %s without a visit', at, by, what, status) from deed
      where status between 200 and 299 and jsonb_array_length(visits) = 0
        and not exists (select from desk_change c where c.id = deed."changeId" and c.visits = '{}')`,
    notes: { 'changes without an answer': 'select count(*) from deed where status = 0' },
  },
  {
    name: 'changes stand',
    words: 'Every visit is as whoever changed it last was told; where it is not, others have changed it since.',
    checked: 'select count(*) from told',
    wrong: `
      select format('%s: %s %s was told of version %s of visit %s, which is %s', t.at, t.by, t.what, t.version, t.id,
        coalesce('at ' || v.version, 'not there'))
      from told t left join visit v on v.salon_id = t.salon_id and v.id = t.id
      where v.id is null or v.version < t.version
      union all
      select format('%s: %s %s was told that visit %s (version %s) is %s from %s to %s, but it is %s from %s to %s or with others',
        t.at, t.by, t.what, t.id, t.version, t.status, t."startsAt", t."endsAt", v.status, v.starts_at, v.ends_at)
      from told t join visit v on v.salon_id = t.salon_id and v.id = t.id and v.version = t.version
      where (v.status::text, v.starts_at, v.ends_at) is distinct from (t.status, t."startsAt", t."endsAt") or exists (
        select from (
          select * from booking_item where salon_id = v.salon_id and booking_id = v.id
        ) i
        full join jsonb_array_elements(t.items) with ordinality as w (one, n) on w.n = i.position + 1
        where (i.staff_id::text, i.starts_at, i.ends_at) is distinct from
          (w.one ->> 'staffId', (w.one ->> 'startsAt')::timestamptz, (w.one ->> 'endsAt')::timestamptz))`,
  },
  {
    name: 'changes of somebody',
    words:
      'Every line of the trail is of a change that somebody asked for and was told of, once; and every change has one.',
    checked: 'select count(*) from line',
    wrong: `
      select format('version %s of %s %s in %s (%s) is of no change that was acknowledged', l.version, l.subject_kind, l.subject_id,
        l.slug, l.action)
      from line l
      where l.answered is null and not exists (select from deed where status = 0)
      union all
      select format('%s: %s %s was told of change %s, which is not there', d.at, d.by, d.what, d."changeId")
      from deed d
      where d.status between 200 and 299 and d.by = 'desk' and not exists (
        select from desk_change c join asked_salon s on s.salon_id = c.salon_id where s.slug = d.salon and c.id = d."changeId")
      union all
      select format('changes of the desk %s were all told of change %s, not as one told again', string_agg(at, ', '), "changeId")
      from deed where status between 200 and 299 and not replay and "changeId" is not null
      group by "changeId" having count(*) > 1
      union all
      select format('%s: change %s has no line for visit %s', d.at, d."changeId", u.visit)
      from deed d
      join desk_change c on c.id = d."changeId"
      cross join unnest(c.visits) as u (visit)
      where not d.replay and not exists (
        select from line l where l.subject_id = u.visit and l.request_id = d."requestId")`,
  },
  {
    name: 'versions grow',
    words:
      'Each visit has each version once, up to its own; and a change that began after another was answered has a higher one.',
    checked: 'select count(*) from visit',
    wrong: `
      select format('visit %s in %s is at version %s, and the trail has %s', v.id, v.slug, v.version, array_agg(l.version order by l.version))
      from visit v left join line l on l.salon_id = v.salon_id and l.subject_id = v.id
      group by v.slug, v.salon_id, v.id, v.version
      having count(l.version) filter (where l.version > 1) <> v.version - 1
        or count(distinct l.version) filter (where l.version between 2 and v.version) <> v.version - 1
      union all
      select format('%s: %s %s made version %s of visit %s, after %s was told of %s', t.at, t.by, t.what, t.version, t.id,
        e.at, e.version)
      from told t
      join told e on e.salon_id = t.salon_id and e.id = t.id and e."endedAt" < t."sentAt" and e.version >= t.version
      where not t.replay and t.at <> e.at
        and exists (select from line l where l.salon_id = t.salon_id and l.subject_id = t.id and l.request_id = t."requestId")`,
  },
  {
    name: 'honest refusals',
    words:
      'What the desk was told is in the way was there then, where it wanted to be; what it was told has changed, had.',
    checked: 'select count(*) from deed where status in (409, 410)',
    wrong: `
      select format('%s: %s %s was refused and not told by what', d.at, d.by, d.what)
      from deed d where d.code = 'time_conflict' and jsonb_array_length(d.conflicts) = 0
      union all
      select format('%s: %s was told that %s %s is in the way of %s from %s to %s, where it was not', d.at, d.what, c.kind,
        coalesce(c."visitId", c."timeOffId"), f.name, c."startsAt", c."endsAt")
      from deed d
      join asked_salon s on s.slug = d.salon
      cross join lateral jsonb_to_recordset(d.conflicts)
        as c (kind text, "startsAt" timestamptz, "endsAt" timestamptz, "staffId" uuid, "visitId" uuid, "timeOffId" uuid)
      left join staff f on f.salon_id = s.salon_id and f.id = c."staffId"
      where d.code = 'time_conflict' and not case
        when c.kind = 'visit' then exists (
          select from place p
          cross join lateral jsonb_to_recordset(p.items) as i (staff text, "startsAt" timestamptz, "endsAt" timestamptz)
          where ${MEANWHILE} and p.id = c."visitId" and p.live and i.staff = f.name
            and tstzrange(i."startsAt", i."endsAt") @> tstzrange(c."startsAt", c."endsAt")
        ) or d.ill is not null and d.seen @> jsonb_build_array(jsonb_build_object('visitId', c."visitId")) and (
          -- Two visits of hers were to be given the same time.
          select count(distinct a.n) from jsonb_array_elements(d.asked) with ordinality as a (one, n)
          join service v on v.salon_id = s.salon_id and v.name = a.one ->> 'service'
          join stretch t on t.salon_id = s.salon_id and t.service_id = v.id
          where a.one ->> 'staffId' = c."staffId"::text and tstzrange((a.one ->> 'startsAt')::timestamptz + t.begins,
            (a.one ->> 'startsAt')::timestamptz + t.ends) && tstzrange(c."startsAt", c."endsAt")) > 1
        else exists (
          select from time_off o
          where o.salon_id = s.salon_id and o.id = c."timeOffId" and o.staff_id = c."staffId"
            and tstzrange(o.starts_at, o.ends_at) @> tstzrange(c."startsAt", c."endsAt")
            and o.created_at <= upper(d.during) and not exists (
              select from line e
              where e.salon_id = o.salon_id and e.subject_id = o.id and e.after ->> 'ended' = 'true' and e.answered < lower(d.during)
                and not exists (
                  select from line l where l.salon_id = e.salon_id and l.subject_id = e.subject_id and l.version > e.version
                    and l.at <= upper(d.during))))
        end
      union all
      select format('%s: %s was told that %s from %s to %s is in the way, which it did not ask for', d.at, d.what, c."staffId",
        c."startsAt", c."endsAt")
      from deed d
      join asked_salon s on s.slug = d.salon
      cross join lateral jsonb_to_recordset(d.conflicts) as c ("startsAt" timestamptz, "endsAt" timestamptz, "staffId" uuid)
      where d.code = 'time_conflict' and jsonb_array_length(d.asked) > 0 and not exists (
        select from jsonb_to_recordset(d.asked) as a ("staffId" uuid, service text, "startsAt" timestamptz)
        join service v on v.salon_id = s.salon_id and v.name = a.service
        join stretch t on t.salon_id = s.salon_id and t.service_id = v.id
        where a."staffId" = c."staffId"
          and tstzrange(a."startsAt" + t.begins, a."startsAt" + t.ends) && tstzrange(c."startsAt", c."endsAt"))
      union all
      select format('%s: %s %s was told that somebody was faster, but nobody was', d.at, d.by, d.what)
      from deed d
      join asked_salon s on s.slug = d.salon
      where d.code = 'version_conflict' and d.what <> 'back' and not exists (
        select from jsonb_to_recordset(d.seen) as e ("visitId" uuid, version int)
        join line l on l.salon_id = s.salon_id and l.subject_id = e."visitId" and l.version > e.version and l.at <= upper(d.during)
      ) and not exists (
        select from changed c
        join line l on l.salon_id = c.salon_id and l.subject_id = c.id and l.version > c.version and l.at <= upper(d.during)
        where c.salon_id = s.salon_id and c.change_id = d.undoes)
      union all
      select format('%s: it was told that it is too late to take back %s, but it was not', d.at, d.undoes)
      from deed d
      join asked_salon s on s.slug = d.salon
      join desk_change c on c.salon_id = s.salon_id and c.id = d.undoes
      where d.code = 'undo_expired' and c.undone_at is null and c.undoable_until > upper(d.during) and not exists (
        select from outbox o where o.salon_id = c.salon_id and o.id = any (c.events) and o.taken_at <= upper(d.during))
      union all
      select format('%s: it was told that %s has a visit more, but she had none', d.at, d.ill ->> 'staffId')
      from deed d
      join asked_salon s on s.slug = d.salon
      join salon z on z.id = s.salon_id
      join staff f on f.salon_id = s.salon_id and f.id = (d.ill ->> 'staffId')::uuid
      where d.code = 'visits_affected' and not exists (
        select from place p
        cross join lateral jsonb_to_recordset(p.items) as i (staff text, "startsAt" timestamptz)
        where ${MEANWHILE} and p.live and i.staff = f.name
          and (i."startsAt" at time zone z.time_zone)::date between (d.ill ->> 'from')::date and (d.ill ->> 'to')::date
          and not d.seen @> jsonb_build_array(jsonb_build_object('visitId', p.id)))`,
  },
  {
    name: 'taken back quietly',
    words:
      'What was taken back has told nobody: none of its events is left, no mail was written of it, and taking back wrote none.',
    checked: 'select count(*) from deed where undoes is not null and status = 200',
    wrong: `
      select format('%s: change %s was taken back, and is not marked so', d.at, c.id)
      from deed d join desk_change c on c.id = d.undoes
      where d.status = 200 and c.undone_at is null
      union all
      select format('event %s (%s) of change %s, which was taken back, is still to be told', o.id, o.kind, c.id)
      from desk_change c
      join asked_salon s on s.salon_id = c.salon_id
      join outbox o on o.salon_id = c.salon_id and o.id = any (c.events)
      where c.undone_at is not null and o.taken_at is null
      union all
      select format('mail %s (%s, version %s of booking %s) is of a change that was taken back, or of taking it back', m.id, m.kind,
        m.sequence, m.booking_id)
      from deed d
      join asked_salon s on s.slug = d.salon
      join desk_change c on c.salon_id = s.salon_id and c.id = d.undoes
      join message m on m.salon_id = s.salon_id and m.request_id in (d."requestId", (
        select made."requestId" from deed made where made."changeId" = c.id and not made.replay limit 1))
      where d.status = 200 and m.kind not like 'reminder%'
      union all
      select format('taking back by %s tells the customer of visit %s by %s', c.id, o.booking_id, o.kind)
      from deed d
      join desk_change c on c.id = d."changeId"
      join outbox o on o.salon_id = c.salon_id and o.id = any (c.events)
      where d.undoes is not null and o.notify`,
  },
];
