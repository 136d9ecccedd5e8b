import type { NewTimeOffRequest, TimeOffRequest, TimeOffRevocation } from '@salon/contracts/desk/time-off-request';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { readThrough, writeThrough } from '@salon/db/write-statement';
import { DAY } from '@salon/domain/time/interval';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { type AuditLine, writeAuditLine } from '../audit/audit-line.repo.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import type { Doer } from '../set-up/doer.ts';
import type { VisitAhead } from '../set-up/visits-ahead.repo.ts';
import {
  APPROVED,
  DECLINED,
  type Decision,
  decided,
  decidedBy,
  locked,
  REVOKED,
  subjectOf,
} from './time-off-decision.repo.ts';
import { heldBy, requestFromRow, spanOf, stateOf } from './time-off-request.row.ts';
import { laidFor, visitsDuring, visitsIn } from './time-off-time.repo.ts';

export type TimeOffRequestRepo = ReturnType<typeof timeOffRequestRepo>;
type Tx = Prisma.TransactionClient;
type Plain = ReturnType<typeof requestFromRow>;

/** So many may wait for a decision, of one person. */
export const OPEN_MOST = 50;
/** Requests of so long ago are history. */
const SHOWN_FOR = 90 * DAY;

/** Time off that is asked for. Nothing of it touches the configuration: what is approved is claimed like a visit. */
export function timeOffRequestRepo(db: Database, announceChange: AnnounceChange) {
  const prisma = prismaOn(db.pool);

  async function write<T>(doer: Doer, make: (tx: Tx) => Promise<{ line: AuditLine; result: T }>): Promise<T> {
    const transaction = async (tx: Tx) => {
      const { line, result } = await make(tx);
      await writeAuditLine(tx, doer, line);
      return result;
    };
    const done = await writeThrough(db, () => prisma.$transaction(transaction));
    announceChange(doer.member, 'all');
    return done;
  }

  return {
    /** The open ones and those of late, the newest first; only one's own where that is how far the right reaches. */
    async list(member: MemberScope, timeZone: string, now: number): Promise<TimeOffRequest[]> {
      const { salonId } = member;
      const own = member.reach === 'own' ? { staffId: member.staffId } : {};
      return readThrough(db, async () => {
        const rows = await prisma.timeOffRequest.findMany({
          where: { salonId, ...own, lastDate: { gte: new Date(now - SHOWN_FOR) } },
          // Whatever is cut off has been decided.
          orderBy: [{ state: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
          take: 500,
        });
        const laid = await laidFor(prisma, salonId, rows);
        const requests = rows
          .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
          .map((row) => ({
            ...requestFromRow(row, timeZone),
            timeOff: heldBy(laid.get(row.timeOffId ?? ''), timeZone, now),
          }));
        const open = requests.filter(
          ({ state, timeOff }) => state === 'requested' || (timeOff !== null && Date.parse(timeOff.endsAt) > now),
        );
        const visits = await visitsDuring(prisma, salonId, open, timeZone, now);
        return requests.map((request) => ({ ...request, visits: visits.get(request.id) ?? 0 }));
      });
    },

    ask(doer: Doer, wish: NewTimeOffRequest, timeZone: string): Promise<TimeOffRequest> {
      const { salonId } = doer.member;
      return write(doer, async (tx) => {
        const { staffId, reason, ...days } = wish;
        // Held, so that of two requests at once each counts the other.
        const staff = await tx.$queryRaw<unknown[]>`
          select from staff where salon_id = ${salonId}::uuid and id = ${staffId}::uuid for no key update`;
        if (staff.length === 0) throw new AppError('staff_not_found', 'There is no such staff member here.');
        const open = { salonId, staffId, state: 'requested', lastDate: { gte: new Date(doer.now - DAY) } } as const;
        if ((await tx.timeOffRequest.count({ where: open })) >= OPEN_MOST) {
          throw new AppError('too_many_open', `${OPEN_MOST} requests are waiting to be decided already.`);
        }
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
        const visits = await visitsDuring(tx, salonId, [request], timeZone, doer.now);
        const line = { action: 'time_off.requested', subject: subjectOf(row.id), after: { staffId, ...days } };
        return { line, result: { ...request, visits: visits.get(row.id) ?? 0, timeOff: null } };
      });
    },

    withdraw(doer: Doer, id: string, timeZone: string): Promise<TimeOffRequest> {
      return decide(doer, id, timeZone, { action: 'time_off.withdrawn' }, async () => ({ state: 'withdrawn' }));
    },

    decline(doer: Doer, id: string, answer: string | null, timeZone: string): Promise<TimeOffRequest> {
      return decide(doer, id, timeZone, DECLINED, async () => ({
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
      return decide(doer, id, timeZone, APPROVED, async (tx, request) => {
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

    /**
     * Takes back what was approved, as `version` saw it, and frees its time: for her visits that lie in it first (invariant
     * 9), then for whoever books. What has begun is history; of that the calendar can shorten what is left.
     */
    revoke(doer: Doer, id: string, { version, answer }: TimeOffRevocation, timeZone: string): Promise<TimeOffRequest> {
      const { member, now } = doer;
      const { salonId } = member;
      return write(doer, async (tx) => {
        const row = await locked(tx, member, id);
        if (row.version !== version) throw new AppError('version_conflict', 'This was decided again meanwhile.');
        if (stateOf(row) !== 'approved' || row.timeOffId === null) {
          throw new AppError('status_conflict', 'Only what is approved can be revoked.');
        }
        const timeOff = await tx.timeOff.findFirst({ where: { salonId, id: row.timeOffId, endedAt: null } });
        if (timeOff !== null && timeOff.startsAt.getTime() <= now) {
          throw new AppError('status_conflict', 'It has begun: the calendar can shorten it.');
        }
        if (timeOff !== null) {
          await tx.$queryRaw`select end_time_off_v1(${salonId}::uuid, ${timeOff.id}::uuid, ${new Date(now)})`;
          // So that nobody undoes his way back to what it was before.
          const where = { salonId_id: { salonId, id: timeOff.id } };
          await tx.timeOff.update({ where, data: { version: { increment: 1 } } });
        }
        const data = { answer: answer === '' ? null : answer, revokedBy: member.loginName, revokedAt: new Date(now) };
        return decided(tx, doer, row, timeZone, REVOKED, data);
      });
    },
  };

  /** Decides a request that nobody has decided yet. */
  function decide(
    doer: Doer,
    id: string,
    timeZone: string,
    decision: Decision,
    make: (tx: Tx, request: Plain) => Promise<Prisma.TimeOffRequestUncheckedUpdateInput>,
  ): Promise<TimeOffRequest> {
    return write(doer, async (tx) => {
      const row = await locked(tx, doer.member, id);
      if (row.state !== 'requested') throw new AppError('status_conflict', 'This has been decided already.');
      return decided(tx, doer, row, timeZone, decision, await make(tx, requestFromRow(row, timeZone)));
    });
  }
}
