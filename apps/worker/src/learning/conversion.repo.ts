import type { Database } from '@salon/db/pool';
import { sendOnce } from '@salon/db/write-statement';

/** A booking that PostHog is to hear of; instants are epoch milliseconds. */
export type Conversion = {
  readonly salonId: string;
  readonly bookingId: string;
  readonly visitor: string;
  readonly bookedAt: number;
  readonly services: number;
  readonly priceCents: number;
  readonly currency: string;
  /** Tries so far, this one included. */
  readonly attempts: number;
};

/** Whoever takes them has them until they are due again: what is never said to be done comes back by itself. */
const TAKE = `
  update conversion c set due_at = $2, attempts = c.attempts + 1
  from (select salon_id, booking_id from conversion where due_at <= $1 order by due_at limit $3 for update skip locked) d
  where c.salon_id = d.salon_id and c.booking_id = d.booking_id
  returning c.salon_id as "salonId", c.booking_id as "bookingId", c.visitor, c.services, c.price_cents as "priceCents",
    c.currency, c.attempts, (date_part('epoch', c.booked_at) * 1000)::float8 as "bookedAt"`;

const LATER = `
  update conversion c set due_at = l."dueAt"
  from jsonb_to_recordset($1) as l ("salonId" uuid, "bookingId" uuid, "dueAt" timestamptz)
  where c.salon_id = l."salonId" and c.booking_id = l."bookingId"`;

const DONE = `
  delete from conversion c using unnest($1::uuid[], $2::uuid[]) as d (salon_id, booking_id)
  where c.salon_id = d.salon_id and c.booking_id = d.booking_id`;

export type ConversionRepo = ReturnType<typeof conversionRepo>;

export const conversionRepo = (db: Database) => ({
  /** Takes up to `limit` that are due; they are due again at `until`. */
  take(now: number, until: number, limit: number): Promise<Conversion[]> {
    return sendOnce<Conversion>(db, {
      name: 'conversion_take',
      text: TAKE,
      values: [new Date(now), new Date(until), limit],
    });
  },

  /** PostHog has them, or never will: nothing is kept of them. */
  async done(ended: readonly Conversion[]): Promise<void> {
    const values = [ended.map(({ salonId }) => salonId), ended.map(({ bookingId }) => bookingId)];
    await sendOnce(db, { name: 'conversion_done', text: DONE, values });
  },

  async later(
    again: readonly (Pick<Conversion, 'salonId' | 'bookingId'> & { readonly dueAt: number })[],
  ): Promise<void> {
    const rows = again.map(({ salonId, bookingId, dueAt }) => ({ salonId, bookingId, dueAt: new Date(dueAt) }));
    await sendOnce(db, { name: 'conversion_later', text: LATER, values: [JSON.stringify(rows)] });
  },
});
