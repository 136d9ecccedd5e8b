import { randomInt } from 'node:crypto';
import type { AccountMail } from '@salon/contracts/account-mail';
import type { Database } from '@salon/db/pool';
import { writeStatement } from '@salon/db/write-statement';

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

/** Asked for again, such a mail is another one: it carries another link. So its number is any. */
export const accountMailValues = ({ id, salonId, recipient, mail, requestId, now }: AskedMail) => {
  const { kind, ...content } = mail;
  return [salonId, id, kind, randomInt(2 ** 31), recipient, new Date(now), requestId, JSON.stringify(content)] as const;
};

export const WRITE_ACCOUNT_MAIL = `
  insert into message (salon_id, id, kind, sequence, recipient, due_at, request_id, created_at, content)
  values ($1, $2, $3, $4, $5, $6, $7, $6, $8)
  on conflict (salon_id, id) do nothing`;

export function accountMailRepo(db: Database) {
  return {
    async write(asked: AskedMail): Promise<void> {
      await writeStatement(db, {
        name: 'account_mail',
        text: WRITE_ACCOUNT_MAIL,
        values: accountMailValues(asked),
      });
    },
  };
}
