import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskSecurity, pageSecurity, visitSecurity } from '../features/page/page-security.ts';
import { builtPageFixture } from '../test/built-page.fixture.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { signIn } from '../test/signed-in.ts';
import { type TestApi, testApi } from '../test/test-api.ts';
import { protectiveHeaders } from './headers.ts';

const built = builtPageFixture();
const PUBLIC_URL = 'https://salon.example';
const NOT_A_PAGE = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";
/** What protects every answer, whatever it is. */
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=()',
  'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
};
const OWN_ALONE = { ...EVERYWHERE, 'cross-origin-resource-policy': 'same-origin' };
let api: TestApi;
let app: TestApi['app'];
let port: number;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi({ WEB_DIR: built.folder, PUBLIC_URL });
  app = await api.another({ NODE_ENV: 'production' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
  salon = await createSalon(api.prisma, { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } });
});
afterAll(async () => {
  await api.close();
  built.remove();
});

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test('every operation of the API is protected, and is no page', async () => {
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json();
  const operations = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase() as 'GET', path })),
  );
  expect(operations.length).toBeGreaterThan(90);
  for (const { method, path } of operations) {
    const url = path.replace(/\{\w+\}/g, '018f0000-0000-7000-8000-000000000000');
    const { headers } = await app.inject({ method, url });
    const about = `${method} ${path}`;
    expect(headers, about).toMatchObject(OWN_ALONE);
    expect(headers['content-security-policy'], about).toBe(NOT_A_PAGE);
    expect(headers, about).not.toHaveProperty('access-control-allow-origin');
    expect(headers, about).not.toHaveProperty('x-powered-by');
  }
});

/** Every address the pages know, as they write it, with something for each of its parts. */
function addressesOfPages(): string[] {
  const source = (file: string) => readFileSync(new URL(`../../../web/src/${file}`, import.meta.url), 'utf8');
  const routes = ['app/App.tsx', 'desk/App.tsx'].flatMap((file) =>
    [...source(file).matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path),
  );
  const ofADesk = [...source('desk/shell/SalonRoutes.tsx').matchAll(/\{ path: '(\w+)'/g)].map(
    ([, path]) => `/desk/:slug/${path}`,
  );
  return [...routes, ...ofADesk].map((path) =>
    path.replace(':slug', salon.slug).replace(':kind', 'imprint').replace(':token', 'token').replace('*', 'more'),
  );
}

test('every address of a page is protected, in German and in English', async () => {
  const addresses = addressesOfPages();
  expect(addresses).toEqual(expect.arrayContaining([`/s/${salon.slug}`, '/b/token', '/desk/reset/token']));
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) {
    for (const language of ['de', 'en']) {
      const url = `${address}?lang=${language}`;
      const { statusCode, headers, body } = await app.inject({ url, headers: BROWSER });
      expect(statusCode, url).toBe(200);
      expect(body, url).toContain(`<html lang="${language}">`);
      const security = address.startsWith('/b/')
        ? visitSecurity
        : address.startsWith('/desk')
          ? deskSecurity
          : pageSecurity;
      const declared = protectiveHeaders(security({ publicUrl: PUBLIC_URL, apiOrigin: undefined }), true);
      expect(headers, url).toMatchObject(Object.fromEntries(declared));
      expect(headers, url).not.toHaveProperty('set-cookie');
    }
  }
});

test('every page runs scripts of our own alone, and stands in no frame', async () => {
  const paths = [`/s/${salon.slug}`, '/s/nowhere', `/s/${salon.slug}/legal/imprint`, '/b/token', '/', '/nowhere'];
  for (const url of [...paths, '/desk', `/desk/${salon.slug}/calendar`, '/api/docs/']) {
    const { headers } = await app.inject({ url, headers: BROWSER });
    expect(headers['content-type'], url).toContain('text/html');
    const secret = url.startsWith('/b/') ? { 'referrer-policy': 'no-referrer' } : {};
    expect(headers, url).toMatchObject({ ...OWN_ALONE, ...secret });
    const policy = String(headers['content-security-policy']);
    expect(policy, url).toMatch(/(^|;) ?script-src 'self' ?(;|$)/);
    expect(policy, url).toMatch(/(^|;) ?default-src '(none|self)' ?;/);
    expect(policy, url).toMatch(/(^|;) ?frame-ancestors 'none' ?(;|$)/);
    expect(policy, url).toMatch(/(^|;) ?base-uri 'none' ?;/);
    expect(policy, url).not.toContain('unsafe-eval');
    if (url !== '/api/docs/') expect(policy, url).not.toContain('unsafe-inline');
  }
});

test('files are protected too; what mails show may be shown elsewhere', async () => {
  for (const url of ['/assets/main-abc123.js', '/assets/main-def456.css', '/robots.txt', '/assets/gone.js']) {
    const { headers } = await app.inject({ url });
    expect(headers, url).toMatchObject({ ...OWN_ALONE, 'content-security-policy': NOT_A_PAGE });
  }
  const { headers } = await app.inject({ url: '/demo/logo.svg' });
  expect(headers).toMatchObject({ ...EVERYWHERE, 'cross-origin-resource-policy': 'cross-origin' });
});

test.each([
  ['a method nobody asks for', { method: 'PUT', url: '/api/bookings/public' }],
  ['a body that cannot be read', { method: 'POST', url: '/api/bookings/public', body: '{' }],
  [
    'a body of another kind',
    { method: 'POST', url: '/api/bookings/public', headers: { 'content-type': 'text/xml' }, body: 'x' },
  ],
  ['a body that is too large', { method: 'POST', url: '/api/bookings/public', body: { note: 'x'.repeat(70_000) } }],
  ['an address that leads nowhere', { method: 'GET', url: '/api/nowhere' }],
  ['an address that is none', { method: 'GET', url: '/%' }],
  ['figures nobody may see', { method: 'GET', url: '/metrics' }],
  ['mails nobody may see', { method: 'GET', url: '/inbox' }],
] as const)('an error keeps what protects it: %s', async (_what, asked) => {
  const { statusCode, headers } = await app.inject({ ...asked });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(headers).toMatchObject(OWN_ALONE);
});

test('what is no request at all is refused no less protected', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.end('nonsense\r\n\r\n');
  const answer = (await socket.toArray()).join('');
  expect(answer).toContain('400 Bad Request');
  expect(answer).toContain(`content-security-policy: ${NOT_A_PAGE}\r\n`);
  expect(answer).toContain('x-content-type-options: nosniff\r\n');
});

test('the stream of changes is protected like any other answer', async () => {
  const { cookie } = await signIn(api, salon, 'owner');
  const leaving = new AbortController();
  const stream = await fetch(`http://127.0.0.1:${port}/api/desk/${salon.id}/changes`, {
    headers: { cookie: `__Secure-${cookie}`, accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  leaving.abort();
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  expect(Object.fromEntries(stream.headers)).toMatchObject({ ...OWN_ALONE, 'content-security-policy': NOT_A_PAGE });
});

describe('outside of production', () => {
  test('no browser is told to keep to https', async () => {
    const { headers } = await api.app.inject({ url: '/api/system/live' });
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY' });
    expect(headers).not.toHaveProperty('strict-transport-security');
  });
});
