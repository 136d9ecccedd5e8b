import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { Redis } from 'ioredis';

/** Where the queue can be tested; without a redis-server it says so, because half of it is not. */
export const BACKENDS: readonly ('postgres' | 'redis')[] = installed() ? ['postgres', 'redis'] : ['postgres'];

function installed(): boolean {
  const found = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).error === undefined;
  if (!found)
    console.warn('NOT TESTED: redis-server is not installed, so mail was not tested with its queue in Redis.');
  return found;
}

/** A Redis of a test, which keeps nothing on disk: stopped and started, it is empty. */
export type RedisServer = {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
};

export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'salon-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    server = spawn('redis-server', args, { stdio: 'ignore' });
    const probe = new Redis(url, { retryStrategy: () => 20 });
    probe.on('error', () => {}); // until it is up
    await probe.ping();
    probe.disconnect();
  }

  async function stop(): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  }

  await start();
  return {
    url,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
