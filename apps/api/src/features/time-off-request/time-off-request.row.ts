import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import type { Prisma } from '@salon/db/prisma';
import { localDay, rangeOf } from '@salon/domain/time/local-day';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { dateOf } from '../set-up/dates.ts';

type Row = Prisma.TimeOffRequestGetPayload<object>;
type Days = Pick<TimeOffRequest, 'firstDate' | 'lastDate' | 'startMinute' | 'endMinute'>;

/** A request as it is shown; its visits are counted by whoever shows it. */
export function requestFromRow(row: Row, timeZone: string): Omit<TimeOffRequest, 'visits'> {
  const { id, staffId, state, startMinute, endMinute, reason, decidedBy, answer } = row;
  return {
    id,
    staffId,
    state,
    firstDate: dateOf(row.firstDate),
    lastDate: dateOf(row.lastDate),
    startMinute,
    endMinute,
    reason,
    decidedBy,
    answer,
    createdAt: formatInstant(timeZone, row.createdAt.getTime()),
  };
}

/** From which instant to which somebody is away, by the salon's clock; nothing where that time does not exist. */
export function spanOf(timeZone: string, { firstDate, lastDate, startMinute, endMinute }: Days) {
  const start = rangeOf(localDay(timeZone, firstDate), startMinute ?? 0, 1440).at(0)?.start;
  const end = rangeOf(localDay(timeZone, lastDate), 0, endMinute ?? 1440).at(-1)?.end;
  return start === undefined || end === undefined || start >= end ? undefined : { start, end };
}
