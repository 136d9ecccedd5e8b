import pg from 'pg';

/** What one operation cost the database, deferred checks and commit included. */
export type Cost = {
  /** Pages of tables and indexes looked at, in PostgreSQL's cache or not. */
  readonly buffers: number;
  /** Those of them that were not in its cache. */
  readonly read: number;
  /** Bytes of log, page images apart. */
  readonly walBytes: number;
  /** Page images: the first change of a page after a checkpoint logs the whole page. */
  readonly images: number;
  readonly imageBytes: number;
  readonly ms: number;
};

const NOTHING = { walBytes: 0, imageBytes: 0 };

export type Meter = { measure(operation: () => Promise<unknown>): Promise<Cost>; close(): Promise<void> };

/** Measures what the API's role does on a database where nobody else works; one operation at a time. */
export async function openMeter(ownerUrl: string, role: string): Promise<Meter> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const one = async <Row>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows[0] as Row;
  const position = async () => (await one<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn')).lsn;
  /** The log is read back, since only there page images and the rest can be told apart. */
  const logged = async (from: string, to: string) => {
    await client.query("select pg_logical_emit_message(false, 'growth', '', true)"); // flushes what is to be read
    return one<typeof NOTHING>(
      `select coalesce(sum(record_length - fpi_length), 0)::int as "walBytes",
         coalesce(sum(fpi_length), 0)::int as "imageBytes"
       from pg_get_wal_records_info($1, $2)`,
      [from, to],
    );
  };
  return {
    async measure(operation) {
      await client.query('select pg_stat_statements_reset()');
      const from = await position();
      const began = performance.now();
      await operation();
      const ms = performance.now() - began;
      const to = await position();
      const spent = await one<{ buffers: number; read: number; images: number }>(
        `select sum(shared_blks_hit + shared_blks_read)::int as buffers, sum(shared_blks_read)::int as read,
           sum(wal_fpi)::int as images
         from pg_stat_statements where userid = $1::regrole`,
        [role],
      );
      return { ...spent, ...(from === to ? NOTHING : await logged(from, to)), ms };
    },
    close: () => client.end(),
  };
}
