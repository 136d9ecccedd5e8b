import type { Prisma, PrismaClient } from '@salon/db/prisma';
import type { Catalogue } from './catalogue.ts';

/** Writes the salon with all it sells, who works there and when: whole or not at all. False: it was there. */
export async function writeCatalogue(prisma: PrismaClient, rows: Catalogue): Promise<boolean> {
  return prisma.$transaction(
    async (tx) => {
      // Of two programs that seed at once the second waits here and finds the salon made.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('seed', 0))`;
      if (await tx.salon.findUnique({ where: { slug: rows.salon.slug } })) return false;
      await tx.salon.create({ data: rows.salon });
      await tx.serviceCategory.createMany({ data: rows.categories });
      await tx.service.createMany({ data: rows.services });
      await tx.servicePhase.createMany({ data: rows.phases });
      await tx.station.createMany({ data: rows.stations });
      await tx.closure.createMany({ data: rows.closures });
      await tx.staff.createMany({ data: rows.staff });
      await tx.staffService.createMany({ data: rows.offers });
      await tx.staffServicePhase.createMany({ data: rows.ownMinutes });
      await tx.weeklyOpening.createMany({ data: rows.weekly });
      await tx.openingException.createMany({ data: rows.exceptions });
      await layTimeOff(tx, rows);
      return true;
    },
    { maxWait: 10_000, timeout: 60_000 },
  );
}

async function layTimeOff(tx: Prisma.TransactionClient, { salon, timeOff }: Catalogue): Promise<void> {
  for (const { id, staffId, kind, from, to, reason } of timeOff) {
    await tx.$queryRaw`select lay_time_off_v1(
      ${salon.id}::uuid, ${id}::uuid, ${staffId}::uuid, ${kind}::time_off_kind, ${from}, ${to}, ${reason}, ${salon.createdAt})`;
  }
}

/** Lets people in, which is what marks a demo salon as finished: its owner and one of its staff. */
export async function admitMembers(prisma: PrismaClient, { owner, employee, staff }: Catalogue): Promise<void> {
  const members = [owner, employee];
  await prisma.$transaction([
    prisma.member.createMany({ data: members, skipDuplicates: true }),
    ...staff.flatMap(({ salonId, id, name }) => {
      const member = members.find((one) => one.name === name);
      return member
        ? [prisma.staff.update({ where: { salonId_id: { salonId, id } }, data: { memberId: member.id } })]
        : [];
    }),
  ]);
}
