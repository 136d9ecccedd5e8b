import { FUNNEL_STEPS } from '@salon/contracts/funnel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { firstIdOf } from '../feed/first-id.ts';
import { BOOKED, REACHED } from './funnel.repo.ts';

const DAY = 86_400_000;
const TODAY = Date.parse('2026-11-23T00:00:00Z');
const DAYS = 30;

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } });
  // Foreign keys make filling slow and change nothing about reading.
  await api.owner.query('alter table booking drop constraint booking_salon_id_customer_id_fkey');
  await api.owner.query('alter table funnel_count drop constraint if exists funnel_count_salon_id_fkey');
  // What is kept of four hundred salons, for as long as it is kept.
  await api.owner.query(
    `insert into funnel_count (salon_id, day, step, reached)
     select case when s = 0 then $1::uuid else md5('salon' || s)::uuid end, $2::date - d, step, 7
     from generate_series(0, 399) as d, generate_series(0, 399) as s, unnest($3::text[]) as step
     order by d desc, s`,
    [salon.id, new Date(TODAY), [...FUNNEL_STEPS]],
  );
  // A year of visits, every tenth one this salon's own; an id begins with the instant it was made at.
  await api.owner.query(
    `with visit as (
       select n, timestamptz '2025-11-24' + interval '1 minute' * (n * 2.6) as made, md5('visit' || n) as random,
         case when n % 10 = 0 then $1::uuid else md5('salon' || n % 500)::uuid end as salon
       from generate_series(1, 200000) as n
     )
     insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
       name, locale, created_at, updated_at)
     select salon, (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7' || substr(random, 14, 3) || '8' || substr(random, 18))::uuid,
       n::text, random::uuid, 'done', 'online', made + interval '1 day', made + interval '25 hours', 3500, 'EUR', 'Gast', 'de', made, made
     from visit`,
    [salon.id],
  );
  await api.owner.query('vacuum analyze booking, funnel_count');
}, 300_000);
afterAll(() => api.close());

/** Pages a statement touches as the API asks it, with a plan for whichever values, and what it answers. */
async function asked(text: string, values: unknown[]) {
  const client = await api.owner.connect();
  try {
    await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan');
    const { rows } = await client.query<{ count: number }>(text, values);
    const explained = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
    const [{ Plan: plan }] = explained.rows[0]['QUERY PLAN'];
    return { rows, pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
  } finally {
    client.release(true);
  }
}

test('how far visitors got in a month reads this salon’s month, whatever is kept of others and of the year', async () => {
  const { rows, pages } = await asked(REACHED, [salon.id, new Date(TODAY - (DAYS - 1) * DAY), new Date(TODAY)]);
  expect(rows.map(({ count }) => count)).toEqual(FUNNEL_STEPS.map(() => DAYS * 7));
  // Each day's counts lie together: a page or two for each, and the index. All that is kept would be ten times as much.
  expect(pages).toBeLessThan(DAYS * 3);
});

test('how many of them booked reads this salon’s month, not all its visits', async () => {
  const since = TODAY - DAYS * DAY;
  const { rows, pages } = await asked(BOOKED, [salon.id, firstIdOf(since - DAY), new Date(since)]);
  const [{ count } = { count: 0 }] = rows;
  expect(count).toBeGreaterThan(1_000);
  const { rows: all } = await api.owner.query('select count(*)::int as count from booking where salon_id = $1', [
    salon.id,
  ]);
  expect(all[0].count).toBe(20_000);
  // Several of them lie on a page. All its visits would be ten times as much.
  expect(pages).toBeLessThan(count / 2);
});
