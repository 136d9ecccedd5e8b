import { type Database, openDatabase } from '@salon/db/pool';
import { sendOnce } from '@salon/db/write-statement';

/** A replica of the database, watched alone. */
export type ReplicaRepo = ReturnType<typeof replicaRepo>;

/**
 * It is behind by the age of what it replayed last, unless it has replayed all that the primary had written when it was
 * asked: then it is not behind at all. Asking the replica alone would not do, one that is cut off has replayed all it got.
 */
const LAG = `
  select case
    when not pg_is_in_recovery() then null
    when pg_last_wal_replay_lsn() >= $1::pg_lsn then 0
    else date_part('epoch', clock_timestamp() - pg_last_xact_replay_timestamp())
  end as lag`;

export function replicaRepo(address: string) {
  const db: Database = openDatabase(address, 'salon-figures', 1);
  return {
    /** Seconds behind what the primary had written by then; undefined for a database that is no replica. */
    async lag(written: string): Promise<number | undefined> {
      const [row] = await sendOnce<{ lag: number | null }>(db, { name: 'figures_lag', text: LAG, values: [written] });
      return row?.lag ?? undefined;
    },
    close: () => db.pool.end(),
  };
}
