import { deploy } from '@salon/db/migrate/migrator';
import { openDatabase } from '@salon/db/pool';
import { type PrismaClient, prismaOn } from '@salon/db/prisma';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { spread } from '../proof/measuring/spread.ts';
import { ownDatabase } from '../proof/stack/own-database.ts';
import { thenUndo, type UndoStack } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { makeSalons } from './costs/salons.ts';
import { operations } from './growth/operations.ts';
import { freeVisits, type VisitCall } from './growth/visits.ts';

/**
 * How the hot statement is best sent: by pg as a statement that stays prepared, by pg unprepared, or
 * through Prisma. pg's ways go as the API sends them, so mostly together; Prisma's is book_v1 alone.
 * One database with fsync on, ways taking turns, bookings a second, medians.
 *
 *   npm run bench -- hot-statement
 */
const ROUNDS = 5;
const BOOKINGS = 2_000;
const CLIENTS = [64, 1000];
const SALONS = 20;
const DAY = 86_400_000;

await entry(() => thenUndo(measure));

async function measure(undo: UndoStack): Promise<void> {
  const server = await ownDatabase(undo);
  await deploy(server.url);
  const db = openDatabase(server.url, 'bench');
  undo.add(() => db.pool.end());
  const prisma = prismaOn(db.pool);
  const now = Date.now();
  const nextVisit = freeVisits(await makeSalons(prisma, SALONS, 0), now);
  const ways: Record<string, (visit: VisitCall) => Promise<void>> = {
    'pg, prepared': operations(db, now).book,
    'pg, unprepared': operations({ ...db, prepared: false }, now).book,
    'Prisma $queryRaw': (visit) => bookByPrisma(prisma, visit, now),
  };
  /** Bookings a second with so many at a time. */
  async function round(book: (visit: VisitCall) => Promise<void>, clients: number): Promise<number> {
    let left = BOOKINGS;
    const began = performance.now();
    const client = async () => {
      while (left-- > 0) await book(nextVisit());
    };
    await Promise.all(Array.from({ length: clients }, client));
    return BOOKINGS / ((performance.now() - began) / 1000);
  }

  console.log(originInWords(await originHere(server.url)));
  for (const book of Object.values(ways)) await round(book, 64);
  for (const clients of CLIENTS) {
    const rates = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
    for (let turn = 0; turn < ROUNDS; turn++) {
      for (const [name, book] of Object.entries(ways)) rates.get(name)?.push(await round(book, clients));
    }
    const prepared = spread(rates.get('pg, prepared') ?? []).median;
    for (const [name, all] of rates) {
      const { median, min, max } = spread(all);
      const [middle, least, most] = [median, min, max].map(Math.round);
      const ratio = (median / prepared).toFixed(2);
      console.log(`${clients} at a time, ${name}: ${middle}/s (${least}–${most}), ${ratio} of prepared pg`);
    }
  }
}

async function bookByPrisma(prisma: PrismaClient, { salon, startsAt, visit, arrangement }: VisitCall, now: number) {
  const day = `[${new Date(startsAt - DAY / 2).toISOString()},${new Date(startsAt + DAY / 2).toISOString()})`;
  const [row] = await prisma.$queryRaw<{ outcome: string }[]>`
    select outcome, answer, booking_id, token_version from book_v1(${salon.id}::uuid, 1, ${visit.id}, ${Buffer.alloc(32)},
      ${new Date(now)}, ${day}::tstzrange, ${JSON.stringify(visit)}::jsonb, ${JSON.stringify([arrangement])}::jsonb)`;
  if (row?.outcome !== 'booked') throw new Error(row?.outcome);
}
