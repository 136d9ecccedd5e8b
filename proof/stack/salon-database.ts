import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { knock } from '@salon/db/embedded/connection';
import { placeOf } from '@salon/db/embedded/place';
import { runningPostmaster } from '@salon/db/embedded/postmaster';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { makeDataFolder, removeLeftovers } from '@salon/db/test/data-folder';
import { keepDatabase } from '../../scripts/start/embedded-database.ts';
import { PRODUCTION_SETTINGS } from './postgres-settings.ts';
import { until } from './processes.ts';
import type { UndoStack } from './undo-stack.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RESTART_MS = 60_000;

export type SalonDatabaseOptions = {
  /** How many load salons are seeded, `load-001` and so on. Default 200. */
  salons?: number;
  /** Laid over PostgreSQL's production settings. */
  settings?: Record<string, string>;
  /** Given the database's port, returns the port through which the API reaches it (a proxy). */
  wire?: (databasePort: number) => Promise<number>;
};

/** PostgreSQL kept running as `npm start` does, with salons in it. */
export type SalonDatabase = {
  /** The owner's address of the database, direct: for the checker and for figures. */
  ownerUrl: string;
  /** The address the API uses: its own role, through the wire. */
  apiUrl: string;
  /** PostgreSQL's first process, as it is now. Throws while none runs. */
  postmasterPid(): number;
  dataDir: string;
  /** Restarts PostgreSQL in order (fast), as an operator would; settles when it takes connections again. */
  restartDatabase(): Promise<void>;
};

/** Starts PostgreSQL with production settings, migrated and with load salons in it; `undo` gets what ends it. */
export async function startSalonDatabase(
  { salons = 200, settings = {}, wire }: SalonDatabaseOptions,
  undo: UndoStack,
): Promise<SalonDatabase> {
  removeLeftovers(); // of a run that was killed
  const { dataDir, remove } = makeDataFolder();
  undo.add(remove);
  const { server, kept } = await keepDatabase(dataDir, {
    settings: { ...PRODUCTION_SETTINGS, ...settings },
    report: () => {},
  });
  undo.add(() => kept.stop(false));
  const ownerUrl = server.url;
  await deploy(ownerUrl);
  const api = new URL(await apiUrlOf(dataDir, ownerUrl));
  await seedLoadSalons(ownerUrl, salons);
  if (wire) api.port = String(await wire(server.port));
  const postmasterPid = () => postmasterOf(dataDir);
  return {
    ownerUrl,
    apiUrl: api.href,
    postmasterPid,
    dataDir,
    async restartDatabase() {
      const before = postmasterPid();
      kept.restart();
      const isBack = async () => runningPid(dataDir) !== before && (await isOpen(ownerUrl));
      await until(isBack, 'PostgreSQL to come back', RESTART_MS);
    },
  };
}

/** Analysed at once: otherwise the first minute would run on plans made for empty tables. */
async function seedLoadSalons(ownerUrl: string, count: number): Promise<void> {
  if (count === 0) return;
  const child = spawn(process.execPath, ['prisma/seed/main.ts', '--load-salons', String(count)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: ownerUrl },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The load salons could not be made (see above).');
  await withClient(ownerUrl, (client) => client.query('vacuum analyze'));
}

const runningPid = (dataDir: string) => runningPostmaster(placeOf(dataDir).cluster)?.pid;

function postmasterOf(dataDir: string): number {
  const pid = runningPid(dataDir);
  if (pid === undefined) throw new Error('PostgreSQL is not running just now.');
  return pid;
}

async function isOpen(url: string): Promise<boolean> {
  const heard = await knock(url);
  if (typeof heard !== 'object' || !('open' in heard)) return false;
  await heard.open.end();
  return true;
}
