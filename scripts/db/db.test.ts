import { spawnSync } from 'node:child_process';
import { embeddedUrl, startEmbedded } from '@salon/db/embedded/server';
import { withClient } from '@salon/db/embedded/with-client';
import { makeDataFolder } from '@salon/db/test/data-folder';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { dataDir, remove } = makeDataFolder();
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off', shared_buffers: '16MB' } });
  stop = () => server.stop('immediate');
});

afterAll(async () => {
  await stop();
  remove();
});

/** A verb as npm runs it: through boot, by the machine's own Node. */
function verb(args: string[], env: Record<string, string> = {}) {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync('node', ['scripts/boot.mjs', ...args], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
    env: { PATH, HOME, DATA_DIR: dataDir, ...env },
  });
}

test('db:url prints the address of the database in use and nothing else', () => {
  expect(verb(['db:url']).stdout).toBe(`${embeddedUrl(dataDir)}\n`);
  expect(verb(['db:url'], { DATABASE_URL: 'postgresql://me@db/salon' }).stdout).toBe('postgresql://me@db/salon\n');
});

test('without a database db:url and db:seed say how to get one', () => {
  for (const args of [['db:url'], ['db:seed', '--demo']]) {
    const { status, stdout, stderr } = verb(args, { DATA_DIR: `${dataDir}/nothing` });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(
      /^No database is running in .*: run npm start in another terminal first, or set DATABASE_URL\.$/m,
    );
  }
});

test('db:migrate brings the running database up to date, once', () => {
  expect(verb(['db:migrate']).stdout).toMatch(/^Applied \d{14}_/);
  expect(verb(['db:migrate']).stdout).toBe('Nothing to apply.\n');
  expect(verb(['db:migrate', '--status']).stdout).toContain('Not applied yet: none\nFailed: none\n');
});

test('db:migrate makes the roles that the addresses of API and worker name', async () => {
  const owner = embeddedUrl(dataDir) ?? '';
  const as = (username: string) => Object.assign(new URL(owner), { username, password: 'p@ss word' }).href;
  const [api, worker] = [as('salon_api'), as('salon_worker')];
  const made = verb(['db:migrate'], { DATABASE_URL: api, DATABASE_DIRECT_URL: owner, DATABASE_WORKER_URL: worker });
  expect(made.stdout).toBe('Nothing to apply.\n');
  const may =
    "select has_table_privilege('booking', 'insert') as book, has_table_privilege('booking', 'delete') as delete";
  const rights = (url: string) => withClient(url, async (client) => (await client.query(may)).rows[0]);
  expect(await rights(api)).toEqual({ book: true, delete: false });
  expect(await rights(worker)).toEqual({ book: false, delete: false });
});

test('a verb nobody knows is answered with those there are', () => {
  const { status, stderr } = verb(['strat']);
  expect(status).toBe(1);
  expect(stderr).toContain('Unknown verb "strat": one of start, dev, test');
});
