import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { readThrough } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import type { Visit } from './visit.ts';

export type ManageRepo = ReturnType<typeof manageRepo>;

export function manageRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  return {
    /** The chairs and rooms a visit has. */
    async stationsOf({ salonId }: SalonScope, bookingId: string): Promise<string[]> {
      const rows = await readThrough(db, () =>
        prisma.bookingWant.findMany({
          where: { salonId, bookingId, itemPosition: null },
          select: { claimantId: true },
        }),
      );
      return rows.map(({ claimantId }) => claimantId);
    },

    async find({ salonId }: SalonScope, bookingId: string): Promise<Visit | undefined> {
      const row = await readThrough(db, () =>
        prisma.booking.findUnique({
          where: { salonId_id: { salonId, id: bookingId } },
          include: { items: { orderBy: { position: 'asc' } }, customer: { select: { erasedAt: true } } },
        }),
      );
      if (row === null) return undefined;
      const { customer, ...booking } = row;
      return {
        ...booking,
        erased: customer !== null && customer.erasedAt !== null,
        email: row.email ?? '',
        startsAt: row.startsAt.getTime(),
        endsAt: row.endsAt.getTime(),
        createdAt: row.createdAt.getTime(),
        updatedAt: row.updatedAt.getTime(),
        items: row.items.map((item) => ({
          serviceId: item.serviceId,
          service: item.serviceName,
          staffId: item.staffId,
          staff: item.staffName,
          startsAt: item.startsAt.getTime(),
          endsAt: item.endsAt.getTime(),
          priceCents: item.priceCents,
        })),
      };
    },
  };
}
