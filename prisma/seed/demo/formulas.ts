import { emailKey } from '@salon/api/features/booking/email-key';
import type { Salon } from '@salon/api/features/salon/salon';
import type { PrismaClient } from '@salon/db/prisma';
import { seededRandom } from '../random.ts';
import { seededId } from '../seeded-id.ts';
import type { PlannedVisit } from './planned-visit.ts';

/** What is mixed for which service; somebody gets the same of a list each time. */
const MIXED: Readonly<Record<string, readonly string[]>> = {
  Ansatzfarbe: [
    'Ansatz 7/0 + 7/1 (2:1), 6 %, 35 Min.',
    'Ansatz 6/0, 6 %, 35 Min. Schläfen zuerst.',
    'Ansatz 5/0 + 5/7 (1:1), 4 %, 30 Min.',
    'Ansatz 8/0 + 8/3 (3:1), 6 %, 35 Min. Kontur mit Creme schützen.',
  ],
  Komplettfarbe: [
    'Ansatz 6/7, 6 %, 40 Min.; Längen 6/7 + 7/0 (1:1), 1,9 %, letzte 15 Min.',
    'Ansatz 4/0 + 5/6 (2:1), 6 %; Längen 5/6, 1,9 %. Zusammen 40 Min.',
  ],
  'Foliensträhnen Oberkopf': [
    'Blondierung 1:2 mit 6 %, 30 Min.; Glossing 9/16, 1,9 %, 10 Min.',
    'Blondierung 1:2 mit 4 %, 35 Min.; Glossing 10/81, 1,9 %, 8 Min.',
  ],
  'Foliensträhnen ganzer Kopf': ['Blondierung 1:2 mit 6 %, feine Folien, 40 Min.; Glossing 9/17, 1,9 %, 15 Min.'],
  Balayage: ['Freihand mit Tonerde 1:2, 9 % unten, 6 % oben, 45 Min.; Glossing 8/13 + 9/1 (1:1), 1,9 %, 15 Min.'],
  'Tönung und Glossing': ['Glossing 7/3 + 7/0 (1:1), 1,9 %, 20 Min.', 'Glossing 6/75, 1,9 %, 20 Min.'],
  Grauhaarkaschierung: ['Herren 6/1, 1,9 %, 10 Min. Schläfen nur 5 Min.', 'Herren 5/0, 1,9 %, 8 Min.'],
};

/** Writes what was mixed at the visits that took place, as whoever mixed it noted it on the card. */
export async function writeFormulas(
  prisma: PrismaClient,
  salon: Salon,
  visits: readonly PlannedVisit[],
): Promise<void> {
  const { salonId } = salon.scope;
  const cards = await prisma.customer.findMany({ where: { salonId }, select: { id: true, emailKey: true } });
  const cardOf = new Map(cards.map(({ id, emailKey }) => [emailKey, id]));
  const random = seededRandom(`formulas of ${salonId}`);
  const usual = new Map<string, string>();
  const rows = visits.flatMap(({ body, ending }) => {
    const customerId = cardOf.get(emailKey(body.customer.email));
    if (ending?.status !== 'done' || customerId === undefined) return [];
    return (body.services ?? []).flatMap(({ service, staffId = null }) => {
      const mixed = MIXED[salon.services.get(service)?.name ?? ''];
      if (mixed === undefined) return [];
      const key = `${customerId} ${service}`;
      const formula = usual.get(key) ?? random.pick(mixed);
      usual.set(key, formula);
      const staffName = staffId && (salon.staff.get(staffId)?.name ?? null);
      const at = { mixedOn: new Date(body.date), createdAt: new Date(ending.at) };
      return [{ salonId, id: seededId(random, ending.at), customerId, formula, staffId, staffName, ...at }];
    });
  });
  await prisma.customerFormula.createMany({ skipDuplicates: true, data: rows });
}
