import { createSalon } from '@salon/api/test/salon-fixture';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { freeVisits, type GrownSalon } from '../growth/visits.ts';
import { inCalls, sendTogether } from './book.ts';

const SALONS = 100;
const STAFF = ['Mia', 'Lea', 'Kim', 'Ben', 'Ada'];
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
  const salons = await makeSalons(ownerUrl);
  const db = openDatabase(apiUrl, 'costs');
  const now = Date.now();
  try {
    const nextVisit = freeVisits(salons, now);
    for (const call of await inCalls(Array.from({ length: bookings }, nextVisit))) await sendTogether(db, call);
  } finally {
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
  await withClient(ownerUrl, (client) => client.query('vacuum analyze'));
  return { ownerUrl, apiUrl, salons, bookings, freeFrom: now + 180 * DAY };
}

async function makeSalons(ownerUrl: string): Promise<GrownSalon[]> {
  const db = openDatabase(ownerUrl, 'costs');
  const prisma = prismaOn(db.pool);
  try {
    const salons: GrownSalon[] = [];
    for (let made = 0; made < SALONS; made++) {
      const services = { Haarschnitt: { phases: [['work', 30]], station: 'chair' } } as const;
      const { id, staff, chairs } = await createSalon(prisma, { staff: STAFF, chairs: STAFF.length, services });
      salons.push({ id, staff: Object.values(staff), chairs });
    }
    return salons;
  } finally {
    await prisma.$disconnect();
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
}
