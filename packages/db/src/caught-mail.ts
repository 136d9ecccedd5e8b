import type pg from 'pg';
import { v7 } from 'uuid';

/** Mails that stay. */
const KEPT = 500;

/** A mail that no server was there to take. */
export type CaughtMail = {
  readonly kind: string;
  /** The bare address. */
  readonly recipient: string;
  readonly subject: string;
  /** The whole message as it would have gone to the server, RFC 5322. */
  readonly raw: Uint8Array;
};

/**
 * Keeps a mail as of `now` (epoch milliseconds) and lets go of all but the newest 500, in one statement. Two at once may
 * leave one too many; the next removes it. Needs the right to insert, select and delete. Errors are the database's own.
 */
export async function keepMail(client: Pick<pg.Pool, 'query'>, mail: CaughtMail, now: number): Promise<void> {
  await client.query(
    // The delete does not see the row being written, so it leaves one place for it.
    `with kept as (
       insert into caught_mail (id, caught_at, kind, recipient, subject, raw) values ($1, $2, $3, $4, $5, $6)
     )
     delete from caught_mail where id in (select id from caught_mail order by id desc offset $7)`,
    [v7({ msecs: now }), new Date(now), mail.kind, mail.recipient, mail.subject, mail.raw, KEPT - 1],
  );
}
