import type { Role } from '@salon/contracts/desk/rights';
import type { Prisma } from '@salon/db/prisma';
import { accountMailRow } from '../login/account-mail.repo.ts';
import type { Doer } from '../set-up/doer.ts';

type Invited = {
  readonly email: string;
  readonly role: Role;
  readonly token: string;
  /** Of the mail; else the salon's. */
  readonly locale?: 'de' | 'en' | undefined;
};

/** Puts the mail of an invitation into the ledger, in the transaction of the invitation. */
export async function inviteByMail(
  tx: Prisma.TransactionClient,
  { member: { salonId, loginName }, requestId, now }: Doer,
  { publicUrl, newId }: { readonly publicUrl: string; readonly newId: () => string },
  { email, role, token, locale }: Invited,
): Promise<void> {
  const salon = await tx.salon.findUniqueOrThrow({ where: { id: salonId }, select: { locale: true } });
  const url = `${publicUrl}/desk/invitation/${token}`;
  const spoken = locale ?? (salon.locale.startsWith('en') ? 'en' : 'de');
  const mail = { kind: 'invitation', locale: spoken, url, invitedBy: loginName, role } as const;
  await tx.message.create({ data: accountMailRow({ id: newId(), salonId, recipient: email, mail, requestId, now }) });
}
