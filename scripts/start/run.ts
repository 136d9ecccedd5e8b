import { join, resolve } from 'node:path';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { freePort } from '@salon/db/embedded/free-port';
import { keptSecret } from '@salon/db/embedded/kept-secret';
import { StartError } from '@salon/db/embedded/start-error';
import { workerUrlOf } from '@salon/db/embedded/worker-role';
import { deploy } from '@salon/db/migrate/migrator';
import { type StartSettings, secretMustBeGiven } from '../settings.ts';
import { needsDemo, seedDemo } from './demo.ts';
import { demoLogins } from './demo-logins.ts';
import { keepDatabase } from './embedded-database.ts';
import { untilHealthy } from './health.ts';
import { type Kept, keepRunning } from './keep-running.ts';
import { onlyOne } from './only-one.ts';
import { requireFreePort } from './port.ts';
import { startProgram } from './program.ts';
import { progress } from './progress.ts';
import { Shutdown } from './shutdown.ts';
import { watchSources } from './watch-sources.ts';
import { inboxCanBeOpened, printWelcome } from './welcome.ts';

/** The programs a start runs: the API's server, the worker, the seed; and how the page for customers is made. */
export type Programs = { api: string; worker: string; seed: string; page: Page };

/** Builds the page and returns its folder; watched, it is built again after each change. */
type Page = { build(): Promise<string>; watch(report: (line: string) => void): void };

/**
 * Connections of the embedded database: of each API process its pool and its probe; of the worker its pool, its probe, two
 * that listen, the six of its queue, and one to spare; and others besides.
 */
const CONNECTIONS_PER_API = 21;
const CONNECTIONS_OF_WORKER = 16;
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
    const page = programs.page.build();
    page.catch(() => {}); // told when it is waited for
    const addresses = await prepareDatabase(settings, programs, shutdown, parts);
    const webDir = await shutdown.unlessAsked(page);
    const logs = join(dataDir, 'logs');
    progress('starting the API and the worker');
    const running: Kept[] = [];
    parts.push(together(running));
    const told = programsOf(settings, programs, { addresses, publicUrl, webDir, logs });
    for (const { name, ...program } of await asPeers(told)) {
      const start = async () => startProgram(program);
      running.push(await keepRunning({ name, start, report: progress, onFatal: (why) => shutdown.fail(why) }));
    }
    if (options.watch) {
      watchSources(together(running).restart);
      programs.page.watch(progress);
    }
    await shutdown.unlessAsked(untilHealthy(settings.PORT));
    progress('ready');
    const inbox = inboxCanBeOpened(settings, publicUrl);
    const logins = await demoLogins(addresses.api, dataDir);
    await printWelcome({ port: settings.PORT, publicUrl, dataDir, logs, inbox, logins });
    await shutdown.untilAsked();
  } catch (error) {
    // Once asked to stop, whatever breaks off is a consequence of that.
    if (!shutdown.asked.aborted) throw error;
  } finally {
    // In order: API and worker finish what they were asked, then the database may go.
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

/** The processes a start runs: as many of the API as wished, and one worker. */
function programsOf(
  settings: StartSettings,
  programs: Programs,
  here: { addresses: Addresses; publicUrl: string; webDir: string; logs: string },
) {
  const shared = { ...process.env, ...secretOf(settings), PORT: String(settings.PORT), PUBLIC_URL: here.publicUrl };
  const many = settings.API_PROCESSES > 1;
  const apis = Array.from({ length: settings.API_PROCESSES }, (_, index) => ({
    name: many ? `API process ${index + 1}` : 'The API',
    role: `api-${index + 1}`,
    script: programs.api,
    env: { ...shared, DATABASE_URL: here.addresses.api, WEB_DIR: here.webDir },
    log: join(here.logs, index === 0 ? 'api.log' : `api-${index + 1}.log`),
  }));
  const worker = {
    name: 'The worker',
    role: 'worker',
    script: programs.worker,
    env: { ...shared, DATABASE_URL: here.addresses.worker },
    log: join(here.logs, 'worker.log'),
  };
  return [...apis, worker];
}

/** They tell each other their figures, so that whichever is asked can tell those of all; each on a port of its own. */
async function asPeers<Program extends { env: NodeJS.ProcessEnv; role: string }>(programs: readonly Program[]) {
  const ports: number[] = [];
  while (ports.length < programs.length) {
    const port = await freePort();
    if (!ports.includes(port)) ports.push(port);
  }
  return programs.map(({ role, ...program }, index) => ({
    ...program,
    env: {
      ...program.env,
      METRICS_PROCESS: role,
      METRICS_LISTEN: `127.0.0.1:${ports[index]}`,
      METRICS_PEERS: ports.flatMap((port, other) => (other === index ? [] : `http://127.0.0.1:${port}`)).join(','),
    },
  }));
}

/** Where the API and the worker find the database. */
type Addresses = { api: string; worker: string };

/** A migrated database with somebody in it. */
async function prepareDatabase(
  settings: StartSettings,
  programs: Programs,
  shutdown: Shutdown,
  parts: Kept[],
): Promise<Addresses> {
  const own = settings.DATABASE_URL;
  if (own) {
    await migrate(settings.DATABASE_DIRECT_URL ?? own, shutdown);
    return { api: own, worker: own };
  }
  progress('starting PostgreSQL');
  const connections = String(CONNECTIONS + CONNECTIONS_OF_WORKER + settings.API_PROCESSES * CONNECTIONS_PER_API);
  const { server, kept } = await keepDatabase(settings.DATA_DIR, { settings: { max_connections: connections } });
  parts.push(kept);
  if (server.reused) progress('found it still running from before');
  await migrate(server.url, shutdown);
  const api = await shutdown.unlessAsked(apiUrlOf(settings.DATA_DIR, server.url));
  const worker = await shutdown.unlessAsked(workerUrlOf(settings.DATA_DIR, server.url));
  if (await shutdown.unlessAsked(needsDemo(server.url))) {
    progress('making the demo salon');
    await shutdown.unlessAsked(seedDemo(programs.seed, server.url, resolve(settings.DATA_DIR), shutdown.asked));
  }
  return { api, worker };
}

async function migrate(url: string, shutdown: Shutdown): Promise<void> {
  progress('migrating the database');
  const applied = await shutdown.unlessAsked(deploy(url));
  if (applied.length) progress(`applied ${applied.length} migration${applied.length === 1 ? '' : 's'}`);
}

/** The secret that signs links, where the operator brought none. */
function secretOf(settings: StartSettings): { APP_SECRET?: string } {
  // In production an operator's own database comes with an operator's own secret: the API insists on it.
  if (settings.APP_SECRET || secretMustBeGiven(settings)) return {};
  return { APP_SECRET: keptSecret(join(resolve(settings.DATA_DIR), 'app-secret')) };
}
