import type { NewSalonRequest } from '@salon/contracts/desk/members';
import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { sqlState } from '@salon/db/sql-state';
import { AppError } from '../../errors/app-error.ts';
import { scopeOfMember } from '../../scope/salon-scope.ts';
import { writeAuditLine } from '../audit/audit-line.repo.ts';
import type { SignedIn } from '../login/session.ts';

export type NewSalonRepo = ReturnType<typeof newSalonRepo>;

/** Monday to Friday, nine to six: something to see and to change. */
const WEEKDAYS = [1, 2, 3, 4, 5];
const [OPEN, CLOSE] = [9 * 60, 18 * 60];

/** Makes salons. */
export function newSalonRepo(db: Database, newId: () => string) {
  const prisma = prismaOn(db.pool);
  return {
    /**
     * A salon with the one who makes it as its owner and its first staff member; notices go to her address. Nothing is
     * sold yet, so nothing can be booked.
     */
    async make(
      { loginId, loginName, email, locale }: SignedIn,
      { name, slug, timezone }: NewSalonRequest,
      { requestId, now }: { readonly requestId: string; readonly now: number },
    ): Promise<{ id: string; slug: string }> {
      const [salonId, memberId, staffId] = [newId(), newId(), newId()];
      const createdAt = new Date(now);
      try {
        await prisma.$transaction(async (tx) => {
          await tx.salon.create({ data: { id: salonId, slug, name, timeZone: timezone, locale, email, createdAt } });
          await tx.member.create({
            data: { salonId, id: memberId, loginId, email, name: loginName, role: 'owner', createdAt },
          });
          await tx.staff.create({ data: { salonId, id: staffId, memberId, name: loginName, position: 0 } });
          await tx.weeklyOpening.createMany({
            data: WEEKDAYS.map((weekday) => ({
              ...{ salonId, id: newId(), staffId, weekday, startMinute: OPEN, endMinute: CLOSE },
            })),
          });
          const role = 'owner';
          const member = scopeOfMember({
            salonId,
            looked: true,
            loginId,
            loginName,
            memberId,
            role,
            staffId,
            reach: 'all',
          });
          const line = {
            action: 'salon.created',
            subject: { kind: 'salon', id: salonId },
            after: { name, slug, timezone },
          };
          await writeAuditLine(tx, { member, requestId, now }, line);
        });
      } catch (error) {
        if (sqlState(error) !== '23505') throw error;
        throw new AppError('slug_taken', 'Another salon has this address. Choose another one.');
      }
      return { id: salonId, slug };
    },
  };
}
