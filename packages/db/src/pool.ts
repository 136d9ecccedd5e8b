import pg from 'pg';

/** Connections an API process opens at most. */
const POOL_SIZE = 20;
/** How long a statement may go without an answer, in milliseconds; beyond what the server itself allows. */
const QUERY_TIMEOUT = 10_000;
/** How long a request may wait for a connection, in milliseconds. */
const CONNECT_TIMEOUT = 8_000;

/**
 * Prisma's adapter reads timestamps as UTC whatever their offset. And what the API looks for it finds by key: a plan that
 * reads a table whole because it is still small would be kept, checks of foreign keys at the commit included, while the
 * table grows.
 */
const SESSION = '-c TimeZone=UTC -c enable_seqscan=off';

export type Database = {
  readonly pool: pg.Pool;
  /** Named statements stay prepared on their connection; not behind a pooler that cannot keep them. */
  readonly prepared: boolean;
  /** One connection apart, so that a full pool is not taken for a database that is gone. */
  readonly probe: pg.Pool;
};

/**
 * Opens the pool all access of a process goes through.
 *
 * `?pgbouncer=true` in the address (as Prisma writes it) says that a transaction pooler stands
 * between: no named statements, and no start-up options, so that the role's own settings count.
 * `?connection_limit=N` there is how many connections are opened at most, instead of `size`.
 */
export function openDatabase(address: string, applicationName: string, size = POOL_SIZE): Database {
  const url = new URL(address);
  const pooled = url.searchParams.get('pgbouncer') === 'true';
  url.searchParams.delete('pgbouncer');
  const most = Number(url.searchParams.get('connection_limit') ?? size);
  url.searchParams.delete('connection_limit');
  const options = {
    connectionString: url.href,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    // A database that hangs rather than dies never answers by itself.
    query_timeout: QUERY_TIMEOUT,
    keepAlive: true,
    ...(pooled ? {} : { options: SESSION }),
  };
  const pool = new pg.Pool({ ...options, max: most });
  const probe = new pg.Pool({ ...options, max: 1, allowExitOnIdle: true });
  // An idle connection may break at any time; the pool drops it and the next query opens another.
  for (const one of [pool, probe]) one.on('error', () => {});
  return { pool, prepared: !pooled, probe };
}
