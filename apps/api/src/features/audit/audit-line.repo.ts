import type { Prisma } from '@salon/db/prisma';
import { v7 } from 'uuid';
import type { Doer } from '../set-up/doer.ts';

export type AuditLine = {
  /** As `service.changed`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: object | null;
  readonly after?: object | null;
};

/** Writes down who changed what, in the transaction of the change. */
export async function writeAuditLine(
  tx: Prisma.TransactionClient,
  { member, requestId, now }: Doer,
  { action, subject, before, after }: AuditLine,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      salonId: member.salonId,
      id: v7(),
      at: new Date(now),
      actor: 'member',
      loginId: member.loginId,
      actorName: member.loginName,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      requestId,
    },
  });
}
