import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApi, testApi } from '../test/test-api.ts';

const PUBLIC_URL = 'https://salon.example';
let api: TestApi;
let app: TestApi['app'];

beforeAll(async () => {
  api = await testApi({ PUBLIC_URL });
  app = await api.another({ TRUST_PROXY: '1' });
});
afterAll(() => api.close());

const PLAIN = { 'x-forwarded-proto': 'http', 'x-forwarded-for': '203.0.113.7' };
async function ask(to: TestApi['app'], headers: Record<string, string>, asked: object = {}) {
  const { statusCode, headers: got } = await to.inject({ url: '/api/system/live', ...asked, headers });
  return [statusCode, got.location];
}

test('whoever came by plain http is sent to the same address by https, under our own name', async () => {
  const asked = { url: '/s/demo?lang=en' };
  expect(await ask(app, { ...PLAIN, host: 'evil.example' }, asked)).toEqual([308, `${PUBLIC_URL}/s/demo?lang=en`]);
  expect(await ask(app, PLAIN, { method: 'POST', url: '/api/bookings/public', body: {} })).toEqual([
    308,
    `${PUBLIC_URL}/api/bookings/public`,
  ]);
});

test('somebody who came by https goes on, also where an inner proxy talks plainly', async () => {
  for (const told of ['https', 'HTTPS', 'https, http', 'https,http']) {
    expect(await ask(app, { ...PLAIN, 'x-forwarded-proto': told }), told).toEqual([200, undefined]);
  }
});

test('a check by the platform says nothing of how it came, and is answered', async () => {
  expect(await ask(app, {})).toEqual([200, undefined]);
});

test('without a trusted proxy nobody is believed about how they came', async () => {
  expect(await ask(api.app, PLAIN)).toEqual([200, undefined]);
  const named = await api.another({ TRUST_PROXY: '10.0.0.0/8' });
  expect(await ask(named, PLAIN, { remoteAddress: '192.0.2.1' })).toEqual([200, undefined]);
  expect(await ask(named, PLAIN, { remoteAddress: '10.0.0.1' })).toEqual([308, `${PUBLIC_URL}/api/system/live`]);
});

test('where the product itself is reached by plain http, nobody is sent away', async () => {
  const local = await api.another({ TRUST_PROXY: '1', PUBLIC_URL: 'http://localhost:3000' });
  expect(await ask(local, PLAIN)).toEqual([200, undefined]);
});
