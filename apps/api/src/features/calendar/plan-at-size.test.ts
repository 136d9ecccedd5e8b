import { type Database, openDatabase } from '@salon/db/pool';
import type pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scopeOfPublicSalon } from '../../scope/salon-scope.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { feedRepo } from '../feed/feed.repo.ts';
import { visitSearchRepo } from '../visit-search/visit-search.repo.ts';
import { calendarRepo } from './calendar.repo.ts';
import { deskVisitRepo } from './desk-visit.repo.ts';

const STAFF = Array.from({ length: 10 }, (_, index) => `Staff ${index}`);
const FROM = Date.parse('2026-11-22T23:00:00Z');
const WINDOW = { from: FROM, to: FROM + 7 * 86_400_000 };

type Sent = { readonly name: string; readonly text: string; readonly values: readonly unknown[] };

let api: TestApi;
let salon: FixtureSalon;
let db: Database;

beforeAll(async () => {
  api = await testApi();
  db = openDatabase(api.database.apiUrl, 'plans', 1);
  salon = await createSalon(api.prisma, { staff: STAFF, services: { Schnitt: { phases: [['work', 30]] } } });
  await api.owner.query(
    `insert into customer (salon_id, id, name, locale, created_at)
     select $1, md5('own' || n)::uuid, 'Anna', 'de', '2026-01-01' from generate_series(0, 499) n`,
    [salon.id],
  );
  // The week that is looked at: ten visits a day with each of ten people.
  await fill(
    `select $1::uuid as salon, ($2::uuid[])[1 + who] as staff, md5('own' || (day * 100 + who * 10 + n) % 500)::uuid as customer,
       timestamptz '2026-11-23 08:00+01' + day * interval '1 day' + n * interval '45 minutes' as t
     from generate_series(0, 6) day, generate_series(0, 9) who, generate_series(0, 9) n`,
    [salon.id, Object.values(salon.staff)],
  );
});
afterAll(async () => {
  await db.pool.end();
  await api.close();
});

/** An id as the API makes them: it begins with when the booking was made. */
const MADE_ID = `(lpad(to_hex(date_part('epoch', t - interval '9 days')::bigint * 1000), 12, '0') || '7'
  || substr(md5(made::text), 1, 3) || '8' || substr(md5(made::text), 4, 15))::uuid`;

/** Visits of half an hour, with all that hangs on them. */
async function fill(visits: string, values: readonly unknown[]): Promise<void> {
  const client = await api.owner.connect();
  try {
    await client.query('begin');
    await client.query(
      `create temporary table made on commit drop as
      select ${MADE_ID} as id, made.*, tstzrange(t, t + interval '30 minutes') as during from (${visits}) made`,
      [...values],
    );
    await client.query(`insert into customer (salon_id, id, name, locale, created_at)
      select distinct salon, customer, 'Anna', 'de', timestamptz '2026-01-01' from made on conflict do nothing`);
    await client.query(`insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents,
        currency, name, locale, created_at, updated_at)
      select salon, id, right(id::text, 12), customer, 'confirmed', 'online', lower(during), upper(during), 3500, 'EUR', 'Anna', 'de',
        lower(during) - interval '9 days', lower(during) from made`);
    await client.query(`insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name,
        starts_at, ends_at, price_cents)
      select salon, id, 0, id, 'Schnitt', staff, 'Mia', lower(during), upper(during), 3500 from made`);
    await client.query(`insert into booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
      select salon, id, 0, staff, during, 0 from made`);
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** So many more visits, all of them over: of other salons, and each tenth of this one. */
async function fillOthers(from: number, count: number): Promise<void> {
  await fill(
    `select case when n % 10 = 0 then $1::uuid else md5('salon' || n % 300)::uuid end as salon,
       case when n % 10 = 0 then ($2::uuid[])[1 + (n / 10) % 10] else md5('staff' || (n / 300) % 10)::uuid end as staff,
       case when n % 10 = 0 then md5('own' || (n / 10) % 500)::uuid else md5('theirs' || n % 30000)::uuid end as customer,
       timestamptz '2026-10-01' - n * interval '45 minutes' as t
     from generate_series($3::int, $3::int + $4::int - 1) n`,
    [salon.id, Object.values(salon.staff), from, count],
  );
  await api.owner.query('vacuum analyze');
}

/** What all reads of a calendar send, and of the visits that are looked for in it. */
async function sent(): Promise<Sent[]> {
  const statements: Sent[] = [];
  const spy = {
    prepared: true,
    pool: {
      waitingCount: 0,
      query: async (statement: Sent) => {
        statements.push(statement);
        return { rows: [{ json: '""' }] };
      },
    },
  } as unknown as Database;
  const scope = scopeOfPublicSalon(salon);
  const visits = deskVisitRepo(spy);
  const calendar = calendarRepo(spy);
  await visits.inWindow(scope, WINDOW, null);
  await visits.inWindow(scope, WINDOW, [salon.staff['Staff 3'] ?? '']);
  const { rows } = await api.owner.query('select id from booking where salon_id = $1 limit 3', [salon.id]);
  await visits.named(
    scope,
    rows.map(({ id }) => id),
  );
  await calendar.timeOff(scope, WINDOW, null);
  await calendar.load(scope, WINDOW, 'Europe/Berlin', null);
  await calendar.overlaps(scope, FROM, null);
  await feedRepo(spy).since(scope, FROM, null);
  const { rows: some } = await api.owner.query(
    'select reference, customer_id from booking where salon_id = $1 order by starts_at desc limit 6',
    [salon.id],
  );
  const search = visitSearchRepo(spy);
  await search.byReference(scope, some[0]?.reference, null);
  await search.next(
    scope,
    some.map(({ customer_id }) => customer_id),
    FROM,
    salon.staff['Staff 3'] ?? '',
  );
  return statements;
}

const literal = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  return `'${value instanceof Date ? value.toISOString() : String(value)}'`;
};

/** Pages a statement looks at, planned as it stays prepared: once, for any values. */
async function cost(client: pg.PoolClient, { text, values }: Sent): Promise<{ pages: number; plan: string }> {
  const name = `p${v7().replaceAll('-', '')}`;
  await client.query(`prepare ${name} as ${text}`);
  const { rows } = await client.query(
    `explain (analyze, buffers, format json) execute ${name} (${values.map(literal).join(', ')})`,
  );
  await client.query(`deallocate ${name}`);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
  return { pages: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], plan: JSON.stringify(plan) };
}

async function costs(): Promise<{ name: string; pages: number; plan: string }[]> {
  const client = await db.pool.connect();
  try {
    await client.query('set plan_cache_mode = force_generic_plan');
    const found = [];
    for (const [index, statement] of (await sent()).entries()) {
      found.push({ name: `${index} ${statement.name}`, ...(await cost(client, statement)) });
    }
    return found;
  } finally {
    client.release(true);
  }
}

test('a week costs the same among two thousand visits of others and among a hundred thousand', {
  timeout: 300_000,
}, async () => {
  await fillOthers(0, 2_000);
  const small = await costs();
  await fillOthers(2_000, 98_000);
  const large = await costs();
  for (const [index, { name, pages, plan }] of large.entries()) {
    expect(plan, name).not.toMatch(/"Seq Scan"/);
    // An index grows by a level or two; of the lists of ids each page may be another one.
    const before = small[index]?.pages ?? 0;
    expect(pages, `${name}: ${before} pages became ${pages}`).toBeLessThanOrEqual(before * 2 + 40);
  }
});
