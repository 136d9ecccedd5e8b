import { randomInt } from 'node:crypto';
import type { TimeOffMail } from '@salon/contracts/time-off-mail';
import type { Prisma } from '@salon/db/prisma';
import { v7 } from 'uuid';
import type { Doer } from '../set-up/doer.ts';

type Told = { readonly id: string; readonly staffId: string; readonly version: number };

/**
 * Puts the mail that tells a staff member what became of her request into the ledger, in the transaction of the decision.
 * It goes to the address she signs in with and to nobody else; who has no login, or decided herself, is not written to.
 */
export async function tellByMail(
  tx: Prisma.TransactionClient,
  { member: { salonId, loginId }, requestId, now }: Doer,
  kind: TimeOffMail['kind'],
  { id, staffId, version }: Told,
): Promise<void> {
  const staff = await tx.staff.findUnique({
    where: { salonId_id: { salonId, id: staffId } },
    select: { member: { select: { login: { select: { id: true, email: true, locale: true } } } } },
  });
  const login = staff?.member?.login;
  if (!login || login.id === loginId) return;
  const locale = login.locale === 'en' ? 'en' : 'de';
  const content = { locale, timeOffRequestId: id, version } satisfies Omit<TimeOffMail, 'kind'>;
  const at = new Date(now);
  await tx.message.create({
    data: {
      ...{ salonId, id: v7(), kind, recipient: login.email, content, requestId },
      // Mails about no booking are unique by their number; of two requests each has its own.
      ...{ sequence: randomInt(2 ** 31), dueAt: at, createdAt: at },
    },
  });
}
