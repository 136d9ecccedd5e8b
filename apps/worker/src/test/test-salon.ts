import { traced } from '@salon/db/test/traced';
import type pg from 'pg';
import { v7 } from 'uuid';

/** A customer's visit in the tables, and what happens to it, each with its event as the API writes it. */
export type TestVisit = { readonly id: string; readonly email: string };

export type TestSalon = Awaited<ReturnType<typeof createSalon>>;

type SalonChanges = {
  timeZone?: string;
  locale?: string;
  addressForm?: string;
  /** Where notices go; null: nowhere. */
  email?: string | null;
  reminderMinutes?: number | null;
};

type BookingChanges = {
  email?: string | null;
  status?: string;
  locale?: string;
  at?: Date;
  /** Otherwise one that the salon has not. */
  service?: string;
  /** Her name as a visitor who consented to be measured. */
  visitor?: string;
};

/** Writes a salon in Hamburg, straight to the tables, and lets its customers book, move and cancel. */
export async function createSalon(pool: pg.Pool, clock: { now: number }, changes: SalonChanges = {}) {
  const salonId = v7();
  const slug = `s-${salonId.slice(-12)}`;
  const salon = {
    ...{
      timeZone: 'Europe/Berlin',
      locale: 'de',
      addressForm: 'sie',
      email: 'team@elbe.example',
      reminderMinutes: 1440,
    },
    ...changes,
  };
  await pool.query(
    `insert into salon (id, slug, name, time_zone, locale, address_form, phone, email, street, postal_code, city,
       reminder_minutes)
     values ($1, $2, 'Salon Elbe', $3, $4, $5, '+49 40 5550100', $6, 'Große Elbstraße 1', '22767', 'Hamburg', $7)`,
    [salonId, slug, salon.timeZone, salon.locale, salon.addressForm, salon.email, salon.reminderMinutes],
  );
  const now = () => new Date(clock.now);
  const event = (kind: string, booking: string, sequence: number, at: Date, visitor?: string) =>
    pool.query(
      `insert into outbox (salon_id, id, kind, booking_id, sequence, request_id, created_at, visitor)
       values ($1, $2, $3, $4, $5, 'request-1', $6, $7)`,
      [salonId, v7(), kind, booking, sequence, at, visitor ?? null],
    );
  const change = async (booking: string, set: string, ...values: unknown[]) => {
    const { rows } = await pool.query(
      traced(`update booking set ${set}, version = version + 1, sequence = sequence + 1, updated_at = $3
       where salon_id = $1 and id = $2`),
      [salonId, booking, now(), ...values],
    );
    return rows[0].sequence as number;
  };

  return {
    id: salonId,
    slug,
    /** A service whose price is fixed, or the lowest of several; returns its id. */
    async service({ priceFrom }: { priceFrom: boolean }): Promise<string> {
      const [category, id] = [v7(), v7()];
      await pool.query("insert into service_category (salon_id, id, name, position) values ($1, $2, 'Schnitt', 0)", [
        salonId,
        category,
      ]);
      await pool.query(
        `insert into service (salon_id, id, category_id, name, price_cents, price_from, position)
         values ($1, $2, $3, 'Herrenhaarschnitt', 3500, $4, 0)`,
        [salonId, id, category, priceFrom],
      );
      return id;
    },
    /** Books a visit of an hour at `startsAt` (ISO 8601). */
    async book(startsAt: string, more: BookingChanges = {}) {
      const id = v7();
      const { email = `${id}@kunde.example`, status = 'confirmed', locale = 'de', at = now() } = more;
      const ends = new Date(Date.parse(startsAt) + 3_600_000);
      const customer = await pool.query(
        `insert into customer (salon_id, id, email_key, name, email, locale, created_at)
         values ($1, $2, lower($3), 'Jonas Petersen', $3, $4, $5)
         on conflict (salon_id, email_key) do update set name = customer.name returning id`,
        [salonId, v7(), email, locale, at],
      );
      await pool.query(
        `insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents,
           currency, name, email, locale, created_at, updated_at)
         values ($1, $2::uuid, upper(right($2::text, 12)), $3, $4, 'online', $5, $6, 3500, 'EUR', 'Jonas Petersen', $7, $8,
           $9, $9)`,
        [salonId, id, customer.rows[0].id, status, startsAt, ends, email, locale, at],
      );
      await pool.query(
        `insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
           ends_at, price_cents)
         values ($1, $2, 0, $3, 'Herrenhaarschnitt', $4, 'Mia', $5, $6, 3500)`,
        [salonId, id, more.service ?? v7(), v7(), startsAt, ends],
      );
      await event('booking_created', id, 0, at, more.visitor);
      return { id, email: email ?? '' };
    },
    async move({ id }: TestVisit, startsAt: string) {
      const ends = new Date(Date.parse(startsAt) + 3_600_000);
      await event('booking_moved', id, await change(id, 'starts_at = $4, ends_at = $5', startsAt, ends), now());
    },
    async cancel({ id }: TestVisit) {
      await event('booking_cancelled', id, await change(id, "status = 'cancelled', cancelled_at = $3"), now());
    },
    /** The salon itself marks what became of it; nobody is told. */
    mark: ({ id }: TestVisit, status: string) => change(id, 'status = $4', status),
    /** As an erasure leaves it: the visit stands, the person is gone. */
    async erase({ id }: TestVisit) {
      await pool.query(
        traced("update booking set name = '', email = null, version = version + 1 where salon_id = $1 and id = $2"),
        [salonId, id],
      );
      await pool.query(
        `update customer set name = '', email = null, email_key = null, erased_at = $3
         where salon_id = $1 and id = (select customer_id from booking where salon_id = $1 and id = $2)`,
        [salonId, id, now()],
      );
    },
    /** Writes the line that a lost-link request leaves in the ledger. */
    async loseLink(email: string) {
      await pool.query(
        `insert into message (salon_id, id, kind, sequence, recipient, due_at, request_id, created_at)
         values ($1, $2, 'lost_link', $3, lower($4), $5, 'request-2', $5) on conflict do nothing`,
        [salonId, v7(), Math.floor(clock.now / 600_000), email, now()],
      );
    },
    /** The ledger about a visit, one line a message: `kind sequence state (why)`. */
    async ledger(visit?: TestVisit): Promise<string[]> {
      const { rows } = await pool.query(
        `select kind, sequence, state, coalesce(' (' || drop_reason || ')', '') as why from message
         where salon_id = $1 and ($2::uuid is null or booking_id = $2) order by created_at, sequence, kind`,
        [salonId, visit?.id ?? null],
      );
      return rows.map(({ kind, sequence, state, why }) => `${kind} ${sequence} ${state}${why}`);
    },
  };
}
