import { type AddressInfo, connect } from 'node:net';
import { ERRORS } from '@salon/contracts/errors';
import { openDatabase } from '@salon/db/pool';
import { manageTokens } from '@salon/links/manage-token';
import { Redis } from 'ioredis';
import { v4 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECRET, type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

test('a process that runs is live, one with its database is healthy', async () => {
  const live = await api.app.inject({ url: '/api/system/live' });
  expect([live.statusCode, live.json()]).toEqual([200, { status: 'live' }]);
  const health = await api.app.inject({ url: '/api/system/health' });
  expect([health.statusCode, health.json()]).toEqual([
    200,
    {
      status: 'healthy',
      database: 'connected',
      queue: 'connected',
      mail: 'on_time',
      degraded: [],
      readOnlyMode: false,
      estimatedRecovery: null,
      version: '0.1.0',
    },
  ]);
});

test('without its database it stays live and says that it is not ready', async () => {
  const gone = new URL(api.database.apiUrl);
  gone.port = '1';
  const db = openDatabase(gone.href, 'gone');
  const app = await api.another({}, { db });
  expect((await app.inject({ url: '/api/system/live' })).statusCode).toBe(200);
  const health = await app.inject({ url: '/api/system/health' });
  expect(health.statusCode).toBe(503);
  expect(health.json()).toMatchObject({
    ...{ status: 'unhealthy', database: 'disconnected', queue: 'disconnected', mail: 'unknown' },
    degraded: ['booking', 'mail', 'queue'],
  });
  const salon = await app.inject({ url: '/api/salons/demo' });
  expect([salon.statusCode, salon.json().code, salon.headers['retry-after']]).toEqual([503, 'overloaded', '2']);
  const token = manageTokens(['a-secret-of-at-least-32-characters-for-tests']).sign(v4(), v4(), 1);
  const link = await app.inject({ url: `/api/bookings/manage/${token}` });
  expect([link.statusCode, link.json().code]).toEqual([503, 'overloaded']);
  await db.pool.end();
});

test('a queue that is away is told, and keeps nobody from booking', async () => {
  const redis = new Redis('redis://127.0.0.1:1', { maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => {});
  const app = await api.another({}, { redis });
  const health = await app.inject({ url: '/api/system/health' });
  expect([health.statusCode, health.json()]).toMatchObject([
    200,
    { status: 'healthy', queue: 'disconnected', degraded: ['queue'] },
  ]);
  redis.disconnect();
});

test('mails that are late are told, and keep nobody from booking', async () => {
  const salonId = v4();
  const ago = (minutes: number) => new Date(api.clock.now - minutes * 60_000);
  const mail = { salonId, kind: 'confirmation', sequence: 0, createdAt: ago(10), bookingId: v4() };
  const told = async () => {
    const app = await api.another();
    const { statusCode, json } = await app.inject({ url: '/api/system/health' });
    return [statusCode, json().mail, json().degraded];
  };
  // One mailbox that refuses for now says nothing of us; a reminder of next week is not late either.
  const tried = { ...mail, id: v4(), attempts: 3, recipient: 'voll@kunde.example', dueAt: ago(-5) };
  await api.prisma.message.create({ data: tried });
  await api.prisma.message.create({ data: { ...mail, id: v4(), recipient: 'lea@kunde.example', dueAt: ago(-9_000) } });
  expect(await told()).toEqual([200, 'on_time', []]);

  await api.prisma.message.create({ data: { ...tried, id: v4(), recipient: 'ida@kunde.example' } });
  expect(await told()).toEqual([200, 'late', ['mail']]);
  await api.prisma.message.deleteMany({ where: { attempts: 3 } });
  expect(await told()).toEqual([200, 'on_time', []]);

  const waits = { ...mail, id: v4(), recipient: 'ben@kunde.example', dueAt: ago(3) };
  await api.prisma.message.create({ data: waits });
  expect(await told()).toEqual([200, 'late', ['mail']]);
  // Handed over anew every two minutes, to somebody who takes nothing.
  await api.prisma.message.update({
    where: { salonId_id: { salonId, id: waits.id } },
    data: { state: 'queued', queuedAt: ago(1) },
  });
  expect(await told()).toEqual([200, 'late', ['mail']]);
  await api.prisma.message.deleteMany({ where: { salonId } });
});

test('however many ask how it stands, the database is asked once a second', async () => {
  const db = openDatabase(api.database.apiUrl, 'asked');
  const app = await api.another({}, { db });
  let asked = 0;
  const query = db.probe.query.bind(db.probe);
  Object.assign(db.probe, {
    query: (...args: Parameters<typeof query>) => {
      // What is asked of the switch each second is asked whether anybody looks or not.
      if (!String(args[0]).includes('read_only')) asked += 1;
      return query(...args);
    },
  });
  const before = performance.now();
  const answers = await Promise.all(Array.from({ length: 300 }, () => app.inject({ url: '/api/system/health' })));
  const seconds = Math.ceil((performance.now() - before) / 1_000);
  expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(seconds + 1);
  await db.pool.end();
});

test('it tells nobody anything that is not for everybody', async () => {
  const { body } = await api.app.inject({ url: '/api/system/health' });
  const { username, password, hostname, port } = new URL(api.database.apiUrl);
  for (const secret of [username, password, hostname, port, SECRET]) expect(body).not.toContain(secret);
});

test('told to stop, it says it is not ready, so that a proxy sends nobody more', async () => {
  const app = await api.another({}, { stopping: () => true });
  expect((await app.inject({ url: '/api/system/health' })).statusCode).toBe(503);
  const live = await app.inject({ url: '/api/system/live' });
  expect([live.statusCode, live.json()]).toEqual([503, { status: 'stopping' }]);
});

test('read-only mode is announced with its end', async () => {
  const app = await api.another({ READ_ONLY_MODE: 'true', READ_ONLY_UNTIL: '2026-11-24T12:00:00+01:00' });
  const health = await app.inject({ url: '/api/system/health' });
  expect([health.statusCode, health.json()]).toMatchObject([
    200,
    { readOnlyMode: true, estimatedRecovery: '2026-11-24T12:00:00+01:00', degraded: ['booking'] },
  ]);
});

test('the OpenAPI document names every route and only codes of the closed list', async () => {
  const document = (await api.app.inject({ url: '/api/openapi.json' })).json();
  expect(document.openapi).toBe('3.1.0');
  // Those of members are many, and tests of rights and tenants walk each of them.
  const ofMembers = /^\/api\/(desk|auth)(\/|$)/;
  const paths = Object.keys(document.paths).filter((path) => !ofMembers.test(path));
  expect(paths.sort()).toEqual([
    '/api/bookings/manage/{token}',
    '/api/bookings/manage/{token}/availability',
    '/api/bookings/manage/{token}/calendar.ics',
    '/api/bookings/manage/{token}/cancel',
    '/api/bookings/manage/{token}/reschedule',
    '/api/bookings/public',
    '/api/salons/{slug}',
    '/api/salons/{slug}/availability',
    '/api/salons/{slug}/booked-together',
    '/api/salons/{slug}/lost-link',
    '/api/salons/{slug}/steps',
    '/api/system/health',
    '/api/system/live',
  ]);
  const { responses } = document.paths['/api/bookings/public'].post;
  expect(Object.keys(responses)).toEqual([
    '200',
    '201',
    '400',
    '404',
    '409',
    '410',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ]);
  expect(Object.keys(responses['409'].content)).toEqual(['application/problem+json']);
  for (const [status, { description }] of Object.entries<{ description: string }>(responses)) {
    if (Number(status) < 400) continue;
    for (const code of description.split(', ')) expect(ERRORS).toHaveProperty(code);
  }
});

test('what cannot be read as HTTP is a problem too', async () => {
  const app = await api.another();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/api/system/live`, { headers: { long: 'x'.repeat(20_000) } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([431, 'application/problem+json']);
  expect(await answer.json()).toMatchObject({ code: 'invalid_request', requestId: answer.headers.get('x-request-id') });
});

test('a request that names no host is told so', async () => {
  const app = await api.another();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const told = (version: string) =>
    new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(`GET /api/system/live HTTP/${version}\r\nconnection: close\r\n\r\n`);
      });
      socket.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      socket.on('close', () => resolve(text));
    });
  const refused = await told('1.1');
  expect(refused).toContain('400 Bad Request');
  expect(refused).toContain('"code":"invalid_request"');
  expect(await told('1.0')).toContain('"status":"live"');
});

test('what is not there is a problem too, and the pages of the API are there', async () => {
  const missing = await api.app.inject({ url: '/api/nothing' });
  expect([missing.statusCode, missing.headers['content-type'], missing.json().code]).toEqual([
    404,
    'application/problem+json',
    'not_found',
  ]);
  const broken = await api.app.inject({ url: '/api/salons/%E0%A4%A' });
  expect([broken.statusCode, broken.json().code]).toEqual([400, 'invalid_request']);
  expect(broken.headers['x-request-id']).toBe(broken.json().requestId);
  expect(broken.body).not.toContain('%E0');
  const pages = await api.app.inject({ url: '/api/docs/' });
  expect(pages.headers['content-type']).toContain('text/html');
  // Else a browser on another machine asks for the scripts over https, and shows a blank page.
  expect(pages.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  expect((await api.app.inject({ url: '/' })).headers.location).toBe('/api/docs');
});
