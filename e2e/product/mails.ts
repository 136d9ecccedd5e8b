import type pg from 'pg';
import { expect } from 'vitest';

export type Mail = { readonly id: string; readonly kind: string; readonly subject: string };

/** The mails that went to an address so far, the oldest first. */
async function mailsTo(pool: pg.Pool, recipient: string): Promise<readonly Mail[]> {
  const sql = 'select id, kind, subject from caught_mail where recipient = $1 order by id';
  return (await pool.query<Mail>(sql, [recipient])).rows;
}

/** Waits until exactly these kinds of mail have gone to an address, in any order, and returns them. */
export async function expectMails(
  pool: pg.Pool,
  recipient: string,
  kinds: readonly string[],
): Promise<readonly Mail[]> {
  const kindsThere = async () => (await mailsTo(pool, recipient)).map(({ kind }) => kind).sort();
  await expect.poll(kindsThere, { timeout: 30_000, interval: 100 }).toEqual([...kinds].sort());
  return mailsTo(pool, recipient);
}
