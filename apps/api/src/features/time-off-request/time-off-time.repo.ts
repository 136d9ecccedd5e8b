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
