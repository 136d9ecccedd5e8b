import { execFile } from 'node:child_process';
import { startEmbedded } from '@salon/db/embedded/server';
import { deploy } from '@salon/db/migrate/migrator';
import { makeDataFolder } from '@salon/db/test/data-folder';
import pg from 'pg';

/** A migrated, empty product of an operator, and her keyboard. Nothing of it runs but the database. */
export async function operatorsDesk() {
  const { dataDir, remove } = makeDataFolder();
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off', shared_buffers: '16MB' } });
  await deploy(server.url);
  const pool = new pg.Pool({ connectionString: server.url, max: 2 });
  return {
    ...{ dataDir, pool, ownerUrl: server.url },
    /** Types `npm run ops -- …`, and waits for what it says. */
    ops(args: readonly string[], env: Record<string, string> = {}) {
      const { PATH = '', HOME = '' } = process.env;
      const options = {
        cwd: new URL('../..', import.meta.url),
        // What stands in an `.env` of the checkout has no say.
        env: { PATH, HOME, DATA_DIR: dataDir, DATABASE_URL: '', APP_SECRET: '', SMTP_URL: '', REDIS_URL: '', ...env },
      };
      return new Promise<{ status: number; stdout: string; stderr: string }>((resolve) => {
        execFile(process.execPath, ['scripts/ops.ts', ...args], options, (error, stdout, stderr) =>
          resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
        );
      });
    },
    async leave() {
      await pool.end();
      await server.stop('immediate');
      remove();
    },
  };
}
