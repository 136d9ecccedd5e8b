import { emailKey } from '@salon/api/features/booking/email-key';
import type { PrismaClient } from '@salon/db/prisma';
import { DAY } from '@salon/domain/time/interval';
import { seededRandom } from '../random.ts';
import { seededId } from '../seeded-id.ts';
import { cardTexts } from './card-texts.ts';
import type { Person } from './people.ts';
import type { PlannedVisit } from './planned-visit.ts';

/** Writes the customers' cards, each made when its owner first booked. */
export async function writeCustomers(
  prisma: PrismaClient,
  salon: { readonly id: string; readonly createdAt: Date },
  people: readonly Person[],
  visits: readonly PlannedVisit[],
): Promise<void> {
  const firstSeen = new Map<string, number>();
  for (const { body, bookedAt } of visits) {
    const { email } = body.customer;
    firstSeen.set(email, Math.min(bookedAt, firstSeen.get(email) ?? bookedAt));
  }
  const random = seededRandom(`customers of ${salon.id}`);
  // Dice of their own, so that other texts change no id.
  const dice = seededRandom(`cards of ${salon.id}`);
  await prisma.customer.createMany({
    skipDuplicates: true,
    data: people.map((person) => {
      const { name, email, phone, locale } = person;
      // Whoever has not booked in these months was entered when the salon went online.
      const createdAt = firstSeen.get(email) ?? salon.createdAt.getTime() + random.below(DAY);
      return {
        salonId: salon.id,
        id: seededId(random, createdAt),
        emailKey: emailKey(email),
        name,
        email,
        phone: phone ?? null,
        locale,
        ...cardTexts(person, dice),
        createdAt: new Date(createdAt),
      };
    }),
  });
}
