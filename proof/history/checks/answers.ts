import type { CheckOptions, HistoryCheck } from '../history-check.ts';

/** What a client may be told: status and code. No answer at all (0) is explained only by the checks of the keys. */
const ALLOWED = "'0', '200', '201', '409 slot_taken', '429 rate_limited', '503 overloaded'";

/** What clients were told. */
export function answerChecks({ oneClock = true }: CheckOptions): HistoryCheck[] {
  return [
    {
      name: 'explained',
      words: 'Every attempt had an answer that a client may get; none was 500.',
      checked: 'select count(*) from attempt',
      wrong: `
        select format('%s: key %s was answered %s', at, key, concat_ws(' ', status, code)) from attempt
        where concat_ws(' ', status, code) not in (${ALLOWED})
        union all
        select format('%s: key %s was answered %s without its booking', at, key, status) from attempt
        where status in (200, 201) and ("bookingId" is null or answer is null)`,
      notes: { 'attempts without an answer': 'select count(*) from attempt where status = 0' },
    },
    {
      name: 'true refusals',
      words: 'Whoever was told that a time is taken: everybody who could have done it was taken.',
      checked: `select count(*) from attempt a join asked_salon s on s.slug = a.salon
        where a.code = 'slot_taken' and ${JUDGED}`,
      wrong: falseRefusals(oneClock),
      notes: {
        'refusals not judged, as time was freed in that salon, or it is not a load salon': `
          select count(*) from attempt a join asked_salon s on s.slug = a.salon
          where a.code = 'slot_taken' and not (${JUDGED})`,
      },
    },
  ];
}

/** Where nothing was freed, what was taken at a refusal is still taken at the end. Load salons have no other reasons. */
const JUDGED = "not s.freed and s.slug like 'load-%'";

/**
 * Each refusal with each person who could have done it and has nothing in the way. Clients after one slot ask the same
 * a thousand times, so the wishes are judged, each at its earliest refusal. One service needs its person while she works.
 * Of several it is enough that somebody (or everybody who was named) had nothing to do for as long as all of them
 * take: then one after the other would have been a way. Where less is free, there may be ways that are not looked for here.
 */
const falseRefusals = (oneClock: boolean) => `
  with refused as (
    select min(a.at) as at, s.salon_id, s.slug, a.services, a.wanted, min(a."endedAt") as ended_at
    from attempt a join asked_salon s on s.slug = a.salon
    where a.code = 'slot_taken' and ${JUDGED}
    group by s.salon_id, s.slug, a.services, a.wanted
  ), needed as materialized (
    select r.*, f.id as crew, f.id as person, f.name, tstzrange(r.wanted + t.begins, r.wanted + t.ends) as during
    from refused r
    join service v on v.salon_id = r.salon_id and v.name = r.services -> 0 ->> 'service'
    join stretch t on t.salon_id = v.salon_id and t.service_id = v.id and t.kind <> 'processing'
    join staff_service o on o.salon_id = v.salon_id and o.service_id = v.id
    join staff f on f.salon_id = o.salon_id and f.id = o.staff_id
    where jsonb_array_length(r.services) = 1 and o.staff_id::text = coalesce(r.services -> 0 ->> 'staffId', o.staff_id::text)
    union all
    select r.*, case when b.named is null then f.id end, f.id, f.name, tstzrange(r.wanted, r.wanted + b.lasts)
    from refused r
    cross join lateral (
      select array_agg(w.one ->> 'staffId') filter (where w.one ->> 'staffId' is not null) as named, sum(t.ends) as lasts
      from jsonb_array_elements(r.services) as w (one)
      join service v on v.salon_id = r.salon_id and v.name = w.one ->> 'service'
      cross join lateral (select max(ends) as ends from stretch where salon_id = v.salon_id and service_id = v.id) t
    ) b
    join staff f on f.salon_id = r.salon_id and (b.named is null or f.id::text = any (b.named))
    where jsonb_array_length(r.services) > 1
  )
  select format('%s: %s at %s was refused in %s, though %s was free', min(at), jsonb_path_query_array(services, '$.service'),
    wanted, slug, string_agg(distinct name, ' and '))
  from needed n
  group by slug, services, wanted, crew
  having not bool_or(exists (
    select from claim c ${oneClock ? 'join booking b on b.salon_id = c.salon_id and b.id = c.booking_id' : ''}
    where c.salon_id = n.salon_id and c.claimant_id = n.person and c.during && n.during
      ${oneClock ? 'and b.created_at <= to_timestamp(n.ended_at / 1000)' : ''}
  ))`;
