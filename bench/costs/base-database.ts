import { apiUrlOf } from '@salon/db/embedded/api-role';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { type Database, openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { freeVisits, type GrownSalon } from '../growth/visits.ts';
import { inCalls, sendTogether } from './book.ts';
import { makeSalons } from './salons.ts';

const SALONS = 100;
const CHAIRS = 5;
const DAY = 86_400_000;

/** What every variant is a copy of. */
export type BaseDatabase = {
  readonly ownerUrl: string;
  /** The API's address of it. */
  readonly apiUrl: string;
  readonly salons: readonly GrownSalon[];
  readonly bookings: number;
  /** From here on nobody has booked yet, in ms. */
  readonly freeFrom: number;
};

/** Migrates the database and fills it: a hundred salons of five staff and five chairs, and so many bookings. */
export async function makeBase(dataDir: string, ownerUrl: string, bookings: number): Promise<BaseDatabase> {
  await deploy(ownerUrl);
  const apiUrl = await apiUrlOf(dataDir, ownerUrl);
  const salons = await withDatabase(ownerUrl, async (db) => {
    const prisma = prismaOn(db.pool);
    return makeSalons(prisma, SALONS, CHAIRS).finally(() => prisma.$disconnect());
  });
  const now = Date.now();
  await withDatabase(apiUrl, (db) => fill(db, salons, bookings, now));
  await withClient(ownerUrl, (client) => client.query('vacuum analyze'));
  return { ownerUrl, apiUrl, salons, bookings, freeFrom: now + 180 * DAY };
}

/** Books so many visits in the evenings after `from`. */
export async function fill(db: Database, salons: readonly GrownSalon[], bookings: number, from: number): Promise<void> {
  const nextVisit = freeVisits(salons, from);
  for (const call of await inCalls(Array.from({ length: bookings }, nextVisit))) await sendTogether(db, call);
}

/** A pool for one piece of work. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, 'costs');
  try {
    return await work(db);
  } finally {
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
}
