import type { NewTimeOffRequest, TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { isAgain, isConflict } from '@salon/db/sql-state';
import { OverloadedError, readThrough } from '@salon/db/write-statement';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { type AuditLine, writeAuditLine } from '../audit/audit-line.repo.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import type { Doer } from '../set-up/doer.ts';
import { readVisitsAhead, type VisitAhead } from '../set-up/visits-ahead.repo.ts';
import { requestFromRow, spanOf } from './time-off-request.row.ts';

export type TimeOffRequestRepo = ReturnType<typeof timeOffRequestRepo>;
type Tx = Prisma.TransactionClient;
type Plain = Omit<TimeOffRequest, 'visits'>;

/** How often a time off that met a booking at the same instant is laid again. */
const TRIES = 5;
/** Requests of so long ago are history. */
const SHOWN_FOR = 90 * 86_400_000;

/** Time off that is asked for. Nothing of it touches the configuration: what is approved is claimed like a visit. */
export function timeOffRequestRepo(db: Database, announceChange: AnnounceChange) {
  const prisma = prismaOn(db.pool);

  async function write<T>(doer: Doer, make: (tx: Tx) => Promise<{ line: AuditLine; result: T }>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const done = await readThrough(db, () =>
          prisma.$transaction(async (tx) => {
            const { line, result } = await make(tx);
            await writeAuditLine(tx, doer, line);
            return result;
          }),
        );
        announceChange(doer.member, 'all');
        return done;
      } catch (error) {
        if (!isAgain(error) && !isConflict(error)) throw error;
        if (tries === TRIES) throw new OverloadedError('race', { cause: error });
      }
    }
  }

  return {
    /** The open ones and those of late, the newest first; only one's own where that is how far the right reaches. */
    async list(member: MemberScope, timeZone: string, now: number): Promise<TimeOffRequest[]> {
      const { salonId } = member;
      const own = member.reach === 'own' ? { staffId: member.staffId } : {};
      return readThrough(db, async () => {
        const rows = await prisma.timeOffRequest.findMany({
          where: { salonId, ...own, lastDate: { gte: new Date(now - SHOWN_FOR) } },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: 500,
        });
        const list: TimeOffRequest[] = [];
        for (const row of rows) {
          const request = requestFromRow(row, timeZone);
          const visits = row.state === 'requested' ? await visitsIn(prisma, salonId, request, timeZone, now) : [];
          list.push({ ...request, visits: visits.length });
        }
        return list;
      });
    },

    ask(doer: Doer, wish: NewTimeOffRequest, timeZone: string): Promise<TimeOffRequest> {
      const { salonId } = doer.member;
      return write(doer, async (tx) => {
        const { staffId, reason, ...days } = wish;
        const staff = await tx.staff.findUnique({
          where: { salonId_id: { salonId, id: staffId } },
          select: { id: true },
        });
        if (staff === null) throw new AppError('staff_not_found', 'There is no such staff member here.');
        const { firstDate, lastDate, startMinute, endMinute } = days;
        const row = await tx.timeOffRequest.create({
          data: {
            salonId,
            id: v7(),
            staffId,
            firstDate: new Date(firstDate),
            lastDate: new Date(lastDate),
            startMinute,
            endMinute,
            reason: reason === '' ? null : reason,
            createdAt: new Date(doer.now),
          },
        });
        const request = requestFromRow(row, timeZone);
        const visits = await visitsIn(tx, salonId, request, timeZone, doer.now);
        const line = { action: 'time_off.requested', subject: subjectOf(row.id), after: { staffId, ...days } };
        return { line, result: { ...request, visits: visits.length } };
      });
    },

    withdraw(doer: Doer, id: string, timeZone: string): Promise<TimeOffRequest> {
      return decide(doer, id, timeZone, 'time_off.withdrawn', async () => ({ state: 'withdrawn' }));
    },

    decline(doer: Doer, id: string, answer: string | null, timeZone: string): Promise<TimeOffRequest> {
      return decide(doer, id, timeZone, 'time_off.declined', async () => ({
        state: 'declined',
        answer: answer === '' ? null : answer,
        ...decidedBy(doer),
      }));
    },

    /**
     * Takes the time. Visits in it are handed to `mind`, which may refuse; those that stay are laid over (invariant 9):
     * her visits hold their time until they are moved, then it is hers.
     */
    approve(
      doer: Doer,
      id: string,
      timeZone: string,
      mind: (visits: readonly VisitAhead[]) => void,
    ): Promise<TimeOffRequest> {
      const { salonId } = doer.member;
      return decide(doer, id, timeZone, 'time_off.approved', async (tx, request) => {
        const span = spanOf(timeZone, request);
        if (span === undefined) throw new AppError('status_conflict', 'There is no such time.');
        const timeOffId = v7();
        const [from, to] = [new Date(span.start), new Date(span.end)];
        await tx.$queryRaw`select lay_time_off_v1(${salonId}::uuid, ${timeOffId}::uuid, ${request.staffId}::uuid,
          'time_off', ${from}, ${to}, ${request.reason}, ${new Date(doer.now)})`;
        // Only now does nobody book into it any more: what is there is all there is.
        mind(await visitsIn(tx, salonId, request, timeZone, doer.now));
        return { state: 'approved', timeOffId, ...decidedBy(doer) };
      });
    },
  };

  /** Decides a request that nobody has decided yet. */
  function decide(
    doer: Doer,
    id: string,
    timeZone: string,
    action: string,
    make: (tx: Tx, request: Plain) => Promise<Prisma.TimeOffRequestUncheckedUpdateInput>,
  ): Promise<TimeOffRequest> {
    const { member } = doer;
    return write(doer, async (tx) => {
      await tx.$queryRaw`select from time_off_request
        where salon_id = ${member.salonId}::uuid and id = ${id}::uuid for update`;
      const where = { salonId_id: { salonId: member.salonId, id } };
      const row = await tx.timeOffRequest.findUnique({ where });
      if (row === null || (member.reach === 'own' && row.staffId !== member.staffId)) {
        throw new AppError('time_off_not_found', 'There is no such request here.');
      }
      if (row.state !== 'requested') throw new AppError('status_conflict', 'This has been decided already.');
      const data = await make(tx, requestFromRow(row, timeZone));
      const after = await tx.timeOffRequest.update({ where, data });
      const line = { action, subject: subjectOf(id), before: { state: row.state }, after: { state: after.state } };
      return { line, result: { ...requestFromRow(after, timeZone), visits: 0 } };
    });
  }
}

const subjectOf = (id: string) => ({ kind: 'time_off_request', id });

function decidedBy({ member, now }: Doer) {
  return { decidedBy: member.loginName, decidedAt: new Date(now) };
}

/** Visits in which she works during that time. */
async function visitsIn(
  client: Pick<Tx, '$queryRawUnsafe'>,
  salonId: string,
  request: Plain,
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
