import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { readThrough } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import { serviceFromRow, withCourse } from './catalogue.row.ts';
import { stationOf } from './station.repo.ts';

export type CatalogueRepo = ReturnType<typeof catalogueRepo>;

/** Reads what a salon sells, in its order, archived services too. */
export function catalogueRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  return {
    read({ salonId }: SalonScope): Promise<CatalogueAnswer> {
      const inOrder = { where: { salonId }, orderBy: [{ position: 'asc' as const }, { id: 'asc' as const }] };
      return readThrough(db, async () => {
        const [salon, categories, services, stations, staff] = await Promise.all([
          prisma.salon.findUniqueOrThrow({ where: { id: salonId }, select: { currency: true, timeZone: true } }),
          prisma.serviceCategory.findMany({ ...inOrder, select: { id: true, name: true } }),
          prisma.service.findMany({ ...inOrder, include: withCourse }),
          prisma.station.findMany({ ...inOrder, select: { id: true, kind: true, name: true, active: true } }),
          prisma.staff.findMany({ ...inOrder, select: { id: true, name: true } }),
        ]);
        return {
          currency: salon.currency,
          categories,
          services: services.map((row) => serviceFromRow(row, salon.timeZone)),
          stations: stations.map((station) => stationOf(station.id, station)),
          staff,
        };
      });
    },
  };
}
