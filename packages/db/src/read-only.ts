import type pg from 'pg';
import { v7 } from 'uuid';

/** Read-only mode as an operator switched it; instants in epoch milliseconds. */
export type ReadOnlySwitch = {
  readonly on: boolean;
  /** When it is thought to end. */
  readonly until: number | null;
  /** Whether it ends then by itself. */
  readonly endsItself: boolean;
  /** For operators. */
  readonly reason: string | null;
  readonly changedBy: string;
  readonly changedAt: number;
};

type Client = Pick<pg.Pool, 'query'>;

type Row = Omit<ReadOnlySwitch, 'until' | 'changedAt'> & { readonly until: Date | null; readonly changedAt: Date };

/** How it was switched last; undefined: never. Errors are the database's own. */
export async function readSwitch(client: Client): Promise<ReadOnlySwitch | undefined> {
  const { rows } = await client.query<Row>(
    `select is_on as "on", until, ends_itself as "endsItself", reason, changed_by as "changedBy", changed_at as "changedAt"
     from read_only`,
  );
  const [row] = rows;
  return row && { ...row, until: row.until?.getTime() ?? null, changedAt: row.changedAt.getTime() };
}

/** Whether it is on at an instant: one that ends by itself ends everywhere by the same clock, and nobody has to write it. */
export function isOn(found: ReadOnlySwitch | undefined, now: number): boolean {
  if (found === undefined || !found.on) return false;
  return !(found.endsItself && found.until !== null && found.until <= now);
}

/**
 * Switches it, and writes down who did, both or neither. Whoever runs sees it within a second; telling them at once is
 * the caller's. The role must be the owner's: the API's may only read it. Errors are the database's own.
 */
export async function switchReadOnly(client: Client, to: ReadOnlySwitch): Promise<void> {
  const { on, until, endsItself, reason, changedBy, changedAt } = to;
  const end = until === null ? null : new Date(until);
  await client.query(
    `with switched as (
       insert into read_only (is_on, until, ends_itself, reason, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (one) do update set is_on = excluded.is_on, until = excluded.until, ends_itself = excluded.ends_itself,
         reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at
     )
     insert into operator_entry (id, at, operator, action, details) values ($7, $6, $5, $8, $9)`,
    [
      ...[on, end, endsItself, reason, changedBy, new Date(changedAt), v7(), on ? 'read_only.on' : 'read_only.off'],
      on ? { until: end, endsItself, reason } : null,
    ],
  );
}
