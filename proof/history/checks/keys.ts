import type { HistoryCheck } from '../history-check.ts';

/** What a key stands for: one booking, told to whoever asks, and nothing where everybody was refused. */
export const KEY_CHECKS: readonly HistoryCheck[] = [
  {
    name: 'acknowledged',
    words: 'Every booking a client was told of is there, under the key it was asked for.',
    checked: 'select count(*) from attempt where status in (200, 201)',
    wrong: `
      select format('%s: key %s was told of booking %s, which is not there', a.at, a.key, a."bookingId")
      from attempt a left join asked_salon s on s.slug = a.salon
      where a.status in (200, 201) and a."bookingId" is not null and not exists (
        select from kept_key k join made m on m.salon_id = k.salon_id and m.id = k.booking_id
        where k.salon_id = s.salon_id and k.key = a.key)`,
  },
  {
    name: 'one booking per key',
    words: 'A key was told 201 at most once, and every answer of one key names one booking, byte for byte the same.',
    checked: 'select count(*) from asked_key',
    wrong: `
      select format('key %s in %s: %s answers 201, %s bookings, %s wordings', key, slug, created, bookings, answers)
      from asked_key where created > 1 or bookings > 1 or answers > 1
      union all
      select format('%s: key %s was told of booking %s but stands for %s', a.at, a.key, a."bookingId", k.booking_id)
      from attempt a join asked_salon s on s.slug = a.salon
      join kept_key k on k.salon_id = s.salon_id and k.key = a.key
      where a.status in (200, 201) and a."bookingId" <> k.booking_id`,
  },
  {
    name: 'asked for',
    words: 'No booking was made that nobody asked for.',
    checked: 'select count(*) from made',
    wrong: `
      select format('booking %s in %s was made by key %s, which no client sent', k.booking_id, k.slug, k.key)
      from kept_key k join made m on m.salon_id = k.salon_id and m.id = k.booking_id
      where not exists (select from asked_key a where a.salon_id = k.salon_id and a.key = k.key)`,
    notes: {
      'bookings whose clients never had an answer, found later': `
        select count(*) from kept_key k join asked_key a on a.salon_id = k.salon_id and a.key = k.key
        where a.acknowledged = 0 and a.unanswered > 0`,
    },
  },
  {
    name: 'refused',
    words: 'A key that was only refused left no booking, and no key was told "taken" whose booking stands.',
    checked: 'select count(*) from asked_key where acknowledged = 0',
    wrong: `
      select format('key %s in %s was refused, but booking %s was made', k.key, k.slug, k.booking_id)
      from kept_key k
      join asked_key a on a.salon_id = k.salon_id and a.key = k.key
      join asked_salon s on s.salon_id = k.salon_id
      where (a.acknowledged = 0 and a.unanswered = 0) or (a.taken and not s.freed)`,
  },
  {
    name: 'key record',
    words: 'Each booking has one record of its key, and each record its booking.',
    checked: 'select (select count(*) from made) + (select count(*) from kept_key)',
    wrong: `
      select format('booking %s in %s has %s records of its key', m.id, m.slug, count(k.key))
      from made m left join kept_key k on k.salon_id = m.salon_id and k.booking_id = m.id
      group by m.slug, m.id having count(k.key) <> 1
      union all
      select format('key %s in %s stands for booking %s, which is not there', k.key, k.slug, k.booking_id)
      from kept_key k where not exists (select from booking b where b.salon_id = k.salon_id and b.id = k.booking_id)`,
  },
];
