import type { WallSpan } from '@salon/contracts/desk/set-up';
import type { ExceptionDay, StaffMember } from '@salon/contracts/desk/team';
import type { Prisma } from '@salon/db/prisma';
import { dateOf, dateOrNull } from '../set-up/dates.ts';
import { versionOf } from '../set-up/version-of.ts';

/** What is read of staff; `today` (a date at midnight UTC) is the first of the dates of other hours. */
export const withPlan = (today: Date) =>
  ({
    offers: {
      where: { service: { archivedAt: null } },
      orderBy: { serviceId: 'asc' },
      include: {
        phases: true,
        service: { select: { phases: { orderBy: { position: 'asc' }, select: { position: true } } } },
      },
    },
    weekly: { orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }, { validFrom: 'asc' }] },
    exceptions: { where: { date: { gte: today } }, orderBy: [{ date: 'asc' }, { startMinute: 'asc' }] },
  }) as const satisfies Prisma.StaffInclude;

export type StaffRow = Prisma.StaffGetPayload<{ include: ReturnType<typeof withPlan> }>;

/** A staff member as she is edited. */
export function staffFromRow(row: StaffRow): StaffMember {
  const plan = {
    profile: {
      name: row.name,
      title: row.title,
      colour: row.colour,
      activeFrom: dateOrNull(row.activeFrom),
      activeUntil: dateOrNull(row.activeUntil),
    },
    weekly: row.weekly.map(({ weekday, startMinute, endMinute, validFrom, validUntil }) => ({
      weekday,
      startMinute,
      endMinute,
      validFrom: dateOrNull(validFrom),
      validUntil: dateOrNull(validUntil),
    })),
    exceptions: exceptionsOf(row),
    offers: row.offers.map(({ serviceId, priceCents, phases, service }) => ({
      serviceId,
      priceCents,
      phaseMinutes: ownMinutes(service.phases, phases),
    })),
  };
  return { id: row.id, version: versionOf(plan), memberId: row.memberId, photoUrl: row.photoUrl, ...plan };
}

/** Own minutes per phase of a service, in its order; null where they are the service's. */
export function ownMinutes(
  phases: readonly { position: number }[],
  own: readonly { position: number; minutes: number }[],
): (number | null)[] {
  const minutes = new Map(own.map((one) => [one.position, one.minutes]));
  return phases.map(({ position }) => minutes.get(position) ?? null);
}

function exceptionsOf({ exceptions }: StaffRow): ExceptionDay[] {
  const byDate = new Map<string, WallSpan[]>();
  for (const { date, startMinute, endMinute } of exceptions) {
    const spans = byDate.get(dateOf(date)) ?? [];
    if (startMinute !== null && endMinute !== null) spans.push({ startMinute, endMinute });
    byDate.set(dateOf(date), spans);
  }
  return [...byDate].map(([date, spans]) => ({ date, spans }));
}
