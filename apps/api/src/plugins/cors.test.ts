import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPageFixture } from '../test/built-page.fixture.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { signIn } from '../test/signed-in.ts';
import { type TestApi, testApi } from '../test/test-api.ts';

const PAGES = 'https://app.salon.example';
const API = 'https://api.salon.example';
const PREVIEW = 'https://preview.salon.example';
const STRANGER = 'https://salon.example.evil.example';

const built = builtPageFixture();
let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  const origins = { PUBLIC_URL: PAGES, API_ORIGIN: API, CORS_ORIGINS: PREVIEW };
  api = await testApi({ ...origins, WEB_DIR: built.folder });
  salon = await createSalon(api.prisma, { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } });
});
afterAll(async () => {
  await api.close();
  built.remove();
});

const preflight = (origin: string, url: string, method = 'POST') =>
  api.app.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': method } });
const said = (headers: object) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));

describe.each([PAGES, PREVIEW])('a page of ours at %s', (origin) => {
  test('may send what it has to, with cookies, and need not ask each time', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { statusCode, headers } = await preflight(origin, `/api/desk/${salon.id}/team/order`, method);
      expect(statusCode).toBe(204);
      expect(headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': expect.stringContaining(method),
        'access-control-allow-headers': 'content-type, idempotency-key, x-visitor',
        'access-control-max-age': '7200',
        vary: expect.stringContaining('Origin'),
        'x-content-type-options': 'nosniff',
      });
    }
  });

  test('reads what is answered, a refusal no less, and what to do about it', async () => {
    for (const [url, status] of [
      [`/api/salons/${salon.slug}`, 200],
      ['/api/salons/nowhere', 404],
      ['/api/nowhere', 404],
      [`/api/desk/${salon.id}/gaps?date=2026-11-24`, 401],
    ] as const) {
      const { statusCode, headers } = await api.app.inject({ url, headers: { origin } });
      expect(statusCode, url).toBe(status);
      expect(headers, url).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'retry-after, x-request-id, x-sentry-rate-limits',
        vary: expect.stringContaining('Origin'),
      });
    }
  });

  test('is told when to come back after asking too often', async () => {
    const app = await api.another({ RATE_LIMIT: '1/min' });
    const ask = () => app.inject({ url: `/api/salons/${salon.slug}`, headers: { origin } });
    await ask();
    const { statusCode, headers } = await ask();
    expect(statusCode).toBe(429);
    expect(headers).toMatchObject({ 'access-control-allow-origin': origin, 'retry-after': expect.anything() });
  });

  test('changes something at the desk', async () => {
    const { call } = await signIn(api, salon, 'owner');
    const closure = { from: '2027-01-04', to: '2027-01-05', reason: null };
    const { status } = await call('POST', `/api/desk/${salon.id}/closures`, closure, { origin });
    expect(status).not.toBe(403);
  });

  test('hears of changes as they happen', async () => {
    const { cookie } = await signIn(api, salon, 'owner');
    const app = await api.another();
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const leaving = new AbortController();
    const stream = await fetch(`http://127.0.0.1:${port}/api/desk/${salon.id}/changes`, {
      headers: { cookie: `__Secure-${cookie}`, accept: 'text/event-stream', origin },
      signal: leaving.signal,
    });
    leaving.abort();
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('access-control-allow-origin')).toBe(origin);
    expect(stream.headers.get('access-control-allow-credentials')).toBe('true');
  });
});

test.each([STRANGER, 'null', 'http://app.salon.example', `${PAGES}:8443`])('%s is let in nowhere', async (origin) => {
  const asked = await preflight(origin, '/api/bookings/public');
  expect(asked.statusCode).toBeGreaterThanOrEqual(400);
  expect(said(asked.headers)).toEqual([]);
  const read = await api.app.inject({ url: `/api/salons/${salon.slug}`, headers: { origin } });
  expect(said(read.headers)).toEqual([]);
  const { call } = await signIn(api, salon, 'owner');
  const written = await call('PUT', `/api/desk/${salon.id}/team/order`, { ids: [] }, { origin });
  expect([written.status, written.body.code]).toEqual([403, 'origin_refused']);
});

test('a page may call where it came from and the API, and nobody else', async () => {
  for (const url of [`/s/${salon.slug}`, '/b/token', '/desk', '/nowhere']) {
    const { headers } = await api.app.inject({ url, headers: { accept: 'text/html' } });
    expect(headers['content-security-policy'], url).toContain(`;connect-src 'self' ${API};`);
  }
});

test('where nothing is configured nobody calls from elsewhere, and nobody is told how', async () => {
  const app = await api.another({ PUBLIC_URL: PAGES, API_ORIGIN: '', CORS_ORIGINS: '' });
  for (const method of ['GET', 'OPTIONS'] as const) {
    const { headers } = await app.inject({ method, url: `/api/salons/${salon.slug}`, headers: { origin: PAGES } });
    expect(said(headers)).toEqual([]);
  }
});
