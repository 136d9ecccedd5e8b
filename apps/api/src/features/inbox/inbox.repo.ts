import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';

/** A caught mail as the list shows it. */
export type MailLine = {
  readonly id: string;
  readonly caughtAt: Date;
  readonly kind: string;
  readonly recipient: string;
  readonly subject: string;
};

export type InboxRepo = ReturnType<typeof inboxRepo>;

export const inboxRepo = (db: Database) => ({
  /** The newest first, as many as are kept. */
  list(): Promise<MailLine[]> {
    return readStatement<MailLine>(db, {
      name: 'inbox_list',
      text: 'select id, caught_at as "caughtAt", kind, recipient, subject from caught_mail order by id desc limit 500',
      values: [],
    });
  },

  /** A mail with all that would have been sent. */
  async find(id: string): Promise<(MailLine & { readonly raw: Buffer }) | undefined> {
    const [mail] = await readStatement<MailLine & { raw: Buffer }>(db, {
      name: 'inbox_find',
      text: 'select id, caught_at as "caughtAt", kind, recipient, subject, raw from caught_mail where id = $1',
      values: [id],
    });
    return mail;
  },
});
