import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { embeddedUrl } from '@salon/db/embedded/server';
import { withClient } from '@salon/db/embedded/with-client';
import { makeDataFolder } from '@salon/db/test/data-folder';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { health, processesOf, startSalon, until } from '../fixtures/started-salon.ts';

const made = makeDataFolder();
let dataDir: string;
let port: number;
let remove: () => void;

beforeAll(async () => {
  const salon = startSalon({ DATA_DIR: made.dataDir, PORT: String(await freePort()) });
  await salon.prints('Ctrl-C stops everything');
  salon.process.kill('SIGTERM');
  await salon.ends();
});

afterAll(made.remove);

beforeEach(async () => {
  ({ dataDir, remove } = makeDataFolder());
  port = await freePort();
});

/** One killed just before may take this one along. */
function killIfThere(pid: number) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

afterEach(async () => {
  for (const pid of processesOf(dataDir)) killIfThere(pid);
  await nothingLeft();
  remove();
});

const env = () => ({ DATA_DIR: dataDir, PORT: String(port) });
const nothingLeft = () =>
  until(
    () => processesOf(dataDir).length === 0,
    () => `the end of ${processesOf(dataDir).join(', ')}`,
  );

/**
 * The data of an earlier start, because making a database takes a second or two; -a keeps its owner. Not its logs: whoever
 * wrote there is dead.
 */
function withData(): void {
  execFileSync('cp', ['-a', `${made.dataDir}/.`, dataDir]);
  rmSync(join(dataDir, 'logs'), { recursive: true, force: true });
}

async function started(more: Record<string, string> = {}) {
  if (!existsSync(join(dataDir, 'pg'))) withData();
  const salon = startSalon({ ...env(), ...more });
  await salon.prints('Ctrl-C stops everything');
  return salon;
}

/** What the stand-in worker said of itself, once for each of its lives. */
function workersSaid(): { pid: number; role: string; secret: string }[] {
  const log = join(dataDir, 'logs', 'worker.log');
  if (!existsSync(log)) return [];
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

function query(sql: string) {
  return withClient(embeddedUrl(dataDir) ?? '', async (client) => (await client.query(sql)).rows);
}

test('it comes up on an empty folder, and TERM leaves no process', async () => {
  const salon = startSalon(env());
  await salon.prints('Ctrl-C stops everything');
  expect(salon.output()).toContain('stub seed: one salon');
  const secret = readFileSync(join(dataDir, 'app-secret'), 'utf8').trim();
  expect(await health(port)).toMatchObject({ status: 200, role: 'salon_api', secret, page: '/stub/page' });
  await until(
    () => workersSaid().length > 0,
    () => 'the worker',
  );
  expect(workersSaid()).toMatchObject([{ role: 'salon_worker', secret }]);
  expect(statSync(join(dataDir, 'app-secret')).mode & 0o777).toBe(0o600);
  salon.process.kill('SIGTERM');
  expect(await salon.ends()).toBe(0);
  expect(salon.output()).toContain('Stopped.');
  await nothingLeft();
  expect(existsSync(join(dataDir, 'start.lock'))).toBe(false);
});

test('Ctrl-C while it is still starting leaves no process', async () => {
  const salon = startSalon(env());
  await salon.prints('making a new database');
  salon.process.kill('SIGINT');
  expect(await salon.ends()).toBe(0);
  await nothingLeft();
});

test('a second Ctrl-C hurries', async () => {
  const salon = await started();
  salon.process.kill('SIGINT');
  await salon.prints('Stopping');
  salon.process.kill('SIGINT');
  await salon.ends();
  await nothingLeft();
});

test('kill -9 of everything loses nothing', async () => {
  const salon = await started();
  await query('create table kept as select 7 as n');
  const secret = readFileSync(join(dataDir, 'app-secret'), 'utf8');
  for (const pid of processesOf(dataDir)) killIfThere(pid);
  await salon.ends();
  await nothingLeft();
  const again = await started();
  expect(await query('select n from kept')).toEqual([{ n: 7 }]);
  expect(readFileSync(join(dataDir, 'app-secret'), 'utf8')).toBe(secret);
  expect(again.output()).not.toContain('making the demo salon');
});

test('kill -9 of the supervisor ends API and worker, and the next start takes the database over', async () => {
  const salon = await started();
  const { pid = 0 } = await health(port);
  salon.process.kill('SIGKILL');
  const worker = workersSaid().at(-1)?.pid ?? 0;
  await until(
    () => !processesOf(dataDir).some((one) => one === pid || one === worker),
    () => 'the end of API and worker',
  );
  const again = await started();
  expect(again.output()).toContain('found it still running');
});

test('an API that dies is started again', async () => {
  const salon = await started();
  const { pid = 0 } = await health(port);
  process.kill(pid, 'SIGKILL');
  await salon.prints('The API ended (killed by SIGKILL); starting it again in 0.2 s');
  await until(
    async () => (await health(port)).status === 200,
    () => 'a healthy API',
  );
  expect((await health(port)).pid).not.toBe(pid);
});

test('a worker that dies is started again, and nobody who books notices', async () => {
  const salon = await started();
  const { pid } = await health(port);
  await until(
    () => workersSaid().length > 0,
    () => 'the worker',
  );
  process.kill(workersSaid().at(-1)?.pid ?? 0, 'SIGKILL');
  await salon.prints('The worker ended (killed by SIGKILL); starting it again in 0.2 s');
  const lives = workersSaid().length;
  await until(
    () => workersSaid().length > lives,
    () => 'another worker',
  );
  expect(await health(port)).toMatchObject({ status: 200, pid });
});

test('a PostgreSQL that dies is started again where the API finds it', async () => {
  const salon = await started();
  const { pid } = await health(port);
  const url = embeddedUrl(dataDir);
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(postmaster, 'SIGKILL');
  await salon.prints('PostgreSQL ended');
  await until(
    async () => (await health(port)).status === 200,
    () => 'a healthy API',
  );
  expect(await health(port)).toMatchObject({ pid });
  expect(embeddedUrl(dataDir)).toBe(url);
});

test('a PostgreSQL asked to stop, which waits for its clients, is started again too', async () => {
  const salon = await started();
  const client = new pg.Client({ connectionString: embeddedUrl(dataDir) ?? '' });
  const cutOff = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(postmaster, 'SIGTERM');
  await cutOff;
  await salon.prints('PostgreSQL ended');
  await until(
    async () => (await health(port)).status === 200,
    () => 'a healthy API',
  );
});

test('settings that the API refuses stop everything, with its words', async () => {
  withData();
  const salon = startSalon({ ...env(), STUB_EXIT: '78' });
  expect(await salon.ends()).toBe(1);
  expect(salon.output()).toContain('stub: told to end');
  await nothingLeft();
});

test('a folder that cannot be made ends in a sentence', async () => {
  const salon = startSalon({ ...env(), DATA_DIR: '/proc/nowhere' });
  expect(await salon.ends()).toBe(1);
  expect(salon.output()).toMatch(/^\/proc\/nowhere .*choose another folder with DATA_DIR\.\n$/);
});

test('a port in use is named', async () => {
  const other: Server = createServer().listen(port);
  const salon = startSalon(env());
  expect(await salon.ends()).toBe(1);
  other.close();
  expect(salon.output()).toBe(
    `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1} npm start\n`,
  );
});

test('a second start on the same data says who runs', async () => {
  const salon = await started();
  const second = startSalon({ ...env(), PORT: String(await freePort()) });
  expect(await second.ends()).toBe(1);
  expect(second.output()).toMatch(
    new RegExp(
      `^Already running with the data in ${dataDir} \\(process ${salon.process.pid}, http://localhost:${port}\\): stop it`,
    ),
  );
});

test('all bad settings are named at once', async () => {
  const salon = startSalon({ ...env(), PORT: '70000', DATABASE_URL: 'mysql://x', PUBLIC_URL: 'here' });
  expect(await salon.ends()).toBe(1);
  for (const name of ['PORT', 'DATABASE_URL', 'PUBLIC_URL']) expect(salon.output()).toContain(`${name} (expected`);
});

test.skipIf(process.platform !== 'linux')(
  'several API processes share the port, and one that dies comes back',
  async () => {
    const salon = await started({ API_PROCESSES: '2' });
    const answering = async () => {
      const pids = new Set<number | undefined>();
      for (let asked = 0; asked < 40; asked++) pids.add((await health(port)).pid);
      pids.delete(undefined);
      return pids;
    };
    await until(
      async () => (await answering()).size === 2,
      () => 'two processes',
    );
    const before = await answering();
    const [first = 0] = before;
    process.kill(first, 'SIGKILL');
    await salon.prints('ended (killed by SIGKILL); starting it again');
    await until(
      async () => {
        const now = await answering();
        return now.size === 2 && !now.has(first);
      },
      () => 'two processes again',
    );
    salon.process.kill('SIGTERM');
    expect(await salon.ends()).toBe(0);
  },
);
