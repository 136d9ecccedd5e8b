import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Färben: { phases: [['work', 30]] }, Haarschnitt: { phases: [['work', 30]] } },
  });
  // Foreign keys make filling slow and change nothing about reading.
  await api.owner.query('alter table booking drop constraint booking_salon_id_customer_id_fkey');
  await api.owner.query('alter table booking_item drop constraint booking_item_salon_id_booking_id_fkey');
});
afterAll(() => api.close());

/**
 * Visits up to a number, every fifth one this salon's own, of every third one two services; by and by, as they are
 * booked, over the year before.
 */
async function fillTo(total: number) {
  const before = await api.owner.query('select count(*)::int as n from booking');
  await api.owner.query(
    `with visit as (
       select n, md5('visit' || n)::uuid as id,
         case when n % 5 = 0 then $1::uuid else md5('salon' || n % 500)::uuid end as salon,
         timestamptz '2026-01-01 09:00+00' + interval '1 minute' * (n * 7919 % 460000) as begins
       from generate_series($2::bigint, $3::bigint - 1) as n
     ), made as (
       insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
         name, locale, created_at, updated_at, cancelled_at)
       select salon, id, n::text, id, case when n % 10 = 5 then 'cancelled' else 'done' end::booking_status, 'online', begins,
         begins + interval '1 hour', 3500, 'EUR', 'Gast', 'de', begins, begins, begins from visit
     )
     insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
       ends_at, price_cents)
     select salon, id, place, ($4::uuid[])[1 + (n + place) % 2], 'Service', id, 'Mia', begins, begins + interval '1 hour', 3500
     from visit, generate_series(0, case when n % 3 = 0 then 1 else 0 end) as place`,
    [salon.id, before.rows[0].n, total, Object.values(salon.services)],
  );
  await api.owner.query('vacuum analyze booking, booking_item');
}

/** What one count touches, and how many visits it counted. */
async function cost() {
  const call = 'select services, visits from kinds_of_visits_v1($1, $2)';
  const values = [salon.id, '2026-01-01'];
  const client = await api.owner.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${call}`, values);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    const counted = await client.query<{ visits: number }>(call, values);
    return {
      buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      visits: counted.rows.reduce((sum, { visits }) => sum + visits, 0),
    };
  } finally {
    client.release(true);
  }
}

test('counting what is booked together costs the same after two thousand visits of a salon and after eighty thousand', {
  timeout: 300_000,
}, async () => {
  await fillTo(12_000);
  const small = await cost();
  await fillTo(400_000);
  const large = await cost();
  // Of the two thousand one half was cancelled.
  expect([small.visits, large.visits]).toEqual([1_000, 1_000]);
  // Deeper trees, and the visits of one salon lie farther apart; all its visits would be fifty times as much.
  expect(large.buffers, `${small.buffers} buffers became ${large.buffers}`).toBeLessThanOrEqual(small.buffers * 1.5);
});
