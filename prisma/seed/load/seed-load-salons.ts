import type { Database } from '@salon/db/pool';
import { type PrismaClient, prismaOn } from '@salon/db/prisma';
import { loadSalon, slugOf } from './load-salon.ts';

/** Salons written in one transaction. */
const BATCH = 50;

/** Makes `load-001` and so on up to `count`; those that exist are kept as they are. */
export async function seedLoadSalons(db: Database, count: number, report: (line: string) => void): Promise<void> {
  const prisma = prismaOn(db.pool);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const there = await prisma.salon.findMany({ where: { slug: { in: numbers.map(slugOf) } }, select: { slug: true } });
  const slugs = new Set(there.map(({ slug }) => slug));
  const missing = numbers.filter((number) => !slugs.has(slugOf(number)));
  for (let at = 0; at < missing.length; at += BATCH) await writeSalons(prisma, missing.slice(at, at + BATCH));
  report(`Load salons ${slugOf(1)} to ${slugOf(count)}: ${missing.length} made, ${count - missing.length} kept.`);
}

/** Whole salons or none; rows that another program has just written are the same ones. */
async function writeSalons(prisma: PrismaClient, numbers: readonly number[]): Promise<void> {
  const salons = numbers.map(loadSalon);
  const skipDuplicates = true;
  await prisma.$transaction([
    prisma.salon.createMany({ data: salons.map(({ salon }) => salon), skipDuplicates }),
    prisma.serviceCategory.createMany({ data: salons.map(({ category }) => category), skipDuplicates }),
    prisma.service.createMany({ data: salons.flatMap(({ services }) => services), skipDuplicates }),
    prisma.servicePhase.createMany({ data: salons.flatMap(({ phases }) => phases), skipDuplicates }),
    prisma.staff.createMany({ data: salons.flatMap(({ staff }) => staff), skipDuplicates }),
    prisma.staffService.createMany({ data: salons.flatMap(({ offers }) => offers), skipDuplicates }),
    prisma.weeklyOpening.createMany({ data: salons.flatMap(({ weekly }) => weekly), skipDuplicates }),
  ]);
}
