import { join, resolve } from 'node:path';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { keptSecret } from '@salon/db/embedded/kept-secret';
import { StartError } from '@salon/db/embedded/start-error';
import { deploy } from '@salon/db/migrate/migrator';
import { type StartSettings, secretMustBeGiven } from '../settings.ts';
import { startApi } from './api.ts';
import { needsDemo, seedDemo } from './demo.ts';
import { keepDatabase } from './embedded-database.ts';
import { untilHealthy } from './health.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { onlyOne } from './only-one.ts';
import { requireFreePort } from './port.ts';
import { progress } from './progress.ts';
import { Shutdown } from './shutdown.ts';
import { watchSources } from './watch-sources.ts';
import { printWelcome } from './welcome.ts';

/** The programs a start runs: the API's server and the seed. */
export type Programs = { api: string; seed: string };

/** Connections of the embedded database: of each API process its pool and its probe, and others besides. */
const CONNECTIONS_PER_API = 21;
const CONNECTIONS = 79;

/** A killed API's last requests may take this long; then its port is free. */
const ORPHAN_MS = 12_000;

/** Runs the salon until somebody asks it to stop. */
export async function run(settings: StartSettings, programs: Programs, options: { watch: boolean }): Promise<void> {
  const shutdown = new Shutdown();
  shutdown.listen();
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  const dataDir = resolve(settings.DATA_DIR);
  const only = onlyOne(dataDir, publicUrl);
  const parts: Kept[] = [];
  shutdown.hurried.addEventListener('abort', () => {
    for (const part of parts) void part.stop(true);
  });
  try {
    await requireFreePort(settings.PORT, only.recovered ? ORPHAN_MS : 0);
    const databaseUrl = await prepareDatabase(settings, programs, shutdown, parts);
    const logs = join(dataDir, 'logs');
    progress('starting the API');
    const apis: Kept[] = [];
    parts.push(together(apis));
    for (let number = 1; number <= settings.API_PROCESSES; number++) {
      const api = await keepRunning({
        name: settings.API_PROCESSES === 1 ? 'The API' : `API process ${number}`,
        start: async () =>
          startApi({
            script: programs.api,
            env: apiEnvironment(settings, databaseUrl, publicUrl),
            log: join(logs, number === 1 ? 'api.log' : `api-${number}.log`),
          }),
        report: progress,
        onFatal: (why) => shutdown.fail(why),
      });
      apis.push(api);
    }
    if (options.watch) watchSources(together(apis).restart);
    await shutdown.unlessAsked(untilHealthy(settings.PORT));
    progress('ready');
    await printWelcome({ port: settings.PORT, publicUrl, dataDir, log: join(logs, 'api.log') });
    await shutdown.untilAsked();
  } catch (error) {
    // Once asked to stop, whatever breaks off is a consequence of that.
    if (!shutdown.asked.aborted) throw error;
  } finally {
    // In order: the API finishes what it was asked, then the database may go.
    for (const part of parts.toReversed()) await part.stop(shutdown.hurried.aborted);
    only.release();
  }
  if (shutdown.failure) throw new StartError(shutdown.failure);
  console.log('Stopped.');
}

/** Several parts that start anew, and stop, at once. */
function together(parts: readonly Kept[]): Kept {
  return {
    stop: async (hurry) => void (await Promise.all(parts.map((part) => part.stop(hurry)))),
    restart() {
      for (const part of parts) part.restart();
    },
  };
}

/** A migrated database with somebody in it; returns the address for the API. */
async function prepareDatabase(settings: StartSettings, programs: Programs, shutdown: Shutdown, parts: Kept[]) {
  const own = settings.DATABASE_URL;
  if (own) {
    await migrate(settings.DATABASE_DIRECT_URL ?? own, shutdown);
    return own;
  }
  progress('starting PostgreSQL');
  const connections = String(CONNECTIONS + settings.API_PROCESSES * CONNECTIONS_PER_API);
  const { server, kept } = await keepDatabase(settings.DATA_DIR, { settings: { max_connections: connections } });
  parts.push(kept);
  if (server.reused) progress('found it still running from before');
  await migrate(server.url, shutdown);
  const apiUrl = await shutdown.unlessAsked(apiUrlOf(settings.DATA_DIR, server.url));
  if (await shutdown.unlessAsked(needsDemo(server.url))) {
    progress('making the demo salon');
    await shutdown.unlessAsked(seedDemo(programs.seed, server.url, shutdown.asked));
  }
  return apiUrl;
}

async function migrate(url: string, shutdown: Shutdown): Promise<void> {
  progress('migrating the database');
  const applied = await shutdown.unlessAsked(deploy(url));
  if (applied.length) progress(`applied ${applied.length} migration${applied.length === 1 ? '' : 's'}`);
}

function apiEnvironment(settings: StartSettings, databaseUrl: string, publicUrl: string): NodeJS.ProcessEnv {
  const env = { ...process.env, PORT: String(settings.PORT), DATABASE_URL: databaseUrl, PUBLIC_URL: publicUrl };
  // In production an operator's own database comes with an operator's own secret: the API insists on it.
  if (settings.APP_SECRET || secretMustBeGiven(settings)) return env;
  return { ...env, APP_SECRET: keptSecret(join(resolve(settings.DATA_DIR), 'app-secret')) };
}
