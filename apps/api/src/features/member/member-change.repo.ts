import type { Role } from '@salon/contracts/desk/rights';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { sqlState } from '@salon/db/sql-state';
import { readStatement, writeThrough } from '@salon/db/write-statement';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { writeAuditLine } from '../audit/audit-line.repo.ts';
import type { Doer } from '../set-up/doer.ts';
import { revokeInvitationsOf } from './revoke-invitations.repo.ts';
import { linkStaff } from './staff-link.repo.ts';

export type MemberChangeRepo = ReturnType<typeof memberChangeRepo>;

export type MemberRow = {
  id: string;
  loginId: string | null;
  name: string;
  email: string;
  role: Role;
  staffId: string | null;
  since: Date;
};

export type MemberChange = { readonly role?: Role | undefined; readonly staffId?: string | null | undefined };

type Before = Pick<MemberRow, 'role' | 'loginId' | 'name' | 'email'>;

/** Of our own trigger: it looks at the commit, and one commit after the other. */
const KEEPS_AN_OWNER = 'SA001';

const LIST = `
  select m.id, m.login_id as "loginId", coalesce(l.name, m.name) as name, coalesce(l.email, m.email) as email, m.role,
    s.id as "staffId", m.created_at as since
  from member m
    left join login l on l.id = m.login_id
    left join staff s on s.salon_id = m.salon_id and s.member_id = m.id
  where m.salon_id = $1 and ($2::uuid is null or m.id = $2)
  order by m.role, lower(coalesce(l.name, m.name)), m.id`;

/** Who belongs to a salon, and changes of it. */
export function memberChangeRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  async function list({ salonId }: Pick<MemberScope, 'salonId'>, memberId: string | null = null): Promise<MemberRow[]> {
    return readStatement<MemberRow>(db, { name: 'members', text: LIST, values: [salonId, memberId] });
  }

  /** Changes one member, with what it was before: nobody else changes it meanwhile. */
  async function change(
    { member: { salonId } }: Doer,
    memberId: string,
    work: (tx: Prisma.TransactionClient, before: Before) => Promise<void>,
  ): Promise<void> {
    try {
      const transaction = async (tx: Prisma.TransactionClient) => {
        // First what the look for an owner locks at the commit: changes of the set-up take the salon before its staff too.
        await tx.$queryRaw`select from salon where id = ${salonId}::uuid for no key update`;
        await tx.$queryRaw`select from member where salon_id = ${salonId}::uuid and id = ${memberId}::uuid for update`;
        const before = await tx.member.findUnique({
          where: { salonId_id: { salonId, id: memberId } },
          include: { login: true },
        });
        if (before === null) throw new AppError('member_not_found', 'There is no such member here.');
        const { role, login, loginId } = before;
        await work(tx, { role, loginId, name: login?.name ?? before.name, email: login?.email ?? before.email });
      };
      await writeThrough(db, () => prisma.$transaction(transaction));
    } catch (error) {
      if (sqlState(error) !== KEEPS_AN_OWNER) throw error;
      throw new AppError('last_owner', 'A salon keeps an owner: make somebody else one first.');
    }
  }

  return {
    list,

    async change(doer: Doer, memberId: string, { role, staffId }: MemberChange): Promise<MemberRow | undefined> {
      const { salonId } = doer.member;
      await change(doer, memberId, async (tx, before) => {
        const subject = { kind: 'member', id: memberId };
        if (role !== undefined && role !== before.role) {
          if (before.role === 'owner') await revokeInvitationsOf(tx, doer, before.loginId);
          await tx.member.update({ where: { salonId_id: { salonId, id: memberId } }, data: { role } });
          const line = { action: 'member.role_changed', subject };
          await writeAuditLine(tx, doer, {
            ...line,
            before: { role: before.role },
            after: { name: before.name, role },
          });
        }
        if (staffId === undefined) return;
        const was = await linkStaff(tx, { salonId, memberId, staffId });
        if (was === staffId) return;
        const line = { action: 'member.staff_changed', subject };
        await writeAuditLine(tx, doer, { ...line, before: { staffId: was }, after: { name: before.name, staffId } });
      });
      const [row] = await list(doer.member, memberId);
      return row;
    },

    /** Ends a membership; the next request of hers finds none. */
    async remove(doer: Doer, memberId: string): Promise<void> {
      const { salonId } = doer.member;
      await change(doer, memberId, async (tx, before) => {
        await linkStaff(tx, { salonId, memberId, staffId: null });
        await tx.member.delete({ where: { salonId_id: { salonId, id: memberId } } });
        const { loginId, ...was } = before;
        const action = memberId === doer.member.memberId ? 'member.left' : 'member.removed';
        if (action === 'member.removed') await revokeInvitationsOf(tx, doer, loginId);
        await writeAuditLine(tx, doer, { action, subject: { kind: 'member', id: memberId }, before: was });
      });
    },
  };
}
