import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { BookingStatus } from '@salon/domain/booking/status';
import type { SalonScope } from '../../scope/salon-scope.ts';

export type FoundVisitRow = {
  readonly id: string;
  readonly reference: string;
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly name: string;
  readonly services: string[];
};

/** Visits ahead that are shown of one customer, and of all that fit. */
const OF_ONE = 3;
const MOST = 8;

const SHOWN = `
  b.id, b.reference, b.status, b.starts_at as "startsAt", coalesce(nullif(b.guest_name, ''), b.name) as name,
  array(select i.service_name from booking_item i
    where i.salon_id = b.salon_id and i.booking_id = b.id order by i.position) as services`;

/** Where only one's own are seen (`$3`), something of it has to be hers. */
const SEEN = `($3::uuid is null or exists (
  select from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id and i.staff_id = $3))`;

export const VISIT_BY_REFERENCE = `
  select ${SHOWN} from booking b where b.salon_id = $1 and b.reference = $2 and ${SEEN}`;

/** By when they begin, so that the index of a customer's visits leads to the next ones; the one she is here for included. */
export const NEXT_VISITS = `
  select v.id, v.reference, v.status, v."startsAt", v.name, v.services
  from unnest($2::uuid[]) with ordinality as w (id, n)
  cross join lateral (
    select ${SHOWN} from booking b
    where b.salon_id = $1 and b.customer_id = w.id and b.starts_at > $4::timestamptz - interval '1 day' and b.ends_at > $4
      and b.status in ('requested', 'confirmed', 'arrived') and ${SEEN}
    order by b.starts_at limit ${OF_ONE}
  ) as v
  order by w.n, v."startsAt" limit ${MOST}`;

export type VisitSearchRepo = ReturnType<typeof visitSearchRepo>;

export function visitSearchRepo(db: Database) {
  return {
    /** The visit of a reference, whatever its state and day; at most one. Of one staff member's visits, where named. */
    byReference: ({ salonId }: SalonScope, reference: string, staffId: string | null): Promise<FoundVisitRow[]> =>
      readStatement(db, {
        name: 'visit_by_reference',
        text: VISIT_BY_REFERENCE,
        values: [salonId, reference, staffId],
      }),

    /** What these customers come for next, in the order of the customers. */
    next: (
      { salonId }: SalonScope,
      customerIds: readonly string[],
      now: number,
      staffId: string | null,
    ): Promise<FoundVisitRow[]> =>
      readStatement(db, {
        name: 'next_visits',
        text: NEXT_VISITS,
        values: [salonId, customerIds, staffId, new Date(now)],
      }),
  };
}
