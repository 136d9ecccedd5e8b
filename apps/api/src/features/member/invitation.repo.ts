import type { Role } from '@salon/contracts/desk/rights';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { sqlState } from '@salon/db/sql-state';
import { readStatement, writeThrough } from '@salon/db/write-statement';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { writeAuditLine } from '../audit/audit-line.repo.ts';
import type { AttemptsRepo } from '../login/attempts.repo.ts';
import { limitAccount } from '../login/limits.ts';
import type { Doer } from '../set-up/doer.ts';
import { inviteByMail } from './invitation-mail.repo.ts';
import { hashOf, newInvitationToken } from './invitation-token.ts';
import { freeStaff } from './staff-link.repo.ts';

export type InvitationRepo = ReturnType<typeof invitationRepo>;

export type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  staffId: string | null;
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
};

type Wish = {
  readonly email: string;
  readonly role: Role;
  readonly staffId: string | null;
  readonly locale?: 'de' | 'en';
};

const DAYS_7 = 7 * 86_400_000;

/** Invitations to one address in a day, of whatever salons: their mails carry words that whoever invites has chosen. */
const INVITED = { what: 'invited', most: 5, seconds: 24 * 60 * 60 };

type Deps = { readonly publicUrl: string; readonly newId: () => string; readonly attempts: AttemptsRepo };

const LIST = `
  select i.id, i.email, i.role, i.staff_id as "staffId", l.name as "invitedBy", i.created_at as "createdAt",
    i.expires_at as "expiresAt"
  from invitation i left join login l on l.id = i.invited_by
  where i.salon_id = $1 and i.accepted_at is null and i.revoked_at is null and ($2::uuid is null or i.id = $2)
  order by i.created_at desc, i.id`;

const noSuchInvitation = () => new AppError('invitation_not_found', 'There is no such invitation, or it was answered.');

/** Invitations of a salon, and the mails they go out by, each in the transaction of its invitation. */
export function invitationRepo(db: Database, deps: Deps) {
  const prisma = prismaOn(db.pool);
  const inTransaction = <T>(work: (tx: Prisma.TransactionClient) => Promise<T>) =>
    writeThrough(db, () => prisma.$transaction(work));
  async function list({ salonId }: Pick<MemberScope, 'salonId'>, id: string | null = null): Promise<InvitationRow[]> {
    return readStatement<InvitationRow>(db, { name: 'invitations', text: LIST, values: [salonId, id] });
  }

  async function invite(doer: Doer, { email, role, staffId, locale }: Wish): Promise<string> {
    const { member, now } = doer;
    const { salonId } = member;
    return inTransaction(async (tx) => {
      const known = await tx.member.count({ where: { salonId, login: { email } } });
      if (known > 0) throw new AppError('already_member', 'Whoever has this address is a member already.');
      // Asked again, the new invitation counts, perhaps with another role. Before the staff member: so does who accepts.
      const open = { salonId, email, acceptedAt: null, revokedAt: null };
      await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date(now) } });
      if (staffId !== null) await freeStaff(tx, { salonId, staffId });
      const id = deps.newId();
      const token = newInvitationToken();
      await tx.invitation.create({
        data: {
          ...{ salonId, id, email, role, staffId, tokenHash: hashOf(token), invitedBy: member.loginId },
          ...{ createdAt: new Date(now), expiresAt: new Date(now + DAYS_7) },
        },
      });
      await inviteByMail(tx, doer, deps, { email, role, token, locale });
      await writeAuditLine(tx, doer, {
        ...{ action: 'member.invited', subject: { kind: 'invitation', id } },
        after: { email, role, ...(staffId === null ? {} : { staffId }) },
      });
      return id;
    });
  }

  /** Takes an invitation that nobody has answered yet. */
  async function takeOpen(tx: Prisma.TransactionClient, { member: { salonId } }: Doer, id: string) {
    await tx.$queryRaw`select from invitation where salon_id = ${salonId}::uuid and id = ${id}::uuid for update`;
    const found = await tx.invitation.findUnique({ where: { salonId_id: { salonId, id } } });
    if (found === null || found.acceptedAt !== null || found.revokedAt !== null) throw noSuchInvitation();
    return found;
  }

  return {
    list,

    async invite(doer: Doer, wish: Wish): Promise<InvitationRow | undefined> {
      await limitAccount(deps.attempts, INVITED, wish.email, doer.now);
      // Of two at once the later one counts: the first is there by now.
      const id = await invite(doer, wish).catch((error) => {
        if (sqlState(error) !== '23505') throw error;
        return invite(doer, wish);
      });
      return (await list(doer.member, id))[0];
    },

    /** Sends it once more: with another link, the old one ends, and for seven days from now. */
    async resend(doer: Doer, id: string): Promise<InvitationRow | undefined> {
      const { salonId } = doer.member;
      const [open] = await list(doer.member, id);
      if (open === undefined) throw noSuchInvitation();
      await limitAccount(deps.attempts, INVITED, open.email, doer.now);
      await inTransaction(async (tx) => {
        const { email, role } = await takeOpen(tx, doer, id);
        const token = newInvitationToken();
        await tx.invitation.update({
          where: { salonId_id: { salonId, id } },
          data: { tokenHash: hashOf(token), expiresAt: new Date(doer.now + DAYS_7) },
        });
        await inviteByMail(tx, doer, deps, { email, role, token });
        await writeAuditLine(tx, doer, {
          ...{ action: 'member.invited_again', subject: { kind: 'invitation', id }, after: { email, role } },
        });
      });
      return (await list(doer.member, id))[0];
    },

    async revoke(doer: Doer, id: string): Promise<void> {
      const { salonId } = doer.member;
      await inTransaction(async (tx) => {
        const { email, role } = await takeOpen(tx, doer, id);
        await tx.invitation.update({ where: { salonId_id: { salonId, id } }, data: { revokedAt: new Date(doer.now) } });
        await writeAuditLine(tx, doer, {
          ...{ action: 'member.invitation_revoked', subject: { kind: 'invitation', id }, before: { email, role } },
        });
      });
    },
  };
}
