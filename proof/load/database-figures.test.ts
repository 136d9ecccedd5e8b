import { createTestDatabase, type TestDatabase } from '@salon/db/test/test-database';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeCounters, databaseFigures } from './database-figures.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** A connection of the API that has locked this number in an open transaction. */
async function holding(number: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.apiUrl });
  client.on('error', () => {}); // it will be ended from outside
  await client.connect();
  await client.query(`begin; select pg_advisory_xact_lock(${number})`);
  return client;
}

test('a deadlock just solved is counted', async () => {
  const before = await databaseFigures(database.url);
  const [one, other] = [await holding(1), await holding(2)];
  const ends = await Promise.allSettled([
    one.query('select pg_advisory_xact_lock(2)'),
    other.query('select pg_advisory_xact_lock(1)'),
  ]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);

  await completeCounters(database.url);
  const after = await databaseFigures(database.url);
  expect(after.deadlocks - before.deadlocks).toBe(1);
  expect(after).toMatchObject({ bookings: 0 });
});
