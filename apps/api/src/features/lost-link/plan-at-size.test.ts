import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';
import { ASK_FOR_LINKS } from './lost-link.repo.ts';

const EMAIL = 'stamm@kunde.example';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  for (const time of ['10:00', '11:00', '12:00']) {
    await book(api.app, wish(salon, { time, customer: { name: 'Stamm', email: EMAIL } }));
  }
});
afterAll(() => api.close());

/** Customers of this salon and others, with a visit behind them each, and the mails they were sent. */
async function fillTo(total: number) {
  await api.owner.query(
    `with who as (
       select n, md5('customer' || n)::uuid as id, case when n % 10 = 0 then $1::uuid else md5('salon' || n % 500)::uuid end as salon
       from generate_series((select count(*) from customer), $2::bigint - 1) as n
     ), people as (
       insert into customer (salon_id, id, email_key, name, email, locale, created_at)
       select salon, id, n || '@kunde.example', 'Gast', n || '@kunde.example', 'de', '2026-01-01' from who
       returning salon_id, id
     ), visits as (
       insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
         name, locale, created_at, updated_at)
       select salon_id, id, id::text, id, 'done', 'online', '2026-02-01 10:00+00', '2026-02-01 10:30+00', 3500, 'EUR',
         'Gast', 'de', '2026-01-01', '2026-01-01' from people
     )
     insert into message (salon_id, id, kind, sequence, recipient, state, due_at, sent_at, created_at)
     select salon, md5('message' || n)::uuid, 'lost_link', n, n % 1000 || '@kunde.example', 'sent', '2026-01-01', '2026-01-01', '2026-01-01'
     from who`,
    [salon.id, total],
  );
  await api.owner.query('vacuum analyze customer, booking, message');
}

/**
 * What asking once touches, by a plan made for any value; nothing is kept. The first asking of a connection also reads of
 * PostgreSQL's own tables what it has not seen yet, 5 to 20 pages: the second counts.
 */
async function cost() {
  const client = await api.owner.connect();
  try {
    await client.query('begin');
    await client.query('set local plan_cache_mode = force_generic_plan');
    await client.query(`prepare ask (uuid, uuid, text, timestamptz, int, text) as ${ASK_FOR_LINKS}`);
    const ask = () =>
      client.query(
        `explain (analyze, buffers, format json)
         execute ask ('${salon.id}', gen_random_uuid(), '${EMAIL}', '2026-11-23 07:00+00', 2984940, 'request')`,
      );
    await client.query('savepoint before');
    await ask();
    await client.query('rollback to savepoint before');
    const { rows } = await ask();
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], text: JSON.stringify(plan) };
  } finally {
    await client.query('rollback');
    client.release(true);
  }
}

test('finding whose links were lost costs the same among a thousand customers and among two hundred thousand', {
  timeout: 300_000,
}, async () => {
  await fillTo(1_000);
  const small = await cost();
  await fillTo(200_000);
  const large = await cost();
  expect(large.text).not.toContain('Seq Scan');
  expect(large.text).toContain('customer_salon_id_email_key_key');
  expect(large.text).toContain('booking_open_by_customer');
  expect(large.text).toContain('message_without_booking');
  // A deeper tree or two, and no more.
  expect(large.buffers, `${small.buffers} buffers became ${large.buffers}`).toBeLessThanOrEqual(small.buffers + 16);
});
