import { type Database, openDatabase } from '@salon/db/pool';
import { createTestDatabase } from '@salon/db/test/test-database';
import { onTestFinished } from 'vitest';
import type { Span } from './demo/plan.ts';
import { seedDemo } from './demo/seed-demo.ts';

/** A few days are enough where only the shape of things counts. */
const FEW_DAYS: Span = { past: 4, ahead: 1 };

/** A migrated database as the seed opens it, and how to end it. */
export async function emptyDatabase(): Promise<Database & { end(): Promise<void> }> {
  const { url, drop } = await createTestDatabase();
  const db = openDatabase(url, 'salon-seed-test');
  return {
    ...db,
    async end() {
      await db.pool.end();
      await drop();
    },
  };
}

/** One that ends with the test. */
export async function databaseForTest(): Promise<Database> {
  const db = await emptyDatabase();
  onTestFinished(() => db.end());
  return db;
}

export const quietly = (today: string, span: Span = FEW_DAYS) => ({ today, span, report: () => {} });

export async function seeded(db: Database, today: string, span: Span = FEW_DAYS): Promise<Database> {
  await seedDemo(db, quietly(today, span));
  return db;
}

/** The first column of a query's first row. */
export async function one<T>(db: Database, sql: string): Promise<T> {
  const { rows } = await db.pool.query({ text: sql, rowMode: 'array' });
  return rows[0]?.[0] as T;
}

/** A fingerprint of everything in every table, and the number of rows. */
export async function contents(db: Database): Promise<Record<string, string>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not like '\\_%' order by 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = `md5(coalesce(string_agg(t::text, ',' order by t::text collate "C"), ''))`;
    prints[name] = await one(db, `select count(*) || ' rows ' || ${rows} from "${name}" t`);
  }
  return prints;
}

/** A database that fails, once and for all, at the `turn`th statement that contains `text`. */
export function failingAt(db: Database, text: string, turn: number): Database {
  let seen = 0;
  const watched = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const member = Reflect.get(object, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          if (name === 'query' && sqlOf(args[0]).includes(text) && ++seen >= turn) throw new Error('power cut');
          const result = Reflect.apply(member, object, args);
          return name === 'connect' ? Promise.resolve(result).then((client) => watched(client)) : result;
        };
      },
    });
  return { ...db, pool: watched(db.pool) };
}

const sqlOf = (query: unknown) => (typeof query === 'string' ? query : String((query as { text?: unknown }).text));
