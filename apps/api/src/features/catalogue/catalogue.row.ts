import type { DeskService } from '@salon/contracts/desk/catalogue';
import type { Prisma } from '@salon/db/prisma';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { versionOf } from '../set-up/version-of.ts';
import { ownMinutes } from '../team/team.row.ts';

export const withCourse = {
  phases: { orderBy: { position: 'asc' } },
  offers: { orderBy: { staff: { position: 'asc' } }, include: { phases: true } },
} as const satisfies Prisma.ServiceInclude;

export type ServiceRow = Prisma.ServiceGetPayload<{ include: typeof withCourse }>;

/** A service as it is edited. */
export function serviceFromRow(row: ServiceRow, timeZone: string): DeskService {
  const { categoryId, name, description, bufferMinutes, stationKind, duringProcessing, priceCents, priceFrom, online } =
    row;
  const course = {
    categoryId,
    name,
    description,
    phases: row.phases.map(({ kind, minutes }) => ({ kind, minutes })),
    bufferMinutes,
    stationKind,
    duringProcessing,
    priceCents,
    priceFrom,
    online,
    archivedAt: row.archivedAt && formatInstant(timeZone, row.archivedAt.getTime()),
    staff: row.offers.map((offer) => ({
      staffId: offer.staffId,
      priceCents: offer.priceCents,
      phaseMinutes: ownMinutes(row.phases, offer.phases),
    })),
  };
  return { id: row.id, version: versionOf(course), ...course };
}
