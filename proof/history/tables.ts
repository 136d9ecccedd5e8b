import type pg from 'pg';
import { DEED_HISTORY } from './deed-tables.ts';
import type { LogLine } from './read-log.ts';

/** Unreadable lines that are kept to be told. */
const TOLD = 20;
/** Attempts sent to the database at once. */
const BATCH = 5_000;

/** What the checks join with, seen by this connection only. Salons the log does not name are none of our business. */
const COLUMNS = `at text, salon text, key text, services jsonb, "startsAt" text, "endedAt" float8,
  status int, code text, "bookingId" uuid, answer text, items jsonb`;

const ATTEMPTS = `create temp table attempt (${COLUMNS}, wanted timestamptz)`;

/** A start without offset is the wall clock of the salon. */
const INSERT = `
  insert into attempt
  select a.*, case when a."startsAt" ~ '(Z|[+-]\\d\\d:\\d\\d)$' then a."startsAt"::timestamptz
    else a."startsAt"::timestamp at time zone s.time_zone end
  from json_to_recordset($1) as a (${COLUMNS}) left join salon s on s.slug = a.salon`;

const DEED_COLUMNS = `at text, by text, what text, salon text, asked jsonb, overlap boolean, seen jsonb, ill jsonb, undoes uuid,
  "sentAt" float8, "endedAt" float8, status int, code text, "requestId" text, replay boolean, "changeId" uuid, visits jsonb,
  conflicts jsonb`;

const DEEDS = `create temp table deed (${DEED_COLUMNS}, during tstzrange)`;

/** By the client's clock, in whole milliseconds at its ends: some more on either side. */
const INSERT_DEEDS = `
  insert into deed
  select d.*, tstzrange(to_timestamp(d."sentAt" / 1000) - interval '10 ms', to_timestamp(d."endedAt" / 1000) + interval '10 ms')
  from json_to_recordset($1) as d (${DEED_COLUMNS})`;

const HISTORY = [
  `create temp table asked_salon as
    select s.id as salon_id, s.slug,
      exists (select from booking b where b.salon_id = s.id and (b.status = 'cancelled' or b.sequence > 0))
        or exists (select from deed d where d.salon = s.slug) as freed
    from salon s where s.slug in (select salon from attempt union select salon from deed)`,
  `create temp table asked_key as
    select s.salon_id, s.slug, a.key,
      count(*) filter (where a.status = 201)::int as created,
      count(*) filter (where a.status in (200, 201))::int as acknowledged,
      count(*) filter (where a.status = 0 or a.status >= 500)::int as unanswered,
      bool_or(a.code = 'slot_taken') as taken,
      count(distinct a."bookingId") filter (where a.status in (200, 201))::int as bookings,
      count(distinct a.answer) filter (where a.status in (200, 201))::int as answers,
      min(a.services::text)::jsonb as services, min(a.wanted) as wanted
    from attempt a join asked_salon s on s.slug = a.salon group by s.salon_id, s.slug, a.key`,
  `create temp table made as
    select s.slug, b.salon_id, b.id, b.status, b.sequence, b.starts_at
    from asked_salon s join booking b on b.salon_id = s.salon_id and b.source = 'online'`,
  `create temp table kept_key as
    select s.slug, i.salon_id, i.key, i.booking_id
    from asked_salon s join idempotency i on i.salon_id = s.salon_id and i.target_id = s.salon_id`,
  `create temp table stretch as
    select p.salon_id, p.service_id, p.kind, make_interval(mins => (sum(p.minutes) over w - p.minutes)::int) as begins,
      make_interval(mins => (sum(p.minutes) over w)::int) as ends
    from service_phase p join asked_salon s on s.salon_id = p.salon_id
    window w as (partition by p.salon_id, p.service_id order by p.position)`,
  ...DEED_HISTORY,
  'create index on asked_key (salon_id, key)',
  'create index on kept_key (salon_id, booking_id)',
  'create index on kept_key (salon_id, key)',
  'analyze attempt, asked_salon, asked_key, made, kept_key, stretch',
];

/**
 * Puts the clients' log beside the tables, and leaves a transaction open in which they stand still. Returns how many
 * lines there were, how many of them could not be read and the first of those, and how many are changes.
 */
export async function loadHistory(client: pg.Client, lines: AsyncIterable<LogLine>) {
  await client.query("set work_mem = '128MB'; set temp_buffers = '64MB'; set statement_timeout = 0; set jit = off");
  await client.query(ATTEMPTS);
  await client.query(DEEDS);
  const unreadable: string[] = [];
  let read = 0;
  let bad = 0;
  let deeds = 0;
  const [attempts, changes] = [batches(client, INSERT), batches(client, INSERT_DEEDS)];
  for await (const line of lines) {
    read += 1;
    if ('problem' in line) {
      if (++bad <= TOLD) unreadable.push(`${line.at} ${line.problem}`);
    } else if ('attempt' in line) await attempts.add({ at: line.at, ...line.attempt });
    else {
      deeds += 1;
      await changes.add({ at: line.at, ...line.deed });
    }
  }
  await attempts.send();
  await changes.send();
  // One view of the database for all that follows: a request that a client gave up may still be at work.
  await client.query('begin isolation level repeatable read');
  for (const sql of HISTORY) await client.query(sql);
  return { read, bad, deeds, unreadable };
}

/** Rows that are sent so many at once. */
function batches(client: pg.Client, insert: string) {
  let batch: object[] = [];
  const send = async () => {
    if (batch.length > 0) await client.query(insert, [JSON.stringify(batch)]);
    batch = [];
  };
  return {
    send,
    async add(row: object) {
      if (batch.push(row) === BATCH) await send();
    },
  };
}
