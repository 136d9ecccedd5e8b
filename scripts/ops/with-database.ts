import { StartError } from '@salon/db/embedded/start-error';
import { isConnectionLoss } from '@salon/db/sql-state';
import pg from 'pg';
import { withMigrationDatabase } from '../db/database-in-use.ts';
import { databaseSettings } from '../settings.ts';

const PATIENCE = 5_000;

/** Works on the database as its owner. Throws a `StartError` with these words where it does not answer. */
export function withDatabase<T>(
  environment: Record<string, string | undefined>,
  otherwise: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return withMigrationDatabase(databaseSettings(environment), async (connectionString) => {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
    // Lost on the way, the query that waits says so.
    client.on('error', () => {});
    try {
      await client.connect();
      return await work(client);
    } catch (error) {
      throw away(error, otherwise);
    } finally {
      await client.end().catch(() => {});
    }
  });
}

/** What was thrown because the database does not answer, as a `StartError` with what to do; anything else as it is. */
export function away(error: unknown, otherwise: string): unknown {
  const { message = '' } = error as Error;
  if (!isConnectionLoss(error) && !/timeout/i.test(message)) return error;
  return new StartError(`The database does not answer (${message}). ${otherwise}`);
}
