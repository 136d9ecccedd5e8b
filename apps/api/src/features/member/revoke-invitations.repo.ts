import type { Prisma } from '@salon/db/prisma';
import { writeAuditLine } from '../audit/audit-line.repo.ts';
import type { Doer } from '../set-up/doer.ts';

/** Ends what somebody has invited to and nobody has answered: whoever may not let people in any more does not do so later. */
export async function revokeInvitationsOf(
  tx: Prisma.TransactionClient,
  doer: Doer,
  loginId: string | null,
): Promise<void> {
  if (loginId === null) return;
  const { salonId } = doer.member;
  const revoked = await tx.invitation.updateManyAndReturn({
    where: { salonId, invitedBy: loginId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date(doer.now) },
    select: { id: true, email: true, role: true },
  });
  for (const { id, ...before } of revoked) {
    await writeAuditLine(tx, doer, {
      ...{ action: 'member.invitation_revoked', subject: { kind: 'invitation', id }, before },
    });
  }
}
