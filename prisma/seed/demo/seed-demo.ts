import { salonRepo } from '@salon/api/features/salon/salon.repo';
import { salonService } from '@salon/api/features/salon/salon.service';
import type { Database } from '@salon/db/pool';
import { type PrismaClient, prismaOn } from '@salon/db/prisma';
import { addDays, localDate } from '@salon/domain/time/wall-clock';
import { SeedError } from '../seed-error.ts';
import { DAYS_ONLINE, demoCatalogue, SLUG } from './catalogue.ts';
import { ZONE } from './clock.ts';
import { writeCustomers } from './customers.ts';
import { writeFormulas } from './formulas.ts';
import { makeBookings } from './make-bookings.ts';
import type { Span } from './plan.ts';
import { planDemo } from './plan-demo.ts';
import { settle } from './settle.ts';
import { admitMembers, writeCatalogue } from './write-catalogue.ts';

/** What the calendar of the demo salon shows: three months behind, one ahead. */
const FULL: Span = { past: 90, ahead: 30 };

type DemoWish = {
  /** Local date the salon is seen from. */
  readonly today: string;
  readonly report: (line: string) => void;
  readonly span?: Span;
};

/** Makes the demo salon, or finishes one whose making was interrupted. Does nothing to a finished one. */
export async function seedDemo(db: Database, wish: DemoWish): Promise<void> {
  const { report, span = FULL } = wish;
  const prisma = prismaOn(db.pool);
  const begun = await begunDemo(prisma);
  if (begun === 'finished') {
    report('The demo salon is there; nothing to do.');
    return;
  }
  const today = begun?.today ?? wish.today;
  const rows = demoCatalogue(today);
  if (begun === undefined) {
    // Not written: another program has begun it meanwhile, maybe for another day.
    if (!(await writeCatalogue(prisma, rows))) return seedDemo(db, wish);
    report(`${rows.salon.name}: ${rows.staff.length} staff, ${rows.services.length} services.`);
  } else {
    if (begun.id !== rows.salon.id)
      throw new SeedError(`Another salon has the slug "${SLUG}": give it a different one first.`);
    report(`Finishing the demo salon begun for ${today}.`);
  }

  const salons = salonService(salonRepo(db));
  const salon = await salons.current({ slug: SLUG });
  const { customers, days } = planDemo(salon, rows, today, span);
  const visits = days.flatMap((day) => day.visits);
  const [first, last] = [addDays(today, -span.past), addDays(today, span.ahead)];
  report(`${visits.length} visits of ${customers.length} customers, ${first} to ${last} …`);
  await writeCustomers(prisma, rows.salon, customers, visits);
  await writeFormulas(prisma, salon, visits);
  const booked = await makeBookings(db, { salon, salons }, days);
  await settle(db, visits);
  await admitMembers(prisma, rows);
  report(`The demo salon is ready; ${booked} visits booked.`);
}

/** A demo salon whose making began; its day is told from when it went online. */
async function begunDemo(prisma: PrismaClient): Promise<{ id: string; today: string } | 'finished' | undefined> {
  const salon = await prisma.salon.findUnique({
    where: { slug: SLUG },
    include: { members: { where: { role: 'owner' } } },
  });
  if (salon === null) return undefined;
  if (salon.members.length > 0) return 'finished';
  return { id: salon.id, today: addDays(localDate(ZONE, salon.createdAt.getTime()), DAYS_ONLINE) };
}
