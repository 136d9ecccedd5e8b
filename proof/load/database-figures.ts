import { API_ROLE } from '@salon/db/embedded/api-role';
import { withClient } from '@salon/db/embedded/with-client';

/** Counters of the database since it was made. */
export type DatabaseFigures = {
  maxConnections: number;
  bookings: number;
  deadlocks: number;
  walBytes: number;
};

const END_CONNECTIONS =
  'select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1 and datname = current_database()';

const FIGURES = `
  select current_setting('max_connections')::int as "maxConnections",
    (select count(*)::int from booking) as bookings,
    (select deadlocks::int from pg_stat_database where datname = current_database()) as deadlocks,
    (select wal_bytes::float8 from pg_stat_wal) as "walBytes"`;

/** Reads them as the owner. */
export async function databaseFigures(ownerUrl: string): Promise<DatabaseFigures> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<DatabaseFigures>(FIGURES);
    if (!rows[0]) throw new Error('The database told nothing about itself.');
    return rows[0];
  });
}

/**
 * Makes the counters complete when nobody books any more: a connection that rests tells its counts up to ten seconds
 * later, one that ends tells them at once. So the API's are ended, and it opens others.
 */
export async function completeCounters(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query(END_CONNECTIONS, [API_ROLE]));
}
