import { withClient } from '@salon/db/embedded/with-client';
import type { Client } from 'pg';

/** A database that can be brought back to where it was before a round. */
export type BaseState = {
  /** How many bookings it begins with. */
  readonly bookings: number;
  restore(): Promise<void>;
};

/**
 * Fills the database with `fill` and remembers what that wrote, so that every round begins from the same rows in the same
 * order. What is remembered are the tables that were empty before: those a booking writes to.
 */
export async function keepBaseState(ownerUrl: string, fill: () => Promise<unknown>): Promise<BaseState> {
  const empty = await withClient(ownerUrl, emptyTables);
  await fill();
  return withClient(ownerUrl, async (client) => {
    const still = await emptyTables(client);
    const tables = empty.filter((table) => !still.includes(table));
    for (const table of tables) await client.query(`create unlogged table bench_base_${table} as table ${table}`);
    const { rows } = await client.query<{ count: number }>('select count(*)::int from booking');
    const emptied = await withReferring(client, tables);
    const lost = emptied.filter((table) => !empty.includes(table));
    if (lost.length > 0) throw new Error(`A round would lose what is in ${lost.join(', ')}.`);
    return {
      bookings: rows[0]?.count ?? 0,
      restore: () => withClient(ownerUrl, (one) => restore(one, emptied, tables)),
    };
  });
}

async function restore(client: Client, emptied: readonly string[], tables: readonly string[]): Promise<void> {
  // As the owner and past the guards: a booking is never deleted, but this database is thrown away at the end.
  await client.query('set session_replication_role = replica');
  await client.query(`truncate ${emptied.join(', ')}`);
  for (const table of tables) await client.query(`insert into ${table} table bench_base_${table}`);
  await client.query(`vacuum analyze ${tables.join(', ')}`);
  await client.query('checkpoint');
}

/** These and all that refer to them, also by way of another: PostgreSQL empties them together or not at all. */
async function withReferring(client: Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with recursive referring (id) as (
       select unnest($1::regclass[])::oid
       union select conrelid from pg_constraint join referring on confrelid = id where contype = 'f'
     )
     select id::regclass::text as name from referring`,
    [tables],
  );
  return rows.map(({ name }) => name);
}

async function emptyTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'bench%' order by relname`,
  );
  const empty: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select from "${name}" limit 1`);
    if (rowCount === 0) empty.push(name);
  }
  return empty;
}
