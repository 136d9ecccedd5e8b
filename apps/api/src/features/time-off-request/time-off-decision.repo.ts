import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import type { Prisma } from '@salon/db/prisma';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { AuditLine } from '../audit/audit-line.repo.ts';
import type { Doer } from '../set-up/doer.ts';
import { tellByMail } from './time-off-mail.repo.ts';
import { heldBy, requestFromRow, stateOf } from './time-off-request.row.ts';
import { laidFor } from './time-off-time.repo.ts';

type Tx = Prisma.TransactionClient;
type Row = Prisma.TimeOffRequestGetPayload<object>;

export type Decision = { readonly action: string; readonly mail?: Parameters<typeof tellByMail>[2] };
export const APPROVED: Decision = { action: 'time_off.approved', mail: 'time_off_approved' };
export const DECLINED: Decision = { action: 'time_off.declined', mail: 'time_off_declined' };
export const REVOKED: Decision = { action: 'time_off.revoked', mail: 'time_off_revoked' };

export const subjectOf = (id: string) => ({ kind: 'time_off_request', id });

export function decidedBy({ member, now }: Doer) {
  return { decidedBy: member.loginName, decidedAt: new Date(now) };
}

/** The request, held until the transaction ends. Another's is not found where the right reaches one's own only. */
export async function locked(tx: Tx, member: MemberScope, id: string): Promise<Row> {
  await tx.$queryRaw`select from time_off_request
    where salon_id = ${member.salonId}::uuid and id = ${id}::uuid for update`;
  const row = await tx.timeOffRequest.findUnique({ where: { salonId_id: { salonId: member.salonId, id } } });
  if (row === null || (member.reach === 'own' && row.staffId !== member.staffId)) {
    throw new AppError('time_off_not_found', 'There is no such request here.');
  }
  return row;
}

/** Writes a decision down, and the mail about it. */
export async function decided(
  tx: Tx,
  doer: Doer,
  before: Row,
  timeZone: string,
  { action, mail }: Decision,
  data: Prisma.TimeOffRequestUncheckedUpdateInput,
): Promise<{ line: AuditLine; result: TimeOffRequest }> {
  const { salonId, id } = before;
  const where = { salonId_id: { salonId, id } };
  const after = await tx.timeOffRequest.update({ where, data: { ...data, version: { increment: 1 } } });
  if (mail !== undefined) await tellByMail(tx, doer, mail, after);
  const laid = await laidFor(tx, salonId, [after]);
  const timeOff = heldBy(laid.get(after.timeOffId ?? ''), timeZone, doer.now);
  return {
    line: { action, subject: subjectOf(id), before: { state: stateOf(before) }, after: { state: stateOf(after) } },
    result: { ...requestFromRow(after, timeZone), visits: 0, timeOff },
  };
}
