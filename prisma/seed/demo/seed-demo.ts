import { salonRepo } from '@salon/api/features/salon/salon.repo';
import { salonService } from '@salon/api/features/salon/salon.service';
import type { Database } from '@salon/db/pool';
import { type PrismaClient, prismaOn } from '@salon/db/prisma';
import { addDays, localDate } from '@salon/domain/time/wall-clock';
import { SeedError } from '../seed-error.ts';
import { DAYS_ONLINE, demoCatalogue, SLUG, ZONE } from './catalogue.ts';
import { writeCustomers } from './customers.ts';
import { makeBookings } from './make-bookings.ts';
import type { Span } from './plan.ts';
import { planDemo } from './plan-demo.ts';
import { settle } from './settle.ts';
import { admitMembers, writeCatalogue } from './write-catalogue.ts';

/** What the calendar of the demo salon shows: three months behind, one ahead. */
const FULL: Span = { past: 90, ahead: 30 };

export type DemoWish = {
  /** Local date the salon is seen from. */
  readonly today: string;
  readonly report: (line: string) => void;
  readonly span?: Span;
};

/** Makes the demo salon, or finishes one whose making was interrupted. Does nothing to a finished one. */
export async function seedDemo(db: Database, { today: wanted, report, span = FULL }: DemoWish): Promise<void> {
  const prisma = prismaOn(db.pool);
  const begun = await begunDemo(prisma);
  if (begun === 'finished') return report(`The demo salon is there; nothing to do.`);
  const today = begun?.today ?? wanted;
  const rows = demoCatalogue(today);
  if (begun !== undefined && begun.id !== rows.salon.id) {
    throw new SeedError(`There is a salon "${SLUG}" that is not the demo salon and has no owner: rename it, or leave it at that.`);
  }
  if (begun !== undefined) report(`Finishing the demo salon begun for ${today}.`);
  else if (await writeCatalogue(prisma, rows)) report(`${rows.salon.name}: ${rows.staff.length} staff, ${rows.services.length} services.`);

  const salons = salonService(salonRepo(db));
  const salon = await salons.current({ slug: SLUG });
  const { customers, days } = planDemo(salon, rows, today, span);
  const visits = days.flatMap((day) => day.visits);
  await writeCustomers(prisma, rows.salon, customers, visits);
  report(`Booking ${visits.length} visits of ${customers.length} customers, ${addDays(today, -span.past)} to ${addDays(today, span.ahead)}.`);
  const booked = await makeBookings(db, { salon, salons }, days);
  await settle(db, visits);
  await admitMembers(prisma, rows);
  report(`The demo salon is ready: ${booked} visits booked.`);
}

/** A demo salon whose making began; its day is told from when it went online. */
async function begunDemo(prisma: PrismaClient): Promise<{ id: string; today: string } | 'finished' | undefined> {
  const salon = await prisma.salon.findUnique({ where: { slug: SLUG }, include: { members: { where: { role: 'owner' } } } });
  if (salon === null) return undefined;
  if (salon.members.length > 0) return 'finished';
  return { id: salon.id, today: addDays(localDate(ZONE, salon.createdAt.getTime()), DAYS_ONLINE) };
}
