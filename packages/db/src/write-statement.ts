import { setTimeout as wait } from 'node:timers/promises';
import type { QueryResultRow } from 'pg';
import type { Database } from './pool.ts';
import { isAgain, isConflict, isConnectionLoss, isTimeout } from './sql-state.ts';

export type { QueryResultRow };

export type Statement = {
  /** Name under which the statement stays prepared. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
};

/** The database cannot take this now; nothing was kept that the same request would not find again. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
}

/** Requests that may wait for a connection before the next one is turned away. */
const QUEUE_LIMIT = 2_000;
/** How long a statement that lost a race is sent again, in milliseconds. */
const RACE_BUDGET = 2_000;
const CONFLICT_RETRIES = 3;

/** Runs one statement and returns its rows; database trouble that passes becomes {@link OverloadedError}. */
export function readStatement<Row extends QueryResultRow>(db: Database, statement: Statement): Promise<Row[]> {
  return readThrough(db, () => sendOnce<Row>(db, statement));
}

/** The same for what is read through Prisma on this database's pool. */
export async function readThrough<T>(db: Database, read: () => Promise<T>): Promise<T> {
  refuseWhenFull(db);
  try {
    return await read();
  } catch (error) {
    if (isConnectionLoss(error) || isTimeout(error)) throw new OverloadedError('database', { cause: error });
    throw error;
  }
}

/**
 * Sends a write that is safe to repeat (it carries its idempotency key, or is idempotent by
 * nature) until the database has decided:
 * a lost race is run again for two seconds; a deadlock or serialization failure three times, with
 * jitter; a statement whose connection broke after it was sent, once.
 */
export function writeStatement<Row extends QueryResultRow>(db: Database, statement: Statement): Promise<Row[]> {
  return untilDecided(() => sendOnce<Row>(db, statement), 1);
}

/**
 * The same for one transaction through Prisma on this database's pool. What was rolled back left nothing, so it is run
 * again; whether one whose connection broke was committed is not known, so that is not.
 */
export function writeThrough<T>(db: Database, write: () => Promise<T>): Promise<T> {
  return untilDecided(async () => {
    refuseWhenFull(db);
    return write();
  }, 0);
}

/** `losses`: how often it is sent again after its connection broke. */
async function untilDecided<T>(send: () => Promise<T>, losses: number): Promise<T> {
  const giveUpAt = performance.now() + RACE_BUDGET;
  let conflicts = 0;
  let lost = 0;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (isAgain(error)) {
        if (performance.now() > giveUpAt) throw new OverloadedError('race', { cause: error });
      } else if (isConflict(error)) {
        if (++conflicts > CONFLICT_RETRIES) throw new OverloadedError('conflict', { cause: error });
        await wait(Math.random() * 20 * conflicts);
      } else if (isConnectionLoss(error)) {
        if (++lost > losses) throw new OverloadedError('connection', { cause: error });
      } else if (isTimeout(error)) {
        throw new OverloadedError('timeout', { cause: error });
      } else {
        throw error;
      }
    }
  }
}

/** Sends a statement once, whatever becomes of it; its errors are the database's own. */
export async function sendOnce<Row extends QueryResultRow>(
  db: Database,
  { name, text, values }: Statement,
): Promise<Row[]> {
  refuseWhenFull(db);
  const { rows } = await db.pool.query<Row>({ ...(db.prepared ? { name } : {}), text, values: [...values] });
  return rows;
}

function refuseWhenFull(db: Database) {
  if (db.pool.waitingCount > QUEUE_LIMIT) throw new OverloadedError('queue');
}
