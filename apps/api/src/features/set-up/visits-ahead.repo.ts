import type { Prisma } from '@salon/db/prisma';
import type { BookingStatus } from '@salon/domain/booking/status';

/** A booked visit that is not over, with what it wants of whom. */
export type VisitAhead = {
  readonly id: string;
  readonly reference: string;
  readonly status: BookingStatus;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly stationIds: readonly string[];
  readonly items: readonly {
    readonly serviceId: string;
    readonly service: string;
    readonly staffId: string;
    readonly staff: string;
    /** Epoch milliseconds, as the wants are. */
    readonly startsAt: number;
    readonly wants: readonly { readonly start: number; readonly end: number }[];
  }[];
};

/** Which visits a change can touch at all: absent means any. Times are epoch milliseconds. */
export type Concern = {
  readonly staffId?: string;
  readonly serviceId?: string;
  readonly stationId?: string;
  readonly from?: number;
  readonly to?: number;
};

/** No visit lasts longer: what is not over began after that. */
const LONGEST_VISIT = 48 * 3_600_000;

/**
 * Visits by the index on salon and start. What hangs on each is gathered visit by visit, through the keys, so that a
 * plan made for a small salon does not read all items of a large one.
 */
export const VISITS_AHEAD = `
  select b.id, b.reference, b.status::text as status, coalesce(b.guest_name, b.name) as name,
    b.starts_at as "startsAt", b.ends_at as "endsAt", items.list as items,
    array(
      select distinct w.claimant_id::text from booking_want w
      where w.salon_id = b.salon_id and w.booking_id = b.id and w.item_position is null
    ) as "stationIds"
  from booking b
  cross join lateral (
    select json_agg(json_build_object(
      'serviceId', i.service_id, 'service', i.service_name, 'staffId', i.staff_id, 'staff', i.staff_name,
      'startsAt', extract(epoch from i.starts_at) * 1000,
      'wants', coalesce((
        select json_agg(json_build_object(
          'start', extract(epoch from lower(w.during)) * 1000, 'end', extract(epoch from upper(w.during)) * 1000
        ) order by w.position)
        from booking_want w
        where w.salon_id = b.salon_id and w.booking_id = b.id and w.item_position = i.position
      ), '[]')
    ) order by i.position) as list
    from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id
  ) items
  where b.salon_id = $1::uuid and b.status in ('requested', 'confirmed', 'arrived')
    and b.starts_at >= $2::timestamptz and b.starts_at < $3::timestamptz and b.ends_at > $4::timestamptz
    and items.list is not null
    and ($5::uuid is null or exists (
      select from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id and i.staff_id = $5::uuid))
    and ($6::uuid is null or exists (
      select from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id and i.service_id = $6::uuid))
    and ($7::uuid is null or exists (
      select from booking_want w where w.salon_id = b.salon_id and w.booking_id = b.id
        and w.claimant_id = $7::uuid and w.item_position is null))
  order by b.starts_at, b.id`;

/** The live visits of a salon that are not over at `now`, the next first. */
export function readVisitsAhead(
  client: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  salonId: string,
  now: number,
  { staffId, serviceId, stationId, from = now, to }: Concern = {},
): Promise<VisitAhead[]> {
  const after = Math.max(from, now);
  return client.$queryRawUnsafe<VisitAhead[]>(
    VISITS_AHEAD,
    salonId,
    new Date(after - LONGEST_VISIT),
    to === undefined ? 'infinity' : new Date(to),
    new Date(after),
    staffId ?? null,
    serviceId ?? null,
    stationId ?? null,
  );
}
