import { apiUrlOf } from '@salon/db/embedded/api-role';
import { type EmbeddedPostgres, startEmbedded } from '@salon/db/embedded/server';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { makeDataFolder } from '@salon/db/test/data-folder';
import { PRODUCTION_SETTINGS } from '../../proof/stack/postgres-settings.ts';
import { fill } from './fill.ts';

export type GrownDatabase = {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  /** How long making it took, in seconds, and how much disk it takes, in bytes. */
  readonly madeIn: number;
  readonly size: number;
  /** PostgreSQL's own number, such as 18.4. */
  readonly version: string;
};

/** While rows are made nothing must survive a crash, and nothing is written twice. */
const LOADING = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_wal_size: '4GB',
  shared_buffers: '1GB',
  max_parallel_maintenance_workers: '2',
};

/** Counts what statements cost; autovacuum would mix its own work into it. */
const MEASURED = {
  ...PRODUCTION_SETTINGS,
  shared_preload_libraries: 'pg_stat_statements',
  autovacuum: 'off',
};

/** Makes a database with so many claims, runs it with production settings for as long as `work` takes, and removes it. */
export async function withGrownDatabase<T>(claims: number, work: (database: GrownDatabase) => Promise<T>): Promise<T> {
  const { dataDir, remove } = makeDataFolder();
  let server: EmbeddedPostgres | undefined;
  const stop = async () => {
    await server?.stop(); // else it would outlive us
    remove();
  };
  const onSignal = () => void stop().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  try {
    const began = performance.now();
    server = await startEmbedded({ dataDir, settings: LOADING });
    await deploy(server.url);
    await withClient(server.url, (client) => fill(client, claims));
    const madeIn = (performance.now() - began) / 1000;
    await server.stop();
    server = await startEmbedded({ dataDir, settings: MEASURED });
    const ownerUrl = server.url;
    const facts = await withClient(ownerUrl, async (client) => {
      await client.query('create extension pg_stat_statements');
      await client.query('create extension pg_walinspect');
      await client.query('create extension pageinspect');
      const { rows } = await client.query<{ size: number; version: string }>(
        `select pg_database_size(current_database())::float8 as size, current_setting('server_version') as version`,
      );
      return rows[0] ?? { size: 0, version: '' };
    });
    return await work({ ownerUrl, apiUrl: await apiUrlOf(dataDir, ownerUrl), madeIn, ...facts });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
    await stop();
  }
}
