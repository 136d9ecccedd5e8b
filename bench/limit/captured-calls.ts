import { buildApp } from '@salon/api/app';
import { parseConfig } from '@salon/api/config';
import { withClient } from '@salon/db/embedded/with-client';
import { type Database, openDatabase } from '@salon/db/pool';
import type { Client } from 'pg';
import { requestKey } from './requests.ts';
import { columnText, type Parameter, statementOfStoredCalls } from './stored-calls.ts';

/** The statement of the write path, whatever its version. */
const WRITES = /\bbook\w*_v\d+\s*\(/;
const BATCH = 500;

type Call = { readonly text: string; readonly values: readonly unknown[] };

/**
 * Has the API itself decide on every body and stores the statements it would send, values as text, in the unlogged table
 * `bench_call` by number. Returns the SQL that sends number `:n` again, for pgbench.
 */
export async function storeCalls(ownerUrl: string, apiUrl: string, bodies: readonly string[]): Promise<string> {
  const captor = await startCaptor(apiUrl);
  try {
    return await withClient(ownerUrl, async (client) => {
      const first = await captor.callOf(bodies[0] ?? '', 0);
      const types = await parameterTypes(client, first.text);
      const columns = types.map((type, index): Parameter => ({ column: `v${index + 1}`, type }));
      const list = columns.map(({ column }) => `${column} text`).join(', ');
      await client.query(
        `create unlogged table bench_call (n integer primary key, ${list}) with (toast_tuple_target = 8160)`,
      );
      await client.query('grant select on bench_call to public');
      const arrays = columns.map((_, index) => `$${index + 2}::text[]`).join(', ');
      for (let from = 0; from < bodies.length; from += BATCH) {
        const calls: Call[] = [];
        for (const [index, body] of bodies.slice(from, from + BATCH).entries()) {
          const call = await captor.callOf(body, from + index);
          if (call.text !== first.text) throw new Error(`The API writes in two ways: ${first.text} and ${call.text}`);
          calls.push(call);
        }
        await client.query(`insert into bench_call select * from unnest($1::integer[], ${arrays})`, [
          calls.map((_, index) => from + index),
          ...columns.map((_, at) => calls.map(({ values }) => columnText(values[at]))),
        ]);
      }
      await client.query('vacuum analyze bench_call');
      return statementOfStoredCalls(first.text, columns);
    });
  } finally {
    await captor.close();
  }
}

/** The API in this process, on a database that reads as usual and remembers the write instead of sending it. */
async function startCaptor(apiUrl: string) {
  const real = openDatabase(apiUrl, 'bench-capture');
  let captured: Call | undefined;
  const pool = new Proxy(real.pool, {
    get(target, property) {
      if (property !== 'query') return Reflect.get(target, property, target);
      return async (statement: Call, ...rest: unknown[]) => {
        if (!WRITES.test(statement.text)) return Reflect.apply(target.query, target, [statement, ...rest]);
        captured = statement;
        throw new Error('Captured, not sent.'); // whatever shape its answer would have, nobody has to make one up
      };
    },
  });
  const db: Database = { ...real, pool };
  const config = parseConfig({
    DATABASE_URL: apiUrl,
    APP_SECRET: 'of-the-bench-alone-and-worth-nothing-elsewhere',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
  });
  const app = await buildApp(config, { db, clock: Date.now });
  return {
    async callOf(body: string, n: number): Promise<Call> {
      captured = undefined;
      const headers = { 'content-type': 'application/json', 'idempotency-key': requestKey(n) };
      const answer = await app.inject({ method: 'POST', url: '/api/bookings/public', headers, body });
      if (captured === undefined) throw new Error(`The API did not come to write a booking: ${answer.body}`);
      return captured;
    },
    async close() {
      await app.close();
      await Promise.all([real.pool.end(), real.probe.end()]);
    },
  };
}

async function parameterTypes(client: Client, text: string): Promise<string[]> {
  await client.query(`prepare bench_types as ${text}`);
  const { rows } = await client.query<{ types: string[] }>(
    `select parameter_types::text[] as types from pg_prepared_statements where name = 'bench_types'`,
  );
  await client.query('deallocate bench_types');
  return rows[0]?.types ?? [];
}
