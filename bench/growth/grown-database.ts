import { apiUrlOf } from '@salon/db/embedded/api-role';
import { startEmbedded } from '@salon/db/embedded/server';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { ownDatabase } from '../../proof/stack/own-database.ts';
import { PRODUCTION_SETTINGS } from '../../proof/stack/postgres-settings.ts';
import { thenUndo } from '../../proof/stack/undo-stack.ts';
import { fill } from './fill.ts';

export type GrownDatabase = {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  /** How long making it took, in seconds, and how much disk it takes, in bytes. */
  readonly madeIn: number;
  readonly size: number;
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
export function withGrownDatabase<T>(claims: number, work: (database: GrownDatabase) => Promise<T>): Promise<T> {
  return thenUndo(async (undo) => {
    const began = performance.now();
    const { dataDir, ...loading } = await ownDatabase(undo, LOADING);
    await deploy(loading.url);
    await withClient(loading.url, (client) => fill(client, claims));
    const madeIn = (performance.now() - began) / 1000;
    await loading.stop();
    const measured = await startEmbedded({ dataDir, settings: MEASURED });
    undo.add(measured.stop);
    const ownerUrl = measured.url;
    const size = await withClient(ownerUrl, async (client) => {
      await client.query('create extension pg_stat_statements');
      await client.query('create extension pg_walinspect');
      await client.query('create extension pageinspect');
      const { rows } = await client.query<{ size: number }>(
        'select pg_database_size(current_database())::float8 as size',
      );
      return rows[0]?.size ?? 0;
    });
    return await work({ ownerUrl, apiUrl: await apiUrlOf(dataDir, ownerUrl), madeIn, size });
  });
}
