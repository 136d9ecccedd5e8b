import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeDataFolder } from '../test/data-folder.ts';
import { apiUrlOf } from './api-role.ts';
import { type EmbeddedPostgres, embeddedUrl, startEmbedded } from './server.ts';
import { canReach } from './server-user.ts';
import { withClient } from './with-client.ts';

const SETTINGS = { fsync: 'off', shared_buffers: '16MB' };
const NOBODY = { uid: 65_534, gid: 65_534 };

const made = makeDataFolder();
let dataDir: string;
let remove: () => void;
const started: EmbeddedPostgres[] = [];

beforeAll(async () => {
  const server = await startEmbedded({ dataDir: made.dataDir, settings: SETTINGS });
  await server.stop();
});

afterAll(made.remove);

beforeEach(() => {
  ({ dataDir, remove } = makeDataFolder());
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop('immediate');
  remove();
});

async function start(port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, settings: SETTINGS, ...(port === undefined ? {} : { port }) });
  started.push(server);
  return server;
}

/** Puts a stopped cluster into DATA_DIR, because making one takes a second; -a keeps its owner. */
function withCluster(): void {
  execFileSync('cp', ['-a', `${made.dataDir}/.`, dataDir]);
}

function query(url: string, sql: string) {
  return withClient(url, async (client) => (await client.query(sql)).rows);
}

test('it starts, keeps its data over a stop, and its secrets to itself', async () => {
  withCluster();
  const first = await start();
  expect(first.reused).toBe(false);
  expect(embeddedUrl(dataDir)).toBe(first.url);
  await query(first.url, 'create table kept as select 7 as n');
  await first.stop();
  await first.exited;
  expect(embeddedUrl(dataDir)).toBeUndefined();
  const second = await start();
  expect(await query(second.url, `select n, current_setting('timezone') as zone from kept`)).toEqual([
    { n: 7, zone: 'UTC' },
  ]);
  expect(statSync(second.place.password).mode & 0o777).toBe(0o600);
});

test('a server left behind is taken over', async () => {
  withCluster();
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ reused: true, pid: first.pid, url: first.url });
  await second.stop();
  await second.exited;
  expect(embeddedUrl(dataDir)).toBeUndefined();
});

test('after kill -9 it starts again on the port asked for and has lost nothing', async () => {
  withCluster();
  const first = await start();
  await query(first.url, 'create table kept as select 7 as n');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start(first.port);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('two starts at once share one server and one cluster', async () => {
  const [one, two] = await Promise.all([start(), start()]);
  expect(one?.pid).toBe(two?.pid);
  expect(readdirSync(dataDir).filter((name) => name.includes('.new-'))).toEqual([]);
});

test('the half cluster of a killed start is cleared away', async () => {
  mkdirSync(join(dataDir, 'pg.new-999999999', 'cluster'), { recursive: true });
  await start();
  expect(readdirSync(dataDir)).toContain('pg');
  expect(existsSync(join(dataDir, 'pg.new-999999999'))).toBe(false);
});

test("a pid file whose number is now another program's does not stop it", async () => {
  withCluster();
  const first = await start();
  await first.stop();
  writeFileSync(join(dataDir, 'pg', 'postmaster.pid'), `${process.pid}\n${dataDir}/pg\n0\n5432\n\n127.0.0.1\n`);
  expect((await start()).reused).toBe(false);
});

test("the API's role is made once, also by two at once, and keeps its password", async () => {
  withCluster();
  const { url } = await start();
  const [one, two] = await Promise.all([apiUrlOf(dataDir, url), apiUrlOf(dataDir, url)]);
  expect(one).toBe(two);
  expect(await query(one ?? '', 'select current_user as role')).toEqual([{ role: 'salon_api' }]);
});

describe('what cannot work ends in a sentence', () => {
  const failure = async () => start().then(String, (error: Error) => `${error.name}: ${error.message}`);

  test('a file where the folder should be', async () => {
    writeFileSync(join(dataDir, 'pg'), '');
    expect(await failure()).toMatch(/^StartError: .*\(it is not a folder\): move it away/);
  });

  test('DATA_DIR below a file', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    dataDir = join(dataDir, 'file', 'data');
    expect(await failure()).toMatch(/^StartError: .* something on the way is a file/);
  });

  test('the cluster of another PostgreSQL', async () => {
    mkdirSync(join(dataDir, 'pg'));
    writeFileSync(join(dataDir, 'pg', 'PG_VERSION'), '15\n');
    expect(await failure()).toMatch(/^StartError: .*\(it was made by PostgreSQL 15, this is PostgreSQL 18\)/);
  });

  test('files of something else', async () => {
    mkdirSync(join(dataDir, 'pg'));
    writeFileSync(join(dataDir, 'pg', 'thesis.doc'), '');
    expect(await failure()).toMatch(/^StartError: .*\(its files are missing\)/);
    expect(readdirSync(join(dataDir, 'pg'))).toEqual(['thesis.doc']);
  });

  test('a damaged cluster', async () => {
    withCluster();
    await (await start()).stop();
    rmSync(join(dataDir, 'pg', 'global', 'pg_control'));
    expect(await failure()).toMatch(
      /^StartError: .*cannot be opened \(.*\); the log is .*postgres\.log: restore a backup/,
    );
  });

  test('a lost password', async () => {
    withCluster();
    const server = await start();
    await server.stop();
    rmSync(server.place.password);
    expect(await failure()).toMatch(/^StartError: The password of the database in .* is missing/);
  });

  test('no permission to write', async (context) => {
    chmodSync(dataDir, 0o555);
    // root may write everywhere, so there it is tried as somebody else.
    if (process.getuid?.() !== 0) return expect(await failure()).toMatch(/^StartError: No permission to use/);
    if (!canReach(NOBODY, process.execPath)) return context.skip('nobody else gets at this checkout');
    const module = fileURLToPath(new URL('./server.ts', import.meta.url));
    const code = `const { startEmbedded } = await import(${JSON.stringify(module)});
      await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} }).catch((e) => console.log(e.name + ': ' + e.message));`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      ...NOBODY,
      encoding: 'utf8',
      cwd: '/',
    });
    expect(child.stdout).toMatch(/^StartError: No permission to use .*: start as the user it belongs to/);
  });
});
