import { existsSync } from 'node:fs';
import { withClient } from '@salon/db/embedded/with-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processesOf } from '../../scripts/fixtures/started-salon.ts';
import { listenersOn, until } from './processes.ts';
import { type Stack, startStack } from './stack.ts';

const PATIENCE_MS = 30_000;
/** A stack is a database made anew, a seed and two programs: seconds on a quiet machine, not on a busy one. */
const START_MS = 180_000;
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ apis: 2, salons: 3 });
}, START_MS);

afterAll(() => stack.stop());

const status = async (path: string) => (await fetch(stack.baseUrl + path).catch(() => undefined))?.status;

const isHealthy = async () => (await status('/api/system/health')) === 200;

test('two API processes share one port, and the salons are there', async () => {
  expect(stack.apiPids()).toHaveLength(2);
  expect(listenersOn(Number(new URL(stack.baseUrl).port))).toBe(2);
  expect([await status('/api/salons/load-003'), await status('/api/salons/load-004')]).toEqual([200, 404]);
});

test('PostgreSQL runs with what makes a commit last', async () => {
  const { rows } = await withClient(stack.ownerUrl, (client) =>
    client.query(`select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_compression') order by name`),
  );
  expect(rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual([
    'fsync=on',
    'full_page_writes=on',
    'synchronous_commit=on',
    'wal_compression=pglz',
  ]);
});

test('a killed API process is replaced, and PostgreSQL restarted in order comes back', async () => {
  const [first = 0, second = 0] = stack.apiPids();
  process.kill(first, 'SIGKILL');
  const isReplaced = () => stack.apiPids().length === 2 && !stack.apiPids().includes(first);
  await until(isReplaced, 'another API process', PATIENCE_MS);
  expect(stack.apiPids()).toContain(second);

  const postmaster = stack.postmasterPid();
  await stack.restartDatabase();
  expect(stack.postmasterPid()).not.toBe(postmaster);
  await until(isHealthy, 'health', PATIENCE_MS);
});

test(
  'stopped, it leaves no process and no file behind',
  async () => {
    const other = await startStack({ apis: 1, salons: 0, wire: async (port) => port });
    expect(processesOf(other.dataDir)).not.toEqual([]);
    await other.stop();
    expect(processesOf(other.dataDir)).toEqual([]);
    expect(existsSync(other.dataDir)).toBe(false);
  },
  START_MS,
);
