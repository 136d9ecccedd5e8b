import { prismaOn } from '@salon/db/prisma';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoCatalogue } from './demo/catalogue.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { writeCatalogue } from './demo/write-catalogue.ts';
import {
  contents,
  databaseForTest,
  emptyDatabase,
  failingAt,
  one,
  quietly,
  seeded,
} from './seeded-database.fixture.ts';

const TODAY = '2026-11-25';
let whole: Awaited<ReturnType<typeof emptyDatabase>>;
let expected: Record<string, string>;

beforeAll(async () => {
  whole = await emptyDatabase();
  await seeded(whole, TODAY);
  expected = await contents(whole);
});

afterAll(() => whole.end());

test('equal days give equal data, ids included', async () => {
  expect(await contents(await seeded(await databaseForTest(), TODAY))).toEqual(expected);
  const other = await contents(await seeded(await databaseForTest(), '2026-11-26'));
  expect(other.booking).not.toBe(expected.booking);
});

test('a second seeding adds nothing, whatever its day', async () => {
  const lines: string[] = [];
  await seedDemo(whole, { today: '2027-02-01', report: (line) => lines.push(line) });
  expect(lines).toEqual(['The demo salon is there; nothing to do.']);
  expect(await contents(whole)).toEqual(expected);
});

describe('an interrupted seeding is finished, for the day it was begun for', () => {
  test.each([
    ['before the customers', 'INTO "public"."customer"', 1],
    ['while booking', 'from book_', 20],
    ['before the past is told', "status = 'done'", 1],
    ['while visits are given up', 'release_time', 2],
    ['before members are let in', 'INTO "public"."member"', 1],
  ])('%s', async (_, text, turn) => {
    const db = await databaseForTest();
    await expect(seedDemo(failingAt(db, text, turn), quietly(TODAY))).rejects.toThrow();
    expect(await one(db, "select count(*)::int from member where role = 'owner'")).toBe(0);
    await seedDemo(db, quietly('2026-12-03'));
    expect(await contents(db)).toEqual(expected);
  });
});

test('two seedings at once make one salon', async () => {
  const db = await databaseForTest();
  await Promise.all([seedDemo(db, quietly(TODAY)), seedDemo(db, quietly(TODAY)), seedDemo(db, quietly(TODAY))]);
  expect(await contents(db)).toEqual(expected);
});

test('time that somebody else took meanwhile is left alone', async () => {
  const db = await databaseForTest();
  const rows = demoCatalogue(TODAY);
  await writeCatalogue(prismaOn(db.pool), rows);
  const [jonas] = rows.staff.slice(1, 2);
  await db.pool.query("select lay_time_off_v1($1, gen_random_uuid(), $2, 'time_off', $3, $4, 'Krank', now())", [
    rows.salon.id,
    jonas?.id,
    '2026-11-24T00:00:00+01:00',
    '2026-11-25T00:00:00+01:00',
  ]);
  await seedDemo(db, quietly(TODAY));
  const [left, planned] = [
    await one<number>(db, 'select count(*)::int from booking'),
    await one<number>(whole, 'select count(*)::int from booking'),
  ];
  expect(left).toBeLessThan(planned);
  expect(left).toBeGreaterThan(planned - 15);
});

test('a stranger called demo is not touched', async () => {
  const db = await databaseForTest();
  await db.pool.query(
    "insert into salon (id, slug, name, time_zone) values (gen_random_uuid(), 'demo', 'Haarscharf', 'Europe/Berlin')",
  );
  const before = await contents(db);
  await expect(seedDemo(db, quietly(TODAY))).rejects.toThrow(/Another salon/);
  expect(await contents(db)).toEqual(before);
});
