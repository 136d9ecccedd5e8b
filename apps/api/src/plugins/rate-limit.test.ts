import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installed } from '../test/installed.ts';
import { type TestApi, testApi } from '../test/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi({ RATE_LIMIT: '5/min' });
});
afterAll(() => api.close());

type App = TestApi['app'];
const ask = (app: App, headers = {}, remoteAddress = '192.0.2.1') =>
  app.inject({ url: '/api/salons/nowhere', headers, remoteAddress }).then((response) => response.statusCode);
const times = async (count: number, one: (index: number) => Promise<number>) => {
  const answers: number[] = [];
  for (let index = 0; index < count; index++) answers.push(await one(index));
  return answers;
};

describe('one address', () => {
  test('may ask so often a minute and is then told when to come back; others go on', async () => {
    const app = await api.another();
    expect(await times(6, () => ask(app))).toEqual([404, 404, 404, 404, 404, 429]);
    const refused = await app.inject({ url: '/api/salons/nowhere', remoteAddress: '192.0.2.1' });
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(refused.json().code).toBe('rate_limited');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(await ask(app, {}, '192.0.2.2')).toBe(404);
  });

  test('is not believed about who it is', async () => {
    const app = await api.another();
    const forged = (index: number) => ask(app, { 'x-forwarded-for': `198.51.100.${index}` });
    expect((await times(6, forged)).at(-1)).toBe(429);
    // Nor does it take anything from whomever it names.
    const poison = (index: number) => ask(app, { 'x-forwarded-for': '203.0.113.5' }, `192.0.2.${index + 10}`);
    expect(await times(6, poison)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await ask(app, {}, '203.0.113.5')).toBe(404);
  });

  test('behind a trusted proxy is the one the proxy saw, whatever the client wrote before it', async () => {
    const app = await api.another({ TRUST_PROXY: '1' });
    const through = (client: string) => (index: number) =>
      ask(app, { 'x-forwarded-for': `198.51.100.${index}, ${client}` }, '10.0.0.1');
    expect((await times(6, through('203.0.113.7'))).at(-1)).toBe(429);
    const poison = (index: number) => ask(app, { 'x-forwarded-for': `203.0.113.8, 192.0.2.${index + 10}` }, '10.0.0.1');
    expect((await times(6, poison)).at(-1)).toBe(404);
    expect(await through('203.0.113.8')(0)).toBe(404);
  });

  test('can be named by the proxy’s own address, and nobody else’s', async () => {
    const app = await api.another({ TRUST_PROXY: '10.0.0.0/8' });
    const from = (remote: string) => (index: number) => ask(app, { 'x-forwarded-for': `198.51.100.${index}` }, remote);
    expect((await times(6, from('10.0.0.1'))).at(-1)).toBe(404);
    expect((await times(6, from('192.0.2.9'))).at(-1)).toBe(429);
  });

  test('behind two proxies is the one the outer saw; a longer story is believed no further', async () => {
    const app = await api.another({ TRUST_PROXY: '2' });
    const through = (client: string) => (index: number) =>
      ask(app, { 'x-forwarded-for': `198.51.100.${index}, ${client}, 10.0.0.2` }, '10.0.0.1');
    expect((await times(6, through('203.0.113.7'))).at(-1)).toBe(429);
    // Whoever names somebody else as herself takes nothing from her.
    const poison = (index: number) =>
      ask(app, { 'x-forwarded-for': `203.0.113.9, 192.0.2.${index}, 10.0.0.2` }, '10.0.0.1');
    expect((await times(6, poison)).at(-1)).toBe(404);
    expect(await through('203.0.113.9')(0)).toBe(404);
  });

  test('of the newer kind is a whole network, since one customer has as many as she likes', async () => {
    const app = await api.another({ TRUST_PROXY: '1' });
    const from = (client: string) => ask(app, { 'x-forwarded-for': client }, '::ffff:10.0.0.1');
    expect((await times(6, (index) => from(`2001:db8:1:2::${index + 1}`))).at(-1)).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(404);
    const forged = (index: number) => from(`2001:db8:${index + 9}::1, 2001:db8:7:7::1`);
    expect((await times(6, forged)).at(-1)).toBe(429);
  });

  test('is the same one written both ways', async () => {
    const app = await api.another();
    expect((await times(5, () => ask(app, {}, '192.0.2.77'))).at(-1)).toBe(404);
    expect(await ask(app, {}, '::ffff:192.0.2.77')).toBe(429);
  });

  test('may be watched as often as wanted', async () => {
    const app = await api.another();
    const watch = () => app.inject({ url: '/api/system/health' }).then((response) => response.statusCode);
    expect((await times(8, watch)).at(-1)).toBe(200);
  });
});

test('switched off, nobody is counted', async () => {
  const app = await api.another({ RATE_LIMIT: 'off' });
  expect((await times(8, () => ask(app))).at(-1)).toBe(404);
});

describe.runIf(installed('redis-server'))('with Redis', () => {
  let redis: Redis;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'salon-redis-'));
    const port = await freePort();
    const server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
      { stdio: 'ignore' },
    );
    redis = new Redis(`redis://127.0.0.1:${port}`, { maxRetriesPerRequest: 1, retryStrategy: () => 50 });
    redis.on('error', () => {});
    for (let up = false; !up; ) up = (await redis.ping().catch(() => '')) === 'PONG';
    const exited = new Promise((resolve) => server.once('exit', resolve));
    stop = async () => {
      redis.disconnect();
      server.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    };
  });
  afterAll(() => stop());

  test('two processes count together, and without it requests go through', async () => {
    const apps = [await api.another({}, { redis }), await api.another({}, { redis })] as const;
    expect(await times(6, (index) => ask(apps[index % 2 === 0 ? 0 : 1]))).toEqual([404, 404, 404, 404, 404, 429]);
    await stop();
    expect(await ask(apps[0])).toBe(404);
  });
});
