import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { BookingStatus } from '@salon/domain/booking/status';
import type { SalonScope } from '../../scope/salon-scope.ts';

/** A visit as a card shows it; instants are as the database gives them. */
export type CardVisit = {
  readonly id: string;
  readonly reference: string;
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly guestName: string | null;
  readonly note: string | null;
  readonly priceCents: number;
  readonly items: { serviceId: string; service: string; staffId: string; staff: string }[] | null;
};

/** What a customer's visits come to. */
export type VisitSums = {
  readonly visitCount: number;
  readonly noShows: number;
  readonly upcoming: number;
  readonly visits: number;
  readonly revenueCents: number;
  readonly ownRevenueCents: number;
};

/** Where a page of visits ends: older ones start before it. */
export type VisitMark = { readonly at: number; readonly id: string };

const VISIT = `
  b.id, b.reference, b.status, b.starts_at as "startsAt", b.ends_at as "endsAt", b.guest_name as "guestName", b.note,
  b.price_cents as "priceCents",
  (select jsonb_agg(jsonb_build_object('serviceId', i.service_id, 'service', i.service_name, 'staffId', i.staff_id,
      'staff', i.staff_name) order by i.position)
    from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id) as items`;

const TOOK_PLACE = `b.starts_at <= $3 and b.status in ('confirmed', 'arrived', 'done')`;
const AHEAD = `b.status in ('requested', 'confirmed', 'arrived') and b.ends_at > $3`;

export type CustomerVisitsRepo = ReturnType<typeof customerVisitsRepo>;

export function customerVisitsRepo(db: Database) {
  return {
    /** Visits of a customer, the last first, one more than `most` where there are more. */
    page(
      { salonId }: SalonScope,
      customerId: string,
      before: VisitMark | undefined,
      most: number,
    ): Promise<CardVisit[]> {
      return readStatement(db, {
        name: 'customer_visits',
        text: `select ${VISIT} from booking b
          where b.salon_id = $1 and b.customer_id = $2 and (b.starts_at, b.id) < ($3::timestamptz, $4::uuid)
          order by b.starts_at desc, b.id desc limit $5`,
        values: [
          salonId,
          customerId,
          before === undefined ? 'infinity' : new Date(before.at),
          before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
          most + 1,
        ],
      });
    },

    /** Visits still to come, the next first. */
    ahead({ salonId }: SalonScope, customerId: string, now: number): Promise<CardVisit[]> {
      return readStatement(db, {
        name: 'customer_visits_ahead',
        text: `select ${VISIT} from booking b where b.salon_id = $1 and b.customer_id = $2 and ${AHEAD} order by b.starts_at`,
        values: [salonId, customerId, new Date(now)],
      });
    },

    /** `staffId`: whose part of the revenue is her own. */
    async sums({ salonId }: SalonScope, customerId: string, now: number, staffId: string | null): Promise<VisitSums> {
      const [row] = await readStatement<VisitSums>(db, {
        name: 'customer_sums',
        text: `select count(*)::int as visits, count(*) filter (where ${TOOK_PLACE})::int as "visitCount",
            count(*) filter (where b.status = 'no_show')::int as "noShows", count(*) filter (where ${AHEAD})::int as upcoming,
            coalesce(sum(b.price_cents) filter (where ${TOOK_PLACE}), 0)::int as "revenueCents",
            coalesce(sum(own.cents) filter (where ${TOOK_PLACE}), 0)::int as "ownRevenueCents"
          from booking b
          cross join lateral (
            select sum(i.price_cents) as cents from booking_item i
            where i.salon_id = b.salon_id and i.booking_id = b.id and i.staff_id = $4
          ) as own
          where b.salon_id = $1 and b.customer_id = $2`,
        values: [salonId, customerId, new Date(now), staffId],
      });
      if (row === undefined) throw new Error('the database counted nothing');
      return row;
    },
  };
}
