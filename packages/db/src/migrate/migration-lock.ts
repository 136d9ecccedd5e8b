import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../embedded/with-client.ts';

/** Next to the key that the engine itself locks. */
const KEY = 72_707_370;
const POLL_MS = 100;

/**
 * Runs the work while nobody else migrates this database. Asked again and again rather than waited for: a statement
 * that waits for the lock holds a snapshot, and `create index concurrently` would wait for that statement for ever.
 */
export async function withMigrationLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    const taken = async () =>
      (await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [KEY])).rows[0]?.taken;
    while (!(await taken())) await sleep(POLL_MS);
    return work(); // the lock goes with the connection
  });
}
