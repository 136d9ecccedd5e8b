import type pg from 'pg';
import { bareTables, restExclusion } from './bare-tables.ts';

/** The claims of one salon: five staff and five chairs, a hundred visits each, a claim of both for every visit. */
const CLAIMS_PER_SALON = 1_000;

const HOT = ['customer', 'booking', 'booking_item', 'booking_want', 'claim', 'idempotency', 'outbox'];

/**
 * Fills a migrated, empty database with so many claims. Each size has the same salons, more of them: 1,000 claims of 500
 * visits of 125 customers, from 88 days ago to 60 days ahead, asked for 30 to 60 days before. A visit takes half an hour
 * of a staff member and of a chair. Bookings, items and wants are all there; keys of the last 29 days, events of the
 * last 6: nothing is due. Rows lie in the order in which they were asked for, salons mixed, as they come in.
 */
export async function fill(client: pg.ClientBase, claims: number): Promise<void> {
  const salons = Math.max(1, Math.round(claims / CLAIMS_PER_SALON));
  await client.query("set maintenance_work_mem = '1GB'");
  await client.query("set work_mem = '256MB'");
  for (const sql of TEAMS) await client.query(sql.replaceAll(':salons', String(salons)));
  await client.query('begin');
  // No triggers: they refuse to truncate visits. Truncated in the transaction that fills them, tables need no log.
  await client.query('set local session_replication_role = replica');
  const putBack = await bareTables(client, HOT);
  await client.query(`truncate ${HOT.join(', ')}`);
  const wakeExclusion = await restExclusion(client, 'claim', 'claim_no_overlap');
  for (const sql of ROWS) await client.query(sql.replaceAll(':salons', String(salons)));
  await client.query('drop table grown_visit, grown_team');
  await client.query('commit');
  await wakeExclusion();
  await putBack();
  await client.query('vacuum analyze');
}

const TEAMS = [
  `insert into salon (id, slug, name, time_zone)
   select uuidv7(), 'grown-' || n, 'Salon ' || n, 'Europe/Berlin' from generate_series(1, :salons) n`,
  `insert into staff (salon_id, id, name, position)
   select id, uuidv7(), 'Staff ' || n, n from salon, generate_series(0, 4) n`,
  `insert into station (salon_id, id, kind, name, position)
   select id, uuidv7(), 'chair', 'Chair ' || n, n from salon, generate_series(0, 4) n`,
  `create unlogged table grown_team as
   select (row_number() over (order by s.id) - 1)::bigint as i, s.id as salon_id,
     array(select id from staff where salon_id = s.id order by position) as staff,
     array(select id from station where salon_id = s.id order by position) as chairs
   from salon s`,
  'analyze grown_team',
];

const ROWS = [
  // Visit k of salon i; the odd factor mixes the salons without meeting one twice.
  `create unlogged table grown_visit as
   select n, salon_id, staff[1 + k % 5] as staff_id, chairs[1 + k % 5] as chair_id, uuidv7(asked - now()) as booking_id,
     md5(i || ':' || k % 125)::uuid as customer_id, i || '-' || k % 125 as customer, asked, starts_at,
     starts_at + interval '30 minutes' as ends_at
   from generate_series(0, :salons * 500::bigint - 1) n,
     lateral (select n / :salons as k, (n * 7919) % :salons as who, now() - interval '118 days' * (1 - n / (:salons * 500.0)) as asked),
     lateral (select date_trunc('day', now()) + interval '1 day' * ((k / 5) * 3 / 2 - 88) + interval '8 hours'
       + interval '30 minutes' * (hashint8(n) & 15) as starts_at), grown_team
   where i = who`,
  `insert into customer (salon_id, id, email_key, name, email, locale, created_at)
   select salon_id, customer_id, 'k' || customer || '@kunde.example', 'Kundin ' || customer, 'k' || customer || '@kunde.example',
     'de', asked
   from grown_visit where n < :salons * 125`,
  `insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency, name,
     email, locale, created_at, updated_at)
   select salon_id, booking_id, lpad(upper(to_hex((n * 2654435761) & 4294967295)), 8, '0'), customer_id,
     (case when starts_at < now() then 'done' else 'confirmed' end)::booking_status, 'online', starts_at, ends_at, 3500, 'EUR',
     'Kundin ' || customer, 'k' || customer || '@kunde.example', 'de', asked, asked
   from grown_visit`,
  `insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at, ends_at,
     price_cents)
   select salon_id, booking_id, 0, salon_id, 'Haarschnitt', staff_id, 'Staff', starts_at, ends_at, 3500 from grown_visit`,
  `insert into booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
   select salon_id, booking_id, position, claimant_id, tstzrange(starts_at, ends_at), nullif(position, 1)
   from grown_visit, lateral (values (0, staff_id), (1, chair_id)) as c (position, claimant_id)`,
  `insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
   select salon_id, claimant_id, starts_at, tstzrange(starts_at, ends_at), booking_id
   from grown_visit, lateral (values (staff_id), (chair_id)) as c (claimant_id)`,
  `insert into idempotency (salon_id, target_id, key, request_hash, booking_id, answer, created_at)
   select salon_id, salon_id, gen_random_uuid()::text, sha256(booking_id::text::bytea), booking_id, repeat('{"answer"}', 60), asked
   from grown_visit where asked > now() - interval '29 days'`,
  `insert into outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at, taken_at)
   select salon_id, uuidv7(asked - now()), 'booking_created', booking_id, 0, left(booking_id::text, 18), asked,
     asked + interval '1 second'
   from grown_visit where asked > now() - interval '6 days'`,
];
