import type { Database } from '@salon/db/pool';
import { type PrismaClient, prismaOn } from '@salon/db/prisma';
import { readStatement, readThrough } from '@salon/db/write-statement';
import { type SalonRow, salonFromRow, withCatalogue } from './salon.row.ts';
import type { Salon } from './salon.ts';

export type SalonRepo = ReturnType<typeof salonRepo>;

/** Reads salons. The whole configuration comes through Prisma, the version alone by one look-up. */
export function salonRepo(db: Database) {
  const prisma: PrismaClient = prismaOn(db.pool);
  return {
    /**
     * The salon with everything the slot rules read. Its own row, with the version, is read before
     * the rest: what changes in between makes the version look older than it is, so that a booking
     * decided on it is refused as stale, never the other way round.
     */
    async load(salonId: string): Promise<Salon | undefined> {
      const row: SalonRow | null = await readThrough(db, () =>
        prisma.salon.findUnique({ where: { id: salonId }, include: withCatalogue }),
      );
      return row === null ? undefined : salonFromRow(row);
    },

    async find(by: { slug: string } | { id: string }): Promise<{ id: string; version: number } | undefined> {
      const slug = 'slug' in by;
      const [row] = await readStatement<{ id: string; config_version: number }>(db, {
        name: slug ? 'salon_by_slug' : 'salon_by_id',
        text: slug
          ? 'select id, config_version from salon where slug = $1'
          : 'select id, config_version from salon where id = $1',
        values: [slug ? by.slug : by.id],
      });
      return row && { id: row.id, version: row.config_version };
    },
  };
}
