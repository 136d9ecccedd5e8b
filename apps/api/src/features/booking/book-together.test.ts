import { type Database, openDatabase } from '@salon/db/pool';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { at, bookAlone, bookTogether, type VisitCall, visitCall } from '../../test/visit-call.ts';

let api: TestApi;
let db: Database;
let salons: FixtureSalon[];

beforeAll(async () => {
  api = await testApi();
  db = openDatabase(api.database.apiUrl, 'test');
  salons = [];
  for (let index = 0; index < 3; index++) {
    salons.push(
      await createSalon(api.prisma, {
        staff: ['Mia', 'Ben'],
        chairs: 2,
        services: { Schnitt: { phases: [['work', 30]] } },
      }),
    );
  }
});
afterAll(async () => {
  await db.pool.end();
  await api.close();
});

const salon = (index: number) => salons[index] as FixtureSalon;
const together = (calls: readonly VisitCall[]) => bookTogether(db.pool, calls);
const alone = (call: VisitCall) => bookAlone(db.pool, call);

/** All that the database keeps of a call, but for what is its own by nature. */
async function written({ salonId, visit }: VisitCall) {
  const rows = async (sql: string) => (await api.owner.query(sql, [salonId, visit.id])).rows;
  return {
    booking: await rows(
      'select status, source, version, sequence, starts_at, ends_at, price_cents, currency, name, phone, guest_name, note, locale, token_version, created_at, updated_at from booking where salon_id = $1 and id = $2',
    ),
    customer: await rows(
      'select name, phone, locale, blocked_at, created_at from customer where salon_id = $1 and id = (select customer_id from booking where id = $2)',
    ),
    item: await rows(
      'select position, service_id, service_name, staff_name, starts_at, ends_at, price_cents from booking_item where salon_id = $1 and booking_id = $2',
    ),
    want: await rows(
      'select position, during, item_position, overlaid from booking_want where salon_id = $1 and booking_id = $2 order by 1',
    ),
    claim: await rows(
      'select starts_at, during, time_off_id from claim where salon_id = $1 and booking_id = $2 order by claimant_id',
    ),
    key: await rows(
      'select target_id = salon_id as salon, request_hash, created_at from idempotency where salon_id = $1 and booking_id = $2',
    ),
    outbox: await rows(
      'select kind, sequence, created_at, taken_at from outbox where salon_id = $1 and booking_id = $2',
    ),
  };
}

async function traces({ salonId, visit, key }: VisitCall) {
  const { rows } = await api.owner.query(
    `select (select count(*) from booking where salon_id = $1 and id = $2) + (select count(*) from claim where salon_id = $1 and booking_id = $2)
      + (select count(*) from idempotency where salon_id = $1 and key = $3) + (select count(*) from customer where salon_id = $1 and id = $4) as n`,
    [salonId, visit.id, key, visit.customerId],
  );
  return Number(rows[0].n);
}

/** Runs while another connection holds something. */
async function whileHeld<T>(sql: string, values: readonly unknown[], then: () => Promise<T>): Promise<T> {
  const holder = new pg.Client(api.database.url);
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query(sql, [...values]);
    return await then();
  } finally {
    await holder.end(); // which rolls back
  }
}

test('three salons in one statement: each visit is written as if it had come alone', async () => {
  const calls = [0, 1, 2].map((index) => visitCall(salon(index), { time: '09:00', chair: true }));
  expect(await together(calls)).toEqual({ 0: 'booked', 1: 'booked', 2: 'booked' });
  const single = visitCall(salon(0), { time: '09:00', who: ['Ben'], chair: true });
  expect((await alone(single)).outcome).toBe('booked');
  const asAlone = JSON.parse(JSON.stringify(await written(single)).replaceAll('Ben', 'Mia'));
  for (const one of calls) {
    const { item, ...rest } = JSON.parse(JSON.stringify(await written(one)));
    expect(rest).toEqual({ ...asAlone, item: undefined });
    expect(item).toEqual(asAlone.item.map((row: object) => ({ ...row, service_id: item[0].service_id })));
  }
});

test('whoever finds nobody free is told so, and nothing is left behind', async () => {
  const first = visitCall(salon(0), { time: '09:30' });
  expect(await together([first])).toEqual({ 0: 'booked' });
  const late = visitCall(salon(0), { time: '09:30' });
  expect(await together([late, visitCall(salon(1), { time: '09:30' })])).toEqual({ 0: 'taken', 1: 'booked' });
  expect(await traces(late)).toBe(0);
});

test('of those who can, the one with less to do that day is chosen, as alone', async () => {
  const where = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Schnitt: { phases: [['work', 30]] } },
  });
  expect(await together([visitCall(where, { time: '12:00', who: ['Mia'] })])).toEqual({ 0: 'booked' });
  const choose = (from: VisitCall) =>
    together([from])
      .then(() => written(from))
      .then(({ item }) => item[0].staff_name);
  expect(await choose(visitCall(where, { time: '13:00', who: ['Mia', 'Ben'] }))).toBe('Ben');
  expect(await choose(visitCall(where, { time: '14:00', who: ['Mia', 'Ben'] }))).toBe('Mia');
  expect(JSON.parse((await alone(visitCall(where, { time: '15:00', who: ['Mia', 'Ben'] }))).answer).staff).toBe('Ben');
});

test.each([
  ['the configuration is newer', '15:00', { version: 0 }],
  ['the customer holds all the open bookings she may', '15:30', { email: 'viel@kunde.example', maxOpen: 1 }],
  ['the customer is blocked', '16:00', { email: 'gesperrt@kunde.example' }],
] as const)('left alone, with no trace: %s', async (_story, time, wish) => {
  await together([visitCall(salon(2), { time: '10:00', email: 'viel@kunde.example' })]);
  await api.owner.query(
    `insert into customer (salon_id, id, email_key, name, locale, blocked_at, created_at)
     values ($1, $2, 'gesperrt@kunde.example', 'X', 'de', now(), now()) on conflict do nothing`,
    [salon(2).id, v7()],
  );
  const one = visitCall(salon(2), { time: '11:00', ...wish });
  expect(await together([one, visitCall(salon(1), { time })])).toEqual({ 1: 'booked' });
  expect(await traces(one)).toBe(0);
});

test('a known customer below her limit is booked, and her card stays as it was', async () => {
  const email = 'stamm@kunde.example';
  const first = visitCall(salon(1), { time: '12:00', email });
  await together([first]);
  const second = visitCall(salon(1), { time: '12:30', email });
  expect(await together([second])).toEqual({ 0: 'booked' });
  const { rows } = await api.owner.query('select id from customer where salon_id = $1 and email_key = $2', [
    salon(1).id,
    email,
  ]);
  expect(rows).toEqual([{ id: first.visit.customerId }]);
});

test('a known key is left alone, and of two calls with one key or of one customer the second', async () => {
  const known = visitCall(salon(0), { time: '13:00' });
  await together([known]);
  expect(await together([known, visitCall(salon(1), { time: '13:00' })])).toEqual({ 1: 'booked' });
  expect((await alone(known)).outcome).toBe('replay');
  const twice = visitCall(salon(0), { time: '13:30' });
  expect(await together([twice, { ...twice, hash: '11'.repeat(32) }])).toEqual({ 0: 'booked' });
  const email = 'beide@kunde.example';
  const both = [
    visitCall(salon(0), { time: '14:00', email }),
    visitCall(salon(0), { time: '17:00', email, who: ['Ben'] }),
  ];
  expect(await together(both)).toEqual({ 0: 'booked' });
});

test('of calls after one time one gets it; who got a person but not the last chair gives the person back', async () => {
  const where = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben', 'Ida'],
    chairs: 1,
    services: { Schnitt: { phases: [['work', 30]] } },
  });
  const rush = (['Mia', 'Ben', 'Ben'] as const).map((name) =>
    visitCall(where, { time: '10:00', who: [name], chair: true }),
  );
  const other = visitCall(where, { time: '11:00', who: ['Ben'] });
  expect(await together([...rush, other])).toEqual({ 0: 'booked', 3: 'booked' });
  for (const loser of rush.slice(1)) expect(await traces(loser)).toBe(0);
  const { rows } = await api.owner.query('select count(*)::int as n from claim where salon_id = $1', [where.id]);
  expect(rows).toEqual([{ n: 3 }]);
});

test('nobody waits for a key in use, for a salon being changed, or for a customer somebody else is booking for', async () => {
  const used = visitCall(salon(0), { time: '14:30' });
  const lockKey = 'select pg_advisory_xact_lock(hashtextextended($1::text || $1::text || $2, 1))';
  const besideKey = [used, visitCall(salon(1), { time: '14:30' })];
  expect(await whileHeld(lockKey, [used.salonId, used.key], () => together(besideKey))).toEqual({ 1: 'booked' });

  const changing = visitCall(salon(0), { time: '15:00' });
  const lockSalon = 'select pg_advisory_xact_lock(hashtextextended($1::text, 0))';
  const besideChange = [changing, visitCall(salon(2), { time: '15:00' })];
  expect(await whileHeld(lockSalon, [salon(0).id], () => together(besideChange))).toEqual({ 1: 'booked' });

  const email = 'zweimal@kunde.example';
  await together([visitCall(salon(0), { time: '15:30', email })]);
  const lockCustomer = 'select from customer where salon_id = $1 and email_key = $2 for update';
  const again = [visitCall(salon(0), { time: '16:00', email }), visitCall(salon(2), { time: '16:30' })];
  expect(await whileHeld(lockCustomer, [salon(0).id, email], () => together(again))).toEqual({ 1: 'booked' });
});

test('two first bookings of one customer in two statements: the second is left out, and its neighbours are not', async () => {
  const email = 'doppelt@kunde.example';
  const first = visitCall(salon(0), { time: '12:00', who: ['Ben'], email });
  const again = visitCall(salon(0), { time: '12:30', who: ['Ben'], email });
  const meanwhile = () => together([again, visitCall(salon(1), { time: '16:00', who: ['Ben'] })]);
  const held = await whileHeld('select book_together_v1($1)', [JSON.stringify([first])], meanwhile);
  expect(held).toEqual({ 1: 'booked' });
});

test('a neighbour who does not finish in time stops the statement, and nothing of anybody is left', async () => {
  const slow = visitCall(salon(0), { time: '16:30' });
  const calls = [slow, visitCall(salon(1), { time: '16:30', chair: true })];
  const insert = `insert into claim (salon_id, claimant_id, starts_at, during, time_off_id)
    values ($1, $2, $3::timestamptz, tstzrange($3, $3::timestamptz + interval '30 minutes'), $4)`;
  const hold = [salon(0).id, salon(0).staff.Mia, at('16:30'), v7()];
  await whileHeld(insert, hold, () => expect(together(calls)).rejects.toMatchObject({ code: '55P03' }));
  for (const one of calls) expect(await traces(one)).toBe(0);
  expect(await together(calls)).toEqual({ 0: 'booked', 1: 'booked' });
});

test('a hundred customers of three salons at once: everybody is answered, nothing overlaps', async () => {
  const day = '2026-11-30';
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      api.app.inject({
        method: 'POST',
        url: '/api/bookings/public',
        headers: { 'idempotency-key': `crowd-${index % 90}` },
        payload: {
          salonId: salon(index % 3).id,
          service: 'Schnitt',
          date: day,
          time: `${9 + (index % 7)}:00`.padStart(5, '0'),
          customer: { name: 'Gast', email: `gast${index % 90}@kunde.example` },
        },
      }),
    ),
  );
  const statuses = Map.groupBy(answers, ({ statusCode }) => statusCode);
  expect([...statuses.keys()].every((status) => [200, 201, 409, 422].includes(status))).toBe(true);
  // Three salons, seven starts, two people each.
  expect(statuses.get(201)).toHaveLength(42);
  const { rows } = await api.owner.query(
    `select count(*)::int as n from claim a join claim b using (salon_id, claimant_id)
     where a.starts_at < b.starts_at and a.during && b.during`,
  );
  expect(rows).toEqual([{ n: 0 }]);
});
