import { constants } from 'node:os';
import { ensureApiRole } from '../embedded/api-role.ts';
import { DATABASE, startEmbedded } from '../embedded/server.ts';
import { withClient } from '../embedded/with-client.ts';
import { ensureWorkerRole } from '../embedded/worker-role.ts';
import { deploy } from '../migrate/migrator.ts';
import { makeDataFolder, removeLeftovers } from './data-folder.ts';

/** What a test file needs to know: the owner's address of database `postgres`, the template, the roles' password. */
export type TestServer = { adminUrl: string; template: string; rolePassword: string };

/** A PostgreSQL for one test run, and how to end it. */
export type TestPostgres = TestServer & { stop(): Promise<void> };

const ROLE_PASSWORD = 'test-only';

/** Nothing here must survive a crash, so nothing waits for the disk. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  shared_buffers: '128MB',
};

/** Starts a server in a folder of its own (two runs at once are fine) with the migrated template to clone from. */
export async function startTestPostgres(): Promise<TestPostgres> {
  removeLeftovers();
  const { dataDir, remove } = makeDataFolder();
  const server = await startEmbedded({ dataDir, settings: FORGETFUL });
  const stop = async () => {
    await server.stop('immediate');
    remove();
  };
  endWithRun(server.pid, remove);
  try {
    await deploy(server.url);
    await ensureApiRole(server.url, ROLE_PASSWORD);
    await ensureWorkerRole(server.url, ROLE_PASSWORD);
    const admin = new URL(server.url);
    admin.pathname = '/postgres';
    // A template takes no connections, so nobody can get in the way of cloning it.
    await withClient(admin.href, (client) =>
      client.query(`alter database ${DATABASE} with is_template true allow_connections false`),
    );
    return { adminUrl: admin.href, template: DATABASE, rolePassword: ROLE_PASSWORD, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Vitest runs no teardown when it is told to end; the server, in a session of its own, would live on. */
function endWithRun(pid: number, remove: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      try {
        process.kill(pid, 'SIGKILL');
        remove();
      } catch {
        // already gone, or still writing: the next run clears it away
      }
      process.exit(128 + constants.signals[signal]);
    });
  }
}
