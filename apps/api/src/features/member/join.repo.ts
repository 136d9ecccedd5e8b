import type { Role } from '@salon/contracts/desk/rights';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { readStatement, writeThrough } from '@salon/db/write-statement';
import { AppError } from '../../errors/app-error.ts';
import { scopeOfMember } from '../../scope/salon-scope.ts';
import { writeAuditLine } from '../audit/audit-line.repo.ts';
import type { SignedIn } from '../login/session.ts';
import { hashOf } from './invitation-token.ts';
import { linkStaff } from './staff-link.repo.ts';

export type JoinRepo = ReturnType<typeof joinRepo>;

export type OpenInvitationRow = {
  email: string;
  role: Role;
  salonName: string;
  salonSlug: string;
  invitedBy: string | null;
  expiresAt: Date;
  answered: boolean;
  known: boolean;
};

/** Somebody with a login. */
type Person = Pick<SignedIn, 'loginId' | 'loginName' | 'email'>;

type When = { readonly newId: () => string; readonly requestId: string; readonly now: number };

const OPEN = `
  select i.email, i.role, s.name as "salonName", s.slug as "salonSlug", l.name as "invitedBy", i.expires_at as "expiresAt",
    i.accepted_at is not null or i.revoked_at is not null as answered,
    exists (select from login k where k.email = i.email and k.email_verified) as known
  from invitation i join salon s on s.id = i.salon_id left join login l on l.id = i.invited_by
  where i.token_hash = $1`;

const noSuchInvitation = () => new AppError('invitation_not_found', 'There is no such invitation, or it was answered.');

/** What whoever holds an invitation can do with it. */
export function joinRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  return {
    /** An invitation nobody has answered. */
    async open(token: string, now: number): Promise<OpenInvitationRow> {
      const [row] = await readStatement<OpenInvitationRow>(db, {
        name: 'open_invitation',
        text: OPEN,
        values: [hashOf(token)],
      });
      if (row === undefined || row.answered) throw noSuchInvitation();
      if (row.expiresAt.getTime() <= now) {
        throw new AppError('link_expired', 'This invitation is too old. Ask for another one.');
      }
      return row;
    },

    /** Makes a login a member of the salon that invited its address. Twice is once. */
    accept(login: Person, token: string, when: When): Promise<{ id: string; slug: string }> {
      const transaction = async (tx: Prisma.TransactionClient) => {
        const hash = hashOf(token);
        await tx.$queryRaw`select from invitation where token_hash = ${hash} for update`;
        const invitation = await tx.invitation.findUnique({ where: { tokenHash: hash }, include: { salon: true } });
        if (invitation === null || invitation.revokedAt !== null) throw noSuchInvitation();
        if (invitation.email !== login.email) {
          throw new AppError('forbidden', 'This invitation is for another address than the one signed in here.');
        }
        const { salonId, salon } = invitation;
        const known = await tx.member.count({ where: { salonId, loginId: login.loginId } });
        if (invitation.acceptedAt !== null && known === 0) throw noSuchInvitation();
        if (invitation.acceptedAt === null) {
          if (invitation.expiresAt.getTime() <= when.now) {
            throw new AppError('link_expired', 'This invitation is too old. Ask for another one.');
          }
          const where = { salonId_id: { salonId, id: invitation.id } };
          await tx.invitation.update({ where, data: { acceptedAt: new Date(when.now) } });
          if (known === 0) await join(tx, invitation, login, when);
        }
        return { id: salonId, slug: salon.slug };
      };
      return writeThrough(db, () => prisma.$transaction(transaction));
    },
  };
}

async function join(
  tx: Prisma.TransactionClient,
  { salonId, role, staffId }: { salonId: string; role: Role; staffId: string | null },
  { loginId, loginName, email }: Person,
  { newId, requestId, now }: When,
): Promise<void> {
  const memberId = newId();
  const createdAt = new Date(now);
  await tx.member.create({ data: { salonId, id: memberId, loginId, email, name: loginName, role, createdAt } });
  // Whoever she was to be may have become somebody else meanwhile: then she is nobody yet, and a member all the same.
  const free = staffId === null ? 0 : await tx.staff.count({ where: { salonId, id: staffId, memberId: null } });
  if (free === 1) await linkStaff(tx, { salonId, memberId, staffId });
  const member = scopeOfMember({ salonId, looked: true, loginId, loginName, memberId, role, staffId, reach: 'all' });
  const line = { action: 'member.joined', subject: { kind: 'member', id: memberId }, after: { name: loginName, role } };
  await writeAuditLine(tx, { member, requestId, now }, line);
}
