import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test/test-database.ts';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What every booking, and every change of one, waits for. */
const HOT = [
  ...['book_v1', 'book_together_v1', 'move_v1', 'cancel_v1', 'desk_change_v1', 'find_key'],
  ...['hold_visit_v1', 'lay_time_off_v1', 'end_time_off_v1'],
];

test.each(HOT)('%s reads no table whole and hashes none, however old its last definition', async (name) => {
  // Whoever replaces a function replaces its settings with it, also those that were given to it later.
  const { rows } = await client.query('select proconfig as settings from pg_proc where proname = $1', [name]);
  const keys = ['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'];
  expect(rows).toEqual([{ settings: expect.arrayContaining(keys) }]);
});
