import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimRepo } from '@salon/api/features/availability/claim.repo';
import { bookingRepo } from '@salon/api/features/booking/booking.repo';
import { type BookingDeps, bookVisit } from '@salon/api/features/booking/booking.service';
import { newReference } from '@salon/api/features/booking/reference';
import { salonRepo } from '@salon/api/features/salon/salon.repo';
import { salonService } from '@salon/api/features/salon/salon.service';
import { type Database, openDatabase } from '@salon/db/pool';
import { createTestDatabase } from '@salon/db/test/test-database';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { loadSalon, slugOf } from '../../prisma/seed/load/load-salon.ts';
import { seedLoadSalons } from '../../prisma/seed/load/seed-load-salons.ts';
import type { Attempt } from './attempt.ts';
import { checkHistory } from './check.ts';
import type { CheckOptions } from './history-check.ts';

/** When the clients' clock starts; each attempt comes a second after the one before. */
const BEGIN = Date.parse('2026-12-01T08:00:00Z');

/** Noon of a day in February, or so many minutes later, on the salon's clock. */
const startOf = (later: number) => new Date(Date.UTC(2027, 1, 1, 12, later)).toISOString().slice(0, 16);
const withStaff = (inSalon: number, person: number) => ({ staffId: loadSalon(inSalon).staff[person]?.id ?? '' });

export type History = Awaited<ReturnType<typeof openHistory>>;

/** A haircut at noon, or so many minutes later, with the nth person of the salon; or colour and cut. */
type Wish = { inSalon?: number; person?: number | undefined; later?: number; basket?: boolean };

const servicesOf = (basket: boolean) => (basket ? ['Färben', 'Haarschnitt'] : ['Haarschnitt']);

/** Two load salons, and a history of them to be told: bookings as the product writes them, and a clients' log. */
async function openHistory() {
  const { url, drop } = await createTestDatabase();
  const db: Database = openDatabase(url, 'salon-history-test');
  const folder = mkdtempSync(join(tmpdir(), 'salon-history-'));
  onTestFinished(async () => {
    await db.pool.end();
    await drop();
    rmSync(folder, { recursive: true });
  });
  await seedLoadSalons(db, 2, () => {});
  const attempts: Attempt[] = [];
  let sentAt = BEGIN;
  const salons = salonService(salonRepo(db));
  const deps: BookingDeps = {
    salons,
    claims: claimRepo(db),
    repo: bookingRepo(db),
    clock: () => sentAt,
    newId: v7,
    newReference,
    readOnly: { on: false, until: null },
    announceChange: () => {},
  };

  /** What a visit is, as its customer is told. */
  async function itemsOf(bookingId: string): Promise<Attempt['items']> {
    const { rows } = await db.pool.query(
      `select service_name, staff_id, starts_at, ends_at from booking_item where booking_id = $1 order by position`,
      [bookingId],
    );
    return rows.map(({ service_name: service, staff_id: staffId, starts_at, ends_at }) => ({
      service,
      staffId,
      startsAt: starts_at.toISOString(),
      endsAt: ends_at.toISOString(),
    }));
  }

  const history = {
    attempts,
    sql: (text: string, values: unknown[] = []) => db.pool.query(text, values),

    /** Books as the product does; returns the booking's id. */
    async book(key: string, { inSalon = 1, person = 0, later = 0, basket = false }: Wish = {}) {
      const salon = await salons.current({ slug: slugOf(inSalon) });
      const [date = '', time = ''] = startOf(later).split('T');
      const body = {
        salonSlug: slugOf(inSalon),
        services: servicesOf(basket).map((service) => ({ service, ...withStaff(inSalon, person) })),
        date,
        time,
        customer: { name: key, email: `${key.replaceAll(' ', '.')}@kunde.example` },
      };
      const { bookingId } = await bookVisit(deps, {
        salon,
        body,
        key,
        requestId: key,
        source: 'online',
        announce: true,
      });
      return bookingId;
    },

    /** Adds an attempt to the log: `status` and whatever else of it matters. */
    tell(
      key: string,
      status: number,
      { inSalon = 1, person, later = 0, basket = false, ...said }: Wish & Partial<Attempt> = {},
    ) {
      sentAt += 1_000;
      const staffId = person === undefined ? null : withStaff(inSalon, person).staffId;
      const attempt: Attempt = {
        op: 'book',
        salon: slugOf(inSalon),
        key,
        services: servicesOf(basket).map((service) => ({ service, staffId })),
        startsAt: startOf(later),
        sentAt,
        endedAt: sentAt + 500,
        status,
        code: null,
        bookingId: null,
        answer: null,
        items: null,
        alternatives: null,
        ...said,
      };
      attempts.push(attempt);
      return attempt;
    },

    /** Books and is told so. */
    async booked(key: string, wish: Wish = {}) {
      const bookingId = await history.book(key, wish);
      const items = wish.basket ? await itemsOf(bookingId) : null;
      return history.tell(key, 201, { ...wish, bookingId, answer: 'aaaaaaaaaaaaaaaa', items });
    },

    /** Lets the checker judge; returns the verdict, and the names of the claims that did not hold. */
    async judge(options: CheckOptions = {}, log = attempts.map((one) => JSON.stringify(one)).join('\n')) {
      const file = join(folder, 'clients.jsonl');
      writeFileSync(file, log);
      const verdict = await checkHistory(url, [file], options);
      const broken = verdict.claims.filter(({ violations }) => violations.length > 0).map(({ name }) => name);
      return { verdict, broken };
    },
  };
  return history;
}

/** A history in which everything that may happen does, and nothing is wrong. */
export async function rightHistory(): Promise<History> {
  const history = await openHistory();
  const first = await history.booked('first', { person: 0 });
  history.tell('first', 200, { ...again(first), person: 0, discarded: true });
  history.tell('lost', 0, { person: 1 });
  const bookingId = await history.book('lost', { person: 1 });
  history.tell('lost', 200, { person: 1, bookingId, answer: 'bbbbbbbbbbbbbbbb' });
  history.tell('never told', 0, { person: 2 });
  await history.book('never told', { person: 2 });
  await history.booked('anybody', { person: 3 });
  await history.booked('last', { person: 4 });
  await history.booked('colour and cut', { basket: true, person: 0, later: 120 });
  history.tell('late', 503, { code: 'overloaded' });
  history.tell('late', 409, { code: 'slot_taken', alternatives: 3 });
  history.tell('beside', 409, { code: 'slot_taken', person: 0, later: -15 });
  history.tell('basket beside', 409, { code: 'slot_taken', basket: true, person: 0, later: 120 });
  history.tell('basket of anybody', 409, { code: 'slot_taken', basket: true, later: -15 });
  history.tell('hasty', 429, { code: 'rate_limited' });

  const gone = await history.booked('gone', { inSalon: 2 });
  history.tell('too early', 409, { code: 'slot_taken', inSalon: 2, person: 0 });
  await history.sql("select cancel_v1($1, $2, '2026-12-01', '0', null, $3, null)", [
    loadSalon(2).salon.id,
    gone.bookingId,
    v7(),
  ]);
  return history;
}

/** The answer of an attempt, told again. */
export const again = ({ bookingId, answer }: Attempt) => ({ bookingId, answer });
