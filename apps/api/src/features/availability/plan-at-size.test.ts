import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { TAKEN_TIME } from './claim.repo.ts';

const STAFF = Array.from({ length: 20 }, (_, index) => `Staff ${index}`);
const FROM = new Date('2026-11-22T00:00:00Z');
const TO = new Date('2026-12-09T00:00:00Z');

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: STAFF,
    chairs: 4,
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  // The salon's own fortnight: about 1,200 claims of half an hour, in no order, as bookings come in.
  const claimants = [...Object.values(salon.staff), ...salon.chairs];
  // Claims alone are measured; whose they are does not matter here.
  await api.owner.query('alter table claim drop constraint claim_salon_id_time_off_id_fkey');
  await api.owner.query(
    `insert into claim (salon_id, claimant_id, starts_at, during, time_off_id)
     select $1, who.id, t, tstzrange(t, t + interval '30 minutes'), $2
     from unnest($3::uuid[]) as who (id), generate_series($4::timestamptz, $5, interval '1 day') as day,
       lateral (select day + interval '8 hours' + interval '2 hours' * n from generate_series(1, 3) n) as visit (t)
     order by md5(who.id::text || t)`,
    [salon.id, salon.id, claimants, FROM, TO],
  );
});
afterAll(() => api.close());

/** Claims of other salons, and of this one on other days, up to a number. */
async function fillTo(total: number) {
  await api.owner.query(
    `insert into claim (salon_id, claimant_id, starts_at, during, time_off_id)
     select case when n % 10 = 0 then $1::uuid else md5('salon' || n % 500)::uuid end,
       case when n % 10 = 0 then ($2::uuid[])[1 + (n / 10) % 20] else md5('staff' || (n / 500) % 20)::uuid end,
       t, tstzrange(t, t + interval '10 minutes'), $1
     from generate_series((select count(*) from claim), $3::bigint - 1) as n,
       lateral (select timestamptz '2027-01-01' + interval '10 minutes' * (n / 200)) as x (t)`,
    [salon.id, Object.values(salon.staff), total],
  );
  await api.owner.query('vacuum analyze claim');
}

/** What reading a fortnight costs: buffers touched, rows, and whether the table was ever scanned as a whole. */
async function cost() {
  const claimants = [...Object.values(salon.staff), ...salon.chairs];
  const { rows } = await api.owner.query(`explain (analyze, buffers, format json) ${TAKEN_TIME}`, [
    salon.id,
    claimants,
    FROM,
    TO,
    null,
  ]);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
  return {
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    rows: plan['Actual Rows'],
    text: JSON.stringify(plan),
  };
}

/** The look-up book_v1 makes for each claim it wants, as it is planned there: once, for any value. */
async function lookUp() {
  const client = await api.owner.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    await client.query(`prepare look_up (uuid, uuid, tstzrange) as
      select from claim where salon_id = $1 and claimant_id = $2 and during && $3 and coalesce(booking_id <> null, true)`);
    const { rows } = await client.query(
      `explain (analyze, buffers, format json) execute look_up ('${salon.id}', '${salon.staff['Staff 7']}', '[2026-11-25 11:00+00,2026-11-25 11:30+00)')`,
    );
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    await client.query('deallocate look_up');
    return { buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], index: plan['Index Name'] };
  } finally {
    client.release(true);
  }
}

test('reading taken time costs the same among a thousand claims of others and among a million', {
  timeout: 300_000,
}, async () => {
  await fillTo(2_000);
  const small = await cost();
  const smallLookUp = await lookUp();
  await fillTo(1_000_000);
  const large = await cost();
  const largeLookUp = await lookUp();

  expect(large.rows).toBe(small.rows);
  expect(small.rows).toBeGreaterThan(900);
  expect(large.text).not.toContain('Seq Scan on claim');
  expect(large.text).toContain('claim_pkey');
  expect(large.buffers, `${small.buffers} buffers became ${large.buffers}`).toBeLessThanOrEqual(small.buffers * 1.2);
  expect(largeLookUp.index).toBe('claim_no_overlap');
  // Four of some ten thousand as a rule. A GiST tree takes either of two pages at random where both fit, and once had 44.
  expect(largeLookUp.buffers, `${smallLookUp.buffers} buffers became ${largeLookUp.buffers}`).toBeLessThanOrEqual(150);
});
