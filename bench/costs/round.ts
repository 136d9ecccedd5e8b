import { withClient } from '@salon/db/embedded/with-client';
import { type Database, openDatabase } from '@salon/db/pool';
import type pg from 'pg';
import { operations } from '../growth/operations.ts';
import { freeVisits, type VisitCall } from '../growth/visits.ts';
import type { BaseDatabase } from './base-database.ts';
import { inCalls, sendTogether } from './book.ts';
import { measured } from './meter.ts';
import type { Figures } from './result.ts';
import type { Variant } from './variants.ts';
import { WAYS, type Way } from './ways.ts';

/** What each way cost, and which indexes the bookings looked something up in. */
export type Round = { readonly figures: ReadonlyMap<Way, Figures>; readonly read: readonly string[] };

const COPY = 'salon_costs';
/** Bookings that open the connection's caches and settle its plans, each way. */
const WARM_UP = 160;

/** Measures one variant in a fresh copy of the base, which is dropped again. `admin` is on another database. */
export async function round(admin: pg.ClientBase, base: BaseDatabase, variant: Variant): Promise<Round> {
  const template = new URL(base.ownerUrl).pathname.slice(1);
  await admin.query(`create database ${COPY} template ${template}`);
  try {
    for (const [name, value] of Object.entries(variant.settings)) {
      await admin.query(`alter database ${COPY} set ${name} = ${value}`);
    }
    await forServer(admin, variant, (name, value) => `alter system set ${name} = ${value}`);
    await withClient(named(base.ownerUrl, COPY), async (owner) => {
      for (const sql of variant.change) await owner.query(sql);
    });
    return await measureWays(admin, named(base.apiUrl, COPY), base);
  } finally {
    await forServer(admin, variant, (name) => `alter system reset ${name}`);
    await admin.query(`drop database ${COPY} with (force)`);
  }
}

async function forServer(admin: pg.ClientBase, { server }: Variant, sql: (name: string, value: string) => string) {
  for (const [name, value] of Object.entries(server)) await admin.query(sql(name, value));
  if (Object.keys(server).length > 0) await admin.query('select pg_reload_conf()');
}

async function measureWays(admin: pg.ClientBase, apiUrl: string, base: BaseDatabase): Promise<Round> {
  const nextVisit = freeVisits(base.salons, base.freeFrom);
  const visits = (count: number) => Array.from({ length: count }, nextVisit);
  // One connection, the one that is measured: that mails are due is said on it as well.
  const db = openDatabase(apiUrl, 'costs', 1);
  try {
    for (const together of [false, true]) await (await booker(db, visits(WARM_UP), together))();
    const backend = await backendOf(db);
    const figures = new Map<Way, Figures>();
    for (const way of WAYS) {
      const book = await booker(db, visits(way.bookings), way.together);
      if (way.checkpoint) await admin.query('checkpoint');
      figures.set(way, await measured(admin, backend, way.bookings, book));
    }
    if ((await backendOf(db)) !== backend) throw new Error('the bookings did not all go through one connection');
    return { figures, read: await indexesRead(db) };
  } finally {
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
}

async function backendOf({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

/** What books these visits one after the other; all that can be made ready before is. */
async function booker(db: Database, visits: readonly VisitCall[], together: boolean): Promise<() => Promise<void>> {
  const { book } = operations(db, Date.now());
  const calls = together ? await inCalls(visits) : [];
  return async () => {
    for (const call of calls) await sendTogether(db, call);
    for (const visit of together ? [] : visits) await book(visit);
  };
}

async function indexesRead(db: Database): Promise<string[]> {
  await db.pool.query('select pg_stat_force_next_flush()');
  const { rows } = await db.pool.query<{ name: string }>(
    'select indexrelname as name from pg_stat_user_indexes where idx_scan > 0 order by 1',
  );
  return rows.map(({ name }) => name);
}

const named = (address: string, database: string) => Object.assign(new URL(address), { pathname: database }).href;
