import { cpus } from 'node:os';
import { bookingRepo } from '@salon/api/features/booking/booking.repo';
import { scopeOfPublicSalon } from '@salon/api/scope/salon-scope';
import { createSalon, type FixtureSalon } from '@salon/api/test/salon-fixture';
import { startEmbedded } from '@salon/db/embedded/server';
import { deploy } from '@salon/db/migrate/migrator';
import { type Database, openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { makeDataFolder } from '@salon/db/test/data-folder';
import { v7 } from 'uuid';

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

const { dataDir, remove } = makeDataFolder();
const server = await startEmbedded({ dataDir });
await deploy(server.url);
const db = openDatabase(server.url, 'bench');
const prisma = prismaOn(db.pool);
const salons: FixtureSalon[] = [];
for (let index = 0; index < SALONS; index++) {
  const staff = ['A', 'B', 'C', 'D', 'E'];
  salons.push(await createSalon(prisma, { staff, services: { Haarschnitt: { phases: [['work', 30]] } } }));
}

let sold = 0;
/** The next half hour of somebody that nobody has yet. */
function nextVisit() {
  const salon = salons[sold % SALONS];
  if (salon === undefined) throw new Error('no salon');
  const staffId = Object.values(salon.staff)[Math.floor(sold / SALONS) % 5] ?? '';
  const startsAt = Date.UTC(2027, 0, 1) + Math.floor(sold / SALONS / 5) * 1_800_000;
  sold += 1;
  const from = new Date(startsAt).toISOString();
  const to = new Date(startsAt + 1_800_000).toISOString();
  const id = v7();
  const item = {
    serviceId: salon.services.Haarschnitt ?? '',
    service: 'Haarschnitt',
    staffId,
    staff: 'A',
    startsAt: from,
    endsAt: to,
    priceCents: 3500,
  };
  const answer = JSON.stringify({
    id,
    reference: id,
    items: [item],
    customer: { name: 'Load', email: `${id}@kunde.example` },
  });
  const claim = { claimantId: staffId, item: 0, from, to };
  return {
    salon,
    startsAt,
    visit: {
      id,
      reference: id,
      customerId: v7(),
      emailKey: `${id}@kunde.example`,
      status: 'confirmed' as const,
      source: 'online' as const,
      currency: 'EUR',
      name: 'Load',
      email: `${id}@kunde.example`,
      locale: 'de',
      maxOpen: 5,
      outboxId: v7(),
      requestId: id,
    },
    arrangement: {
      rank: 0,
      startsAt: from,
      endsAt: to,
      priceCents: 3500,
      answer,
      staffClaims: [claim],
      stations: [],
      items: [item],
    },
  };
}

function byRepo(database: Database) {
  const repo = bookingRepo(database);
  return async () => {
    const { salon, startsAt, visit, arrangement } = nextVisit();
    const decided = { version: 1, now: Date.UTC(2026, 11, 1), day: { start: startsAt, end: startsAt + 86_400_000 } };
    const keyed = { key: visit.id, hash: Buffer.alloc(32) };
    const scope = scopeOfPublicSalon(salon);
    const { outcome } = await repo.book({ scope, request: keyed, decided, visit, arrangements: [arrangement] });
    if (outcome !== 'booked') throw new Error(outcome);
  };
}

function byPrisma() {
  return async () => {
    const { salon, startsAt, visit, arrangement } = nextVisit();
    const day = `[${new Date(startsAt).toISOString()},${new Date(startsAt + 86_400_000).toISOString()})`;
    const [row] = await prisma.$queryRaw<{ outcome: string }[]>`
      select outcome, answer, booking_id, token_version from book_v1(${salon.id}::uuid, 1, ${visit.id}, ${Buffer.alloc(32)},
        ${new Date(Date.UTC(2026, 11, 1))}, ${day}::tstzrange, ${JSON.stringify(visit)}::jsonb, ${JSON.stringify([arrangement])}::jsonb)`;
    if (row?.outcome !== 'booked') throw new Error(row?.outcome);
  };
}

/** Bookings a second with so many at a time. */
async function round(book: () => Promise<void>, clients: number): Promise<number> {
  let left = BOOKINGS;
  const began = performance.now();
  const client = async () => {
    while (left-- > 0) await book();
  };
  await Promise.all(Array.from({ length: clients }, client));
  return BOOKINGS / ((performance.now() - began) / 1000);
}

const ways: Record<string, () => Promise<void>> = {
  'pg, prepared': byRepo(db),
  'pg, unprepared': byRepo({ ...db, prepared: false }),
  'Prisma $queryRaw': byPrisma(),
};
console.log(
  `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
for (const book of Object.values(ways)) await round(book, 64);
for (const clients of CLIENTS) {
  const rates = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]));
  for (let turn = 0; turn < ROUNDS; turn++) {
    for (const [name, book] of Object.entries(ways)) rates.get(name)?.push(await round(book, clients));
  }
  const median = (name: string) => rates.get(name)?.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
  for (const [name, all] of rates) {
    const ratio = median(name) / median('pg, prepared');
    const spread = `${Math.round(Math.min(...all))}–${Math.round(Math.max(...all))}`;
    console.log(
      `${clients} at a time, ${name}: ${Math.round(median(name))}/s (${spread}), ${ratio.toFixed(2)} of prepared pg`,
    );
  }
}
await db.pool.end();
await server.stop();
remove();
