import { setTimeout as rest } from 'node:timers/promises';
import type pg from 'pg';

/** A kind of row that may go, and how many of them went. */
export type Pruned = { readonly kind: PrunedKind; readonly removed: number };

export type PrunedKind = keyof typeof DUE;

const DAY_MS = 86_400_000;

/** What may go of each table, `$3` being an instant, and how long it is kept. */
const DUE = {
  idempotency: { due: 'created_at < $3', days: 30 },
  desk_change: { due: 'at < $3', days: 30 },
  claim: { due: 'upper(during) < $3', days: 90 },
  outbox: { due: 'taken_at < $3', days: 7 },
  login_session: { due: 'expires_at < $3', days: 30 },
  login_token: { due: 'expires_at < $3', days: 1 },
  login_rate: { due: 'until < $3', days: 1 },
  // Signed up, and never confirmed.
  login: {
    due: `not email_verified and created_at < $3 and not exists (select from member m where m.login_id = login.id)`,
    days: 7,
  },
  invitation: { due: 'coalesce(accepted_at, revoked_at, expires_at) < $3', days: 90 },
  // Told within a day, or never; a worker that was told nothing of PostHog leaves them.
  conversion: { due: 'booked_at < $3', days: 7 },
  funnel_count: { due: 'day < $3', days: 400 },
  message: { due: "due_at < $3 and state in ('sent', 'failed', 'dropped')", days: 90 },
} as const;

/** 512 kB of a table at a time: at most about 5,000 rows, some ten milliseconds. */
const BATCH_BLOCKS = 64;

/**
 * Removes what has served its time as of `now` (epoch milliseconds): idempotency keys and changes of the desk after 30
 * days, claims 90 days after their end, outbox rows 7 days after they were taken, messages that have ended 90 days after
 * they were due (with them goes whom was written to), what PostHog was not told of a booking after 7 days, counts of the page
 * after 400, and what let somebody in and no longer does. Bookings, items and
 * wants stay: they are the history.
 *
 * Walks each table once by its blocks, one short transaction a batch, and rests as long as it worked. So it needs no
 * index: B-trees for keys, claims and events would cost every booking 9 % more log and 5 more pages to look at, block-range
 * indexes 9 pages (and their ranges grow wide once freed room is used again), all to spare a daily walk over tables
 * whose size those days bound. Rows that somebody has locked are passed over; the next run finds them. Stopped
 * anywhere, it has removed whole rows and left the rest; two at once share the work. At its end it says when that was, by
 * the database's clock: what watches the product looks there.
 *
 * The role must own the tables: the API's may not delete keys and events. Errors are the database's own.
 */
export async function prune(client: Pick<pg.Pool, 'query'>, now: number): Promise<Pruned[]> {
  const done: Pruned[] = [];
  for (const [kind, { due, days }] of Object.entries(DUE) as [PrunedKind, (typeof DUE)[PrunedKind]][]) {
    const limit = new Date(now - days * DAY_MS);
    done.push({ kind, removed: await pruneTable(client, kind, due, limit) });
  }
  await client.query(
    'insert into last_prune (finished_at) values (now()) on conflict (one) do update set finished_at = excluded.finished_at',
  );
  return done;
}

/**
 * When somebody last booked, as far as keys and events still tell; undefined when nothing is left to tell it. A clock that
 * is far ahead of it is wrong more often than right, and with a wrong clock `prune` would give away time that is taken.
 */
export async function lastBooking(client: Pick<pg.Pool, 'query'>): Promise<number | undefined> {
  const { rows } = await client.query<{ at: Date | null }>(
    'select greatest((select max(created_at) from idempotency), (select max(created_at) from outbox)) as at',
  );
  return rows[0]?.at?.getTime();
}

async function pruneTable(client: Pick<pg.Pool, 'query'>, table: string, due: string, limit: Date) {
  // What is appended while we walk is new, so the blocks there are now are enough.
  const { rows } = await client.query<{ blocks: number }>(
    `select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as blocks`,
    [table],
  );
  const blocks = rows[0]?.blocks ?? 0;
  let removed = 0;
  for (let from = 0; from < blocks; from += BATCH_BLOCKS) {
    const began = performance.now();
    const { rowCount } = await client.query(
      `delete from ${table} where ctid = any (array(
         select ctid from ${table} where ctid >= $1::tid and ctid < $2::tid and ${due} for update skip locked))`,
      [`(${from},0)`, `(${from + BATCH_BLOCKS},0)`, limit],
    );
    removed += rowCount ?? 0;
    await rest(performance.now() - began);
  }
  return removed;
}
