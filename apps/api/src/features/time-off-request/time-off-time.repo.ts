import type { Prisma } from '@salon/db/prisma';
import { readVisitsAhead, type VisitAhead } from '../set-up/visits-ahead.repo.ts';
import { type requestFromRow, spanOf } from './time-off-request.row.ts';

type Client = Pick<Prisma.TransactionClient, '$queryRawUnsafe' | 'timeOff'>;

/** The time off that was laid for requests, by its id. */
export async function laidFor(
  client: Pick<Client, 'timeOff'>,
  salonId: string,
  rows: readonly { readonly timeOffId: string | null }[],
) {
  const ids = rows.flatMap((row) => row.timeOffId ?? []);
  const laid = await client.timeOff.findMany({ where: { salonId, id: { in: ids } } });
  return new Map(laid.map((timeOff) => [timeOff.id, timeOff]));
}

/** What somebody's visits hold by the index of claims, and those that lie over others' time besides. */
export const VISITS_DURING = `
  select r.id, (
    select count(*)::int from booking b
    where b.salon_id = $1::uuid and b.status in ('requested', 'confirmed', 'arrived')
      and b.ends_at > greatest(r.start, $6::timestamptz) and b.id = any (array(
        select c.booking_id from claim c
        where c.salon_id = $1::uuid and c.claimant_id = r.staff_id and c.during && tstzrange(r.start, r."end")
        union all
        select w.booking_id from booking_want w
        where w.salon_id = $1::uuid and w.claimant_id = r.staff_id and w.overlaid and w.during && tstzrange(r.start, r."end")
      ))
  ) as visits
  from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) as r (id, staff_id, start, "end")`;

type Wish = Pick<ReturnType<typeof requestFromRow>, 'id' | 'staffId'> & Parameters<typeof spanOf>[1];

/** In how many visits that are not over each works during the time she asks for, by request: one statement for all. */
export async function visitsDuring(
  client: Pick<Client, '$queryRawUnsafe'>,
  salonId: string,
  requests: readonly Wish[],
  timeZone: string,
  now: number,
): Promise<ReadonlyMap<string, number>> {
  const asked = requests.flatMap(({ id, staffId, ...days }) => {
    const span = spanOf(timeZone, days);
    return span === undefined ? [] : [{ id, staffId, ...span }];
  });
  if (asked.length === 0) return new Map();
  const rows = await client.$queryRawUnsafe<{ id: string; visits: number }[]>(
    VISITS_DURING,
    salonId,
    asked.map(({ id }) => id),
    asked.map(({ staffId }) => staffId),
    asked.map(({ start }) => new Date(start)),
    asked.map(({ end }) => new Date(end)),
    new Date(now),
  );
  return new Map(rows.map(({ id, visits }) => [id, visits]));
}

/** Visits in which she works during that time. */
export async function visitsIn(
  client: Pick<Client, '$queryRawUnsafe'>,
  salonId: string,
  request: ReturnType<typeof requestFromRow>,
  timeZone: string,
  now: number,
): Promise<VisitAhead[]> {
  const span = spanOf(timeZone, request);
  if (span === undefined) return [];
  const { staffId } = request;
  const visits = await readVisitsAhead(client, salonId, now, { staffId, from: span.start, to: span.end });
  return visits.filter(({ items }) =>
    items.some(
      (item) => item.staffId === staffId && item.wants.some(({ start, end }) => start < span.end && span.start < end),
    ),
  );
}
