import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { MONDAY_8AM, type TestApi, testApi } from '../../test/test-api.ts';
import { VISITS_DURING } from '../time-off-request/time-off-time.repo.ts';
import { VISITS_AHEAD } from './visits-ahead.repo.ts';

const AHEAD = 500;
let api: TestApi;
let salon: FixtureSalon;
let neighbour: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  const spec = { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } } as const;
  salon = await createSalon(api.prisma, spec);
  neighbour = await createSalon(api.prisma, spec);
  await fill(salon, 1, AHEAD);
});
afterAll(() => api.close());

/** Visits of half an hour from the `from`th on, counted from Monday; negative ones are over. */
async function fill({ id, staff, services }: FixtureSalon, from: number, count: number): Promise<void> {
  await api.owner.query(
    `with made as (
       select $1::uuid as salon, md5($1::uuid::text || n)::uuid as id, to_timestamp($4::float8 / 1000) + n * interval '45 minutes' as t
       from generate_series($5::int, $5::int + $6::int - 1) n
     ), customers as (
       insert into customer (salon_id, id, name, locale, created_at) select salon, id, 'Anna', 'de', now() from made
     ), bookings as (
       insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
         name, locale, created_at, updated_at)
       select salon, id, right(id::text, 12), id, 'confirmed', 'online', t, t + interval '30 minutes', 3500, 'EUR', 'Anna',
         'de', now(), now() from made
     ), items as (
       insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
         ends_at, price_cents)
       select salon, id, 0, $3::uuid, 'Schnitt', $2::uuid, 'Mia', t, t + interval '30 minutes', 3500 from made
     )
     , wants as (
       insert into booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
       select salon, id, 0, $2::uuid, tstzrange(t, t + interval '30 minutes'), 0 from made
     )
     insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
     select salon, $2::uuid, t, tstzrange(t, t + interval '30 minutes'), id from made`,
    [id, staff.Mia, services.Schnitt, MONDAY_8AM, from, count],
  );
  await api.owner.query('vacuum analyze');
}

/** Pages a read touches, planned once for any salon. */
async function cost(text: string, values: string): Promise<{ pages: number; rows: number; plan: string }> {
  const client = await api.owner.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    await client.query(`prepare ahead as ${text}`);
    const { rows } = await client.query(
      `explain (analyze, buffers, format json) execute ahead ('${salon.id}', ${values})`,
    );
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    return { pages, rows: plan['Actual Rows'], plan: JSON.stringify(plan) };
  } finally {
    client.release(true);
  }
}

test('visits ahead cost the same, however many are over and however many others have', async () => {
  const now = `'${new Date(MONDAY_8AM).toISOString()}'`;
  const asked = `array['${salon.staff.Mia}']::uuid[]`;
  const day = `array[${now}::timestamptz], array[${now}::timestamptz + interval '5 hours']`;
  const costs = async () => [
    await cost(VISITS_AHEAD, `${now}, 'infinity', ${now}, null, null, null`),
    await cost(VISITS_DURING, `${asked}, ${asked}, ${day}, ${now}`),
  ];
  const small = await costs();
  await fill(salon, -20_000, 19_900);
  await fill(neighbour, -10_000, 20_000);
  const large = await costs();
  expect([small, large].map((both) => both.map(({ rows }) => rows))).toEqual(Array(2).fill([AHEAD, 1]));
  for (const [index, { plan, pages }] of large.entries()) {
    expect(plan).not.toMatch(/"Seq Scan"/);
    const before = small[index]?.pages ?? 0;
    expect(pages, `${before} pages became ${pages}`).toBeLessThanOrEqual(before * 2 + 40);
  }
}, 120_000);
