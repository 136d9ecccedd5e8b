import type { Invitation, Member } from '@salon/contracts/desk/members';
import { AppError } from '../../errors/app-error.ts';
import type { InvitationRow } from './invitation.repo.ts';
import type { MemberRow } from './member-change.repo.ts';

/** A member as whoever looks sees her; none, if she went meanwhile. */
export function memberAnswer(row: MemberRow | undefined, you: { readonly memberId: string }): Member {
  if (row === undefined) throw new AppError('member_not_found', 'There is no such member any more.');
  const { loginId: _, since, ...member } = row;
  return { ...member, since: since.toISOString(), you: row.id === you.memberId };
}

export function invitationAnswer(row: InvitationRow | undefined, now: number): Invitation {
  if (row === undefined) throw new AppError('invitation_not_found', 'The invitation was answered meanwhile.');
  const { createdAt, expiresAt, ...invitation } = row;
  return {
    ...invitation,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    expired: expiresAt.getTime() <= now,
  };
}
