import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import type { Prisma } from '@salon/db/prisma';
import { localDay, rangeOf } from '@salon/domain/time/local-day';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { dateOf } from '../set-up/dates.ts';

type Row = Prisma.TimeOffRequestGetPayload<object>;
type Laid = Pick<Prisma.TimeOffGetPayload<object>, 'startsAt' | 'endsAt' | 'endedAt'>;
type Days = Pick<TimeOffRequest, 'firstDate' | 'lastDate' | 'startMinute' | 'endMinute'>;

/** A request as it is shown; its visits, and what it holds, are found by whoever shows it. */
export function requestFromRow(row: Row, timeZone: string): Omit<TimeOffRequest, 'visits' | 'timeOff'> {
  const { id, staffId, startMinute, endMinute, reason, answer, version } = row;
  return {
    id,
    staffId,
    state: stateOf(row),
    firstDate: dateOf(row.firstDate),
    lastDate: dateOf(row.lastDate),
    startMinute,
    endMinute,
    reason,
    decidedBy: row.revokedBy ?? row.decidedBy,
    answer,
    version,
    createdAt: formatInstant(timeZone, row.createdAt.getTime()),
  };
}

/** What was approved and revoked again is still approved in its row. */
export function stateOf({ state, revokedAt }: Pick<Row, 'state' | 'revokedAt'>): TimeOffRequest['state'] {
  return revokedAt === null ? state : 'revoked';
}

/** What approved time off holds in the calendar; null once it was ended there. */
export function heldBy(timeOff: Laid | null | undefined, timeZone: string, now: number): TimeOffRequest['timeOff'] {
  if (!timeOff || timeOff.endedAt !== null) return null;
  const [start, end] = [timeOff.startsAt.getTime(), timeOff.endsAt.getTime()];
  return { startsAt: formatInstant(timeZone, start), endsAt: formatInstant(timeZone, end), begun: start <= now };
}

/** From which instant to which somebody is away, by the salon's clock; nothing where that time does not exist. */
export function spanOf(timeZone: string, { firstDate, lastDate, startMinute, endMinute }: Days) {
  const start = rangeOf(localDay(timeZone, firstDate), startMinute ?? 0, 1440).at(0)?.start;
  const end = rangeOf(localDay(timeZone, lastDate), 0, endMinute ?? 1440).at(-1)?.end;
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}
