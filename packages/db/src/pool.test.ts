import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from './pool.ts';
import { createTestDatabase } from './test/test-database.ts';

test('no more connections are opened than the address allows', async () => {
  const { url, drop } = await createTestDatabase();
  onTestFinished(drop);
  const address = new URL(url);
  address.searchParams.set('connection_limit', '2');
  const { pool } = openDatabase(address.href, 'pool-test');
  await Promise.all(Array.from({ length: 10 }, () => pool.query('select pg_sleep(0.01)')));
  expect(pool.totalCount).toBe(2);
  await pool.end();
});
