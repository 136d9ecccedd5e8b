import type pg from 'pg';
import { expect } from 'vitest';

export type Mail = { readonly id: string; readonly kind: string; readonly subject: string };

/** The mails that went to an address so far, the oldest first. */
async function mailsTo(pool: pg.Pool, recipient: string): Promise<readonly Mail[]> {
  const sql = 'select id, kind, subject from caught_mail where recipient = $1 order by id';
  return (await pool.query<Mail>(sql, [recipient])).rows;
}

/** Waits until a salon has nothing left to say: no change waits to be told, and no mail is due but reminders of days ahead. */
export async function untilAllSaid(pool: pg.Pool, salonId: string): Promise<void> {
  const sql = `
    select kind from outbox where salon_id = $1 and taken_at is null
    union all
    select kind from message where salon_id = $1 and state in ('due', 'queued', 'sending') and kind <> 'reminder'`;
  const waiting = async () => (await pool.query<{ kind: string }>(sql, [salonId])).rows.map(({ kind }) => kind);
  await expect.poll(waiting, { timeout: 60_000, interval: 100 }).toEqual([]);
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
