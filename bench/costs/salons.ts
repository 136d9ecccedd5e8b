import { createSalon } from '@salon/api/test/salon-fixture';
import type { PrismaClient } from '@salon/db/prisma';
import type { GrownSalon } from '../growth/visits.ts';

const STAFF = ['Mia', 'Lea', 'Kim', 'Ben', 'Ada'];

/** Salons of five staff who cut hair in half an hour, each cut on one of so many chairs; without chairs on none. */
export async function makeSalons(prisma: PrismaClient, count: number, chairs: number): Promise<GrownSalon[]> {
  const station = chairs > 0 ? { station: 'chair' } : {};
  const services = { Haarschnitt: { phases: [['work', 30]], ...station } } as const;
  const salons: GrownSalon[] = [];
  for (let made = 0; made < count; made++) {
    const { id, staff, chairs: stations } = await createSalon(prisma, { staff: STAFF, chairs, services });
    salons.push({ id, staff: Object.values(staff), chairs: stations });
  }
  return salons;
}
