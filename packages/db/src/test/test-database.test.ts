import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(() => Promise.all([first.drop(), second.drop()]));

async function rows<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('each test file has a database of its own', async () => {
  await rows(first.url, 'create table only_here (id int)');
  await expect(rows(second.url, 'select * from only_here')).rejects.toMatchObject({ code: '42P01' });
});

test('the API role brings its timeouts and time zone', async () => {
  const sql = `select current_setting('statement_timeout') as statement, current_setting('timezone') as zone,
    current_setting('idle_in_transaction_session_timeout') as idle, current_user as role`;
  expect(await rows(first.apiUrl, sql)).toEqual([{ statement: '5s', zone: 'UTC', idle: '10s', role: 'salon_api' }]);
});

test('the API role cannot delete a visit, make a table or see the migrations', async () => {
  for (const sql of ['delete from booking', 'create table mine (id int)', 'select * from _prisma_migrations']) {
    await expect(rows(first.apiUrl, sql), sql).rejects.toMatchObject({ code: '42501' });
  }
  await expect(rows(first.apiUrl, 'delete from claim')).resolves.toEqual([]);
});

test('the worker role writes the ledger and makes its queue, and changes no visit', async () => {
  for (const sql of [
    "update booking set name = 'x'",
    'delete from message',
    "update outbox set kind = 'booking_moved'",
    'select * from idempotency',
    'create table mine (id int)',
  ]) {
    await expect(rows(first.workerUrl, sql), sql).rejects.toMatchObject({ code: '42501' });
  }
  for (const sql of ['select * from booking', 'update outbox set taken_at = now()', 'create schema bullmq']) {
    await expect(rows(first.workerUrl, sql), sql).resolves.toEqual([]);
  }
});

test('a dropped database is gone, open connections or not', async () => {
  const third = await createTestDatabase();
  const client = new pg.Client({ connectionString: third.apiUrl });
  client.on('error', () => {}); // the drop ends it
  await client.connect();
  await third.drop();
  await expect(rows(third.url, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});
