import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PrunedKind, prune } from './prune.ts';
import { at, type DayBook, openDayBook } from './test/day-book.ts';
import { createTestDatabase, type TestDatabase } from './test/test-database.ts';
import { traced } from './test/traced.ts';

const RESTORE = "update booking set status = 'confirmed', version = version + 1 where salon_id = $1 and id = $2";

const NOW = Date.parse('2026-12-01T00:00:00Z');
const DAY = 86_400_000;
const HOUR = 3_600_000;
const ago = (ms: number) => new Date(NOW - ms).toISOString();

let database: TestDatabase;
let pool: pg.Pool;
let day: DayBook;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 10 });
});
beforeEach(async () => {
  await pool.query('delete from claim');
  await pool.query('delete from idempotency');
  await pool.query('delete from outbox');
  await pool.query('delete from message');
  day = await openDayBook(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

type Mails = readonly (readonly [state: string, age: number])[];

/** Keys made, claims ended, events taken and mails due so long ago: `null` is an event that still waits. */
async function write(rows: { keys?: number[]; claims?: number[]; events?: (number | null)[]; mails?: Mails }) {
  for (const age of rows.keys ?? []) {
    await pool.query("insert into idempotency values ($1, $1, $2, sha256('x'), $1, '{}', $3)", [
      day.salon,
      v7(),
      ago(age),
    ]);
  }
  for (const age of rows.claims ?? []) {
    await pool.query("select lay_time_off_v1($1, $2, $3, 'blocked', $4, $5, null, now())", [
      day.salon,
      v7(),
      day.staff,
      ago(age + HOUR),
      ago(age),
    ]);
  }
  for (const age of rows.events ?? []) {
    await pool.query("insert into outbox values ($1, $2, 'booking_created', $2, 0, null, '2026-01-01', $3)", [
      day.salon,
      v7(),
      age === null ? null : ago(age),
    ]);
  }
  await writeMails(rows.mails ?? []);
}

/** Lost-link mails: those need no booking. */
async function writeMails(mails: Mails) {
  for (const [state, age] of mails) {
    await pool.query(
      `insert into message (salon_id, id, kind, sequence, recipient, state, due_at, created_at, queued_at, lease_until,
         sent_at, last_error, drop_reason)
       values ($1, $2, 'lost_link', 0, $5, $3::text::message_state, $4::timestamptz, '2026-01-01', $4::timestamptz,
         case when $3::text = 'sending' then $4::timestamptz end, case when $3::text = 'sent' then $4::timestamptz end,
         case when $3::text = 'failed' then '550 no' end, case when $3::text = 'dropped' then 'moved_on' end)`,
      [day.salon, v7(), state, ago(age), `${v7()}@kunde.example`],
    );
  }
}

/** Keys with long answers, so that they fill several batches. */
const manyKeys = (count: number, age: number) =>
  pool.query(
    `insert into idempotency select $1, $1, 'k' || n || $3::text, sha256('x'), $1, repeat(md5(n::text), 30), $3::timestamptz
     from generate_series(1, $2) n`,
    [day.salon, count, ago(age)],
  );

const count = async (table: PrunedKind | 'booking' | 'booking_want') =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

async function pruned(client: Pick<pg.Pool, 'query'> = pool, now = NOW) {
  return Object.fromEntries((await prune(client, now)).map(({ kind, removed }) => [kind, removed]));
}

const OLD = 90 * DAY + 1;
const ENDED: Mails = [
  ['sent', OLD],
  ['failed', OLD],
  ['dropped', OLD],
  ['sent', 90 * DAY],
];
const WAITING: Mails = [
  ['due', OLD],
  ['queued', OLD],
  ['sending', OLD],
];

describe('what is due goes, what is not stays', () => {
  test.each([
    ['nothing there', {}, [0, 0, 0, 0]],
    ['keys of 30 days', { keys: [30 * DAY + 1, 30 * DAY, HOUR, -DAY] }, [1, 0, 0, 0]],
    ['claims that ended 90 days ago', { claims: [90 * DAY + 1, 90 * DAY - HOUR, DAY, -9 * DAY] }, [0, 1, 0, 0]],
    ['a claim that began 90 days ago and has not ended as long', { claims: [90 * DAY - HOUR / 2] }, [0, 0, 0, 0]],
    ['events taken 7 days ago, those still waiting never', { events: [7 * DAY + 1, 7 * DAY, null] }, [0, 0, 1, 0]],
    ['mails that have ended, 90 days after they were due', { mails: ENDED }, [0, 0, 0, 3]],
    ['mails that still wait never', { mails: WAITING }, [0, 0, 0, 0]],
  ])('%s', async (_story, rows, [idempotency, claim, outbox, message]) => {
    await write(rows);
    const before = { idempotency: await count('idempotency'), claim: await count('claim') };
    expect(await pruned()).toMatchObject({ idempotency, claim, outbox, message });
    expect(await count('idempotency')).toBe((before.idempotency ?? 0) - (idempotency ?? 0));
    expect(await count('claim')).toBe((before.claim ?? 0) - (claim ?? 0));
    expect(await pruned()).toMatchObject({ idempotency: 0, claim: 0, outbox: 0, message: 0 });
  });

  test('bookings, items and wants stay whatever their age', async () => {
    await day.visit([['10:00', '11:00']]);
    const kept = [await count('booking'), await count('booking_want')];
    expect(await pruned(pool, NOW + 400 * DAY)).toMatchObject({ claim: 1 });
    expect([await count('booking'), await count('booking_want')]).toEqual(kept);
  });
});

test('what let somebody in goes once it no longer does; who can sign in stays', async () => {
  const login = async (confirmed: boolean, age: number) => {
    const id = v7();
    await pool.query(
      `insert into login (id, name, email, email_verified, created_at) values ($1, 'Maren', $2, $3, $4)`,
      [id, `${id}@salon.example`, confirmed, ago(age)],
    );
    return id;
  };
  const [maren] = [await login(true, OLD), await login(false, 8 * DAY), await login(false, 6 * DAY)];
  for (const age of [31 * DAY, 29 * DAY]) {
    await pool.query(
      'insert into login_session (id, login_id, token, expires_at) values ($1, $2, md5(random()::text), $3)',
      [v7(), maren, ago(age)],
    );
  }
  for (const age of [2 * DAY, HOUR]) {
    await pool.query("insert into login_token (id, identifier, value, expires_at) values ($1, 'x', 'y', $2)", [
      v7(),
      ago(age),
    ]);
    await pool.query('insert into login_rate values ($1, 1, $2)', [v7(), ago(age)]);
  }
  const went = { login: 1, login_session: 1, login_token: 1, login_rate: 1 };
  expect(await pruned()).toMatchObject(went);
  expect(await pruned()).toMatchObject({ login: 0, login_session: 0, login_token: 0, login_rate: 0 });
  const { rows } = await pool.query('select id from login where email_verified');
  expect(rows).toEqual([{ id: maren }]);
});

test('an invitation goes 90 days after it was answered, taken back or over; one that is open or was of late stays', async () => {
  const [salonId, OVER, LATE] = [v7(), 91 * DAY, 89 * DAY];
  await pool.query("insert into salon (id, slug, name, time_zone) values ($1, $2, 'Salon', 'UTC')", [salonId, v7()]);
  const invite = (expired: number, accepted: number | null, revoked: number | null) =>
    pool.query(
      `insert into invitation (salon_id, id, email, role, token_hash, invited_by, created_at, expires_at, accepted_at, revoked_at)
       values ($1, $2::uuid, $2::text, 'staff', decode(md5(random()::text), 'hex'), $2::uuid, $3, $4, $5, $6)`,
      [salonId, v7(), ago(OLD), ago(expired), accepted && ago(accepted), revoked && ago(revoked)],
    );
  for (const age of [OVER, LATE]) {
    await invite(age, null, null);
    await invite(age - DAY * 7, age, null);
    await invite(age - DAY * 7, null, age);
  }
  await invite(-DAY, null, null);
  expect(await pruned()).toMatchObject({ invitation: 3 });
  expect(await pruned()).toMatchObject({ invitation: 0 });
  expect(await count('invitation')).toBe(4);
});

test('counts of the page go after 400 days, and a booking that PostHog was not told of after seven', async () => {
  const salonId = v7();
  const counted = async (ages: readonly number[]) => {
    for (const age of ages) {
      const day = ago(age * DAY).slice(0, 10);
      await pool.query("insert into funnel_count values ($1, $2, 'opened', 3), ($1, $2, 'time', 1)", [salonId, day]);
    }
  };
  const untold = (age: number) =>
    pool.query(
      `insert into conversion (salon_id, booking_id, visitor, booked_at, services, price_cents, currency, due_at)
       values ($1, $2, $2, $3, 1, 3500, 'EUR', $3)`,
      [salonId, v7(), ago(age)],
    );
  // A day of the salon's zone may begin a day earlier or later than that of the database.
  await counted([600, 402, 398, 0]);
  for (const age of [8 * DAY, 7 * DAY + HOUR, 7 * DAY - HOUR, 0]) await untold(age);
  expect(await pruned()).toMatchObject({ funnel_count: 4, conversion: 2 });
  expect(await pruned()).toMatchObject({ funnel_count: 0, conversion: 0 });
  expect([await count('funnel_count'), await count('conversion')]).toEqual([4, 2]);
});

describe('stopped, twice, and in company', () => {
  test('a crash between two batches leaves whole rows, and the next run does the rest', async () => {
    await manyKeys(3_000, 31 * DAY);
    let batches = 0;
    const dying = {
      query: (async (text: string, values: unknown[]) => {
        if (text.startsWith('delete') && ++batches > 2) throw new Error('the connection is gone');
        return pool.query(text, values);
      }) as pg.Pool['query'],
    };
    await expect(prune(dying, NOW)).rejects.toThrow('the connection is gone');
    const left = (await count('idempotency')) ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(3_000);
    expect(await pruned()).toMatchObject({ idempotency: left });
    expect(await count('idempotency')).toBe(0);
  });

  test('two at once share the work', async () => {
    await manyKeys(2_000, 31 * DAY);
    await manyKeys(500, DAY);
    const both = await Promise.all([pruned(), pruned()]);
    expect(both.reduce((sum, one) => sum + (one.idempotency ?? 0), 0)).toBe(2_000);
    expect(await count('idempotency')).toBe(500);
  });

  test('rows that somebody has locked are passed over without waiting', async () => {
    await write({ keys: [31 * DAY, 32 * DAY], events: [8 * DAY] });
    const other = await pool.connect();
    await other.query('begin');
    await other.query('select from idempotency where created_at < $1 for update', [ago(31.5 * DAY)]);
    expect(await pruned()).toMatchObject({ idempotency: 1, claim: 0, outbox: 1, message: 0 });
    await other.query('rollback');
    other.release();
    expect(await pruned()).toMatchObject({ idempotency: 1 });
  });
});

describe('a visit is booked', () => {
  /** Books half an hour from `start` with a key, as the API does, an hour before it. */
  async function book(key: string, start: string, now = at(start)) {
    const from = new Date(Date.parse(at(start)));
    const to = new Date(from.getTime() + HOUR / 2);
    const items = [{ serviceId: v7(), service: 'S', staffId: day.staff, staff: 'Mia', priceCents: 0 }];
    const arrangement = {
      rank: 0,
      startsAt: from,
      endsAt: to,
      priceCents: 0,
      answer: '{}',
      staffClaims: [{ claimantId: day.staff, item: 0, from, to }],
      stations: [],
      items: items.map((item) => ({ ...item, startsAt: from, endsAt: to })),
    };
    const id = v7();
    const visit = { id, reference: id, customerId: v7(), emailKey: `${id}@kunde.example`, status: 'confirmed' };
    const more = { source: 'online', currency: 'EUR', name: 'K', locale: 'de', outboxId: v7() };
    const { rows } = await pool.query<{ is: string }>(
      `select outcome as is from book_v1($1, 1, $2, sha256('x'), $3, '[2026-11-24,2026-11-25)', $4, $5)`,
      [day.salon, key, now, JSON.stringify({ ...visit, ...more }), JSON.stringify([arrangement])],
    );
    return rows[0]?.is;
  }

  test('while a prune holds what it removes: within the lock timeout, and an old key still answers', async () => {
    await book('old', '10:00');
    await write({ keys: [31 * DAY], claims: [100 * DAY] });
    const pruner = await pool.connect();
    await pruner.query('begin');
    await prune(pruner, Date.parse(at('10:00')) + 100 * DAY);
    expect(await book('new', '11:00')).toBe('booked');
    expect(await book('old', '10:00')).toBe('replay');
    await pruner.query('commit');
    pruner.release();
  });

  test('with a key that was pruned: it is free, and the time decides', async () => {
    expect(await book('mine', '10:00')).toBe('booked');
    expect(await book('mine', '10:00')).toBe('replay');
    await pruned(pool, Date.parse(at('10:00')) + 31 * DAY);
    expect(await book('mine', '10:00')).toBe('taken');
    expect(await book('mine', '12:00')).toBe('booked');
  });
});

describe('a past visit without its claims', () => {
  const forget = () => pruned(pool, Date.parse(at('12:00')) + 91 * DAY);

  test('is cancelled, restored and moved like any other', async () => {
    const visit = await day.visit([['10:00', '11:00']]);
    await forget();
    expect(await day.held({})).toEqual([]);
    expect(await day.move(visit.id, ['10:30', '11:30'])).toBe('moved');
    expect(await day.held({ visit: visit.id })).toEqual(['10:30–11:30 visit']);
    await forget();
    expect(await day.cancel(visit.id)).toBe('cancelled');
    await pool.query(traced(RESTORE), [day.salon, visit.id]);
    await pool.query('select hold_visit_v1($1, $2, false)', [day.salon, visit.id]);
    expect(await day.held({ visit: visit.id })).toEqual(['10:30–11:30 visit']);
  });

  test('passes nothing on that it no longer holds, and its heir stays whole', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const guest = await day.visit([['10:30', '11:30']], true);
    await forget();
    expect(await day.cancel(holder.id)).toBe('cancelled');
    expect(await day.cancel(guest.id)).toBe('cancelled');
    expect(await day.held({})).toEqual([]);
  });

  test('leaves long time off that began before it and goes on: it ends as always', async () => {
    const sick = await day.timeOff('09:00', '20:00');
    await day.visit([['10:00', '11:00']], true);
    expect(await pruned(pool, Date.parse(at('12:00')) + 90 * DAY)).toMatchObject({ claim: 0 });
    expect(await day.endTimeOff(sick.id)).toBe(true);
  });
});
