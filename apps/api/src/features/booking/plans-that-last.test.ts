import { openDatabase } from '@salon/db/pool';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { bookAlone, bookTogether, visitCall } from '../../test/visit-call.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, { staff: ['Mia', 'Ben'], services: { Schnitt: { phases: [['work', 30]] } } });
  await bookAlone(api.owner, visitCall(salon, { time: '16:00' }));
  // Counted while nearly empty: now PostgreSQL believes that reading these tables whole is cheapest.
  await api.owner.query('vacuum analyze');
});
afterAll(() => api.close());

test('in a new database a write finds its rows by key all the same, so that its plan may be kept', async () => {
  const db = openDatabase(api.database.apiUrl, 'test');
  const connection = await db.pool.connect();
  onTestFinished(async () => {
    connection.release(true);
    await db.pool.end();
  });
  await connection.query('begin');
  const first = visitCall(salon, { time: '10:00', email: 'stamm@kunde.example' });
  expect((await bookAlone(connection, first)).outcome).toBe('booked');
  expect((await bookAlone(connection, first)).outcome).toBe('replay');
  const others = [
    visitCall(salon, { time: '11:00', who: ['Mia', 'Ben'], email: 'stamm@kunde.example' }),
    visitCall(salon, { time: '13:00', who: ['Ben'] }),
  ];
  expect(await bookTogether(connection, others)).toEqual({ 0: 'booked', 1: 'booked' });
  const moved = visitCall(salon, { time: '12:00' });
  const move = [first.salonId, 1, 'move', Buffer.alloc(32), first.now, first.day, first.visit.id, 1];
  await connection.query(
    `select outcome from move_v1($1, $2, $3, $4, $5, $6, $7, $8, '1 day', jsonb_build_object('outboxId', gen_random_uuid()), $9)`,
    [...move, JSON.stringify(moved.arrangements)],
  );
  await connection.query(`select cancel_v1($1, $2, $3, '1 minute', 'ill', gen_random_uuid(), 'request')`, [
    first.salonId,
    first.visit.id,
    first.now,
  ]);
  const { rows } = await connection.query(
    `select relname, seq_scan::int from pg_stat_xact_user_tables where seq_scan > 0 order by 1`,
  );
  expect(rows).toEqual([]);
});

test('to find who has least to do, only the day of those who could do it is read', async () => {
  const staff = ['Mia', 'Ben', 'Ida', 'Tom', 'Eva'];
  const busy = await createSalon(api.prisma, { staff, chairs: 5, services: { Schnitt: { phases: [['work', 30]] } } });
  const claimants = [...Object.values(busy.staff), ...busy.chairs];
  // Twenty claims a day of everybody, for a hundred days.
  await api.owner.query('alter table claim drop constraint claim_salon_id_time_off_id_fkey');
  await api.owner.query(
    `insert into claim (salon_id, claimant_id, starts_at, during, time_off_id)
     select $1, who, t, tstzrange(t, t + interval '10 minutes'), $1 from unnest($2::uuid[]) who,
       generate_series(0, 99) d, generate_series(0, 19) n,
       lateral (select timestamptz '2026-11-01 16:00+00' + interval '1 day' * d + interval '15 minutes' * n) as x (t)
     order by md5(who::text || t)`,
    [busy.id, claimants],
  );
  await api.owner.query('vacuum analyze claim');
  const anybody = visitCall(busy, { time: '10:00', who: ['Mia', 'Ben'] });
  const arrangements = staff.map((name) =>
    JSON.parse(JSON.stringify(anybody.arrangements[0]).replaceAll(busy.staff.Mia ?? '', busy.staff[name] ?? '')),
  );
  const connection = await api.owner.connect();
  onTestFinished(() => connection.release(true));
  await connection.query('begin');
  const fetched = async () => {
    const { rows } = await connection.query(
      `select idx_tup_fetch::int as n from pg_stat_xact_user_tables where relname = 'claim'`,
    );
    return rows[0].n;
  };
  const before = await fetched();
  expect(await bookTogether(connection, [{ ...anybody, arrangements }])).toEqual({ 0: 'booked' });
  expect((await fetched()) - before).toBeLessThan(2 * staff.length * 20);
});

test('a plan made in the first hours of a salon does not read all its claims years later', async () => {
  const staff = ['Mia', 'Ben', 'Ida', 'Tom', 'Eva'];
  const young = await createSalon(api.prisma, { staff, chairs: 2, services: { Schnitt: { phases: [['work', 30]] } } });
  const connection = await api.owner.connect();
  onTestFinished(() => connection.release(true));
  const wish = (time: string, who = ['Mia']) => visitCall(young, { time, who });
  await connection.query('vacuum analyze');
  await connection.query('begin');
  // Six times, after which a prepared plan is kept; nothing counts the rows again within a transaction.
  for (const time of ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30']) {
    expect(await bookTogether(connection, [wish(time), wish(time, ['Ben', 'Ida'])])).toEqual({
      0: 'booked',
      1: 'booked',
    });
    expect((await bookAlone(connection, wish(time, ['Tom', 'Eva']))).outcome).toBe('booked');
  }
  await connection.query(
    `insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
     select $1, who, t, tstzrange(t, t + interval '10 minutes'), (select id from booking where salon_id = $1 limit 1)
     from unnest($2::uuid[]) who, generate_series(1, 300) d,
       lateral (select timestamptz '2027-01-01 08:00+00' + interval '1 day' * d) as x (t)`,
    [young.id, Object.values(young.staff)],
  );
  const fetched = async () => {
    const { rows } = await connection.query(
      `select idx_tup_fetch::int + seq_tup_read::int as n from pg_stat_xact_user_tables where relname = 'claim'`,
    );
    return rows[0].n;
  };
  const before = await fetched();
  expect(await bookTogether(connection, [wish('12:00', staff)])).toEqual({ 0: 'booked' });
  expect((await bookAlone(connection, wish('12:30', staff))).outcome).toBe('booked');
  // Twice five people with at most seven visits that day each, once for being free and once for their load.
  expect((await fetched()) - before).toBeLessThan(2 * 5 * (7 + 2));
});
