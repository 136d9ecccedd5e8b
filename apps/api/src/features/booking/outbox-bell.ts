import { OUTBOX_CHANNEL } from '@salon/contracts/jobs';

/** How long a ring waits for others, in milliseconds. */
const TOGETHER = 40;

/**
 * Tells the worker that events wait in the outbox: call it after the commit. Many at once are told once, and never inside
 * a transaction: commits that notify stand in one line of the whole server. A ring that is lost costs a second, after
 * which the worker looks by itself.
 */
export function outboxBell(db: { query(text: string, values: string[]): Promise<unknown> }): () => void {
  let rung = false;
  return () => {
    if (rung) return;
    rung = true;
    setTimeout(() => {
      rung = false;
      db.query('select pg_notify($1, $2)', [OUTBOX_CHANNEL, '']).catch(() => {});
    }, TOGETHER).unref();
  };
}
