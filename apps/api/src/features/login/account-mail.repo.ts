import { randomInt } from 'node:crypto';
import type { AccountMail } from '@salon/contracts/account-mail';
import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';

export type AccountMailRepo = ReturnType<typeof accountMailRepo>;

export type AskedMail = {
  readonly id: string;
  /** Zeros for what belongs to no salon. */
  readonly salonId: string;
  readonly recipient: string;
  readonly mail: AccountMail;
  readonly requestId: string | null;
  readonly now: number;
};

/** The line of the ledger. Asked for again, such a mail is another one: it carries another link. So its number is any. */
export function accountMailRow({ mail: { kind, ...content }, now, ...row }: AskedMail) {
  const at = new Date(now);
  return { ...row, kind, content, sequence: randomInt(2 ** 31), dueAt: at, createdAt: at };
}

export function accountMailRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  return {
    async write(asked: AskedMail): Promise<void> {
      await prisma.message.create({ data: accountMailRow(asked) });
    },
  };
}
