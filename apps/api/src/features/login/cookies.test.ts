import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, freshEmail, nextCode, PASSWORD, tokenTo } from '../../test/browser.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

const PUBLIC_URL = 'https://termine.example';
const LONGEST_SECONDS = 30 * 24 * 60 * 60;

let api: TestApi;
let app: TestApi['app'];
beforeAll(async () => {
  api = await testApi({ PUBLIC_URL });
  app = await api.another({ NODE_ENV: 'production' });
});
afterAll(() => api.close());

/** Somebody's browser at the product in production, and every cookie it was ever handed, as it was handed. */
function watched() {
  const handed: string[] = [];
  const person = browser(api);
  const call = async (method: 'GET' | 'POST', url: string, body?: object) => {
    const answer = await person.call(method, url, body, { app, headers: { origin: PUBLIC_URL } });
    handed.push(...[answer.headers['set-cookie'] ?? []].flat());
    return answer;
  };
  return { handed, jar: person.jar, call, post: (url: string, body: object = {}) => call('POST', url, body) };
}

test('every cookie of a login’s whole life is for https and our own pages alone, and no script reads it', async () => {
  const email = freshEmail();
  const maren = watched();
  await maren.post('/api/auth/sign-up', { name: 'Maren', email, password: PASSWORD });
  await maren.post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
  const { body } = await maren.post('/api/auth/second-factor', { password: PASSWORD });
  const totp = URI.parse(body.uri) as TOTP;
  const confirmed = await maren.post('/api/auth/second-factor/confirm', { code: totp.generate() });
  expect(confirmed.status).toBe(204);
  await maren.post('/api/auth/passkeys/options');
  await maren.call('GET', '/api/desk');

  const phone = watched();
  await phone.post('/api/auth/sign-in/passkey/options');
  const halfWay = await phone.post('/api/auth/sign-in', { email, password: PASSWORD });
  expect(halfWay.body).toEqual({ next: 'second_factor' });
  const inside = await phone.post('/api/auth/sign-in/code', { code: nextCode(totp) });
  expect(inside.body).toEqual({ next: 'desk' });
  await phone.post('/api/auth/sign-out');
  expect([...phone.jar.keys()].filter((name) => name.includes('session'))).toEqual([]);

  const handed = [...maren.handed, ...phone.handed];
  // Two of them are only ever taken away.
  const known = ['session_token', 'two_factor', 'better-auth-passkey', 'session_data', 'dont_remember'];
  const names = new Set(handed.map((cookie) => cookie.split('=', 1)[0]));
  expect(names).toEqual(new Set(known.map((name) => `__Secure-salon.${name}`)));
  for (const cookie of handed) {
    expect(cookie).toMatch(/; Secure(;|$)/);
    expect(cookie).toMatch(/; HttpOnly(;|$)/);
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/);
    expect(cookie).toMatch(/; Path=\/(;|$)/);
    expect(cookie, 'only the very name that set it').not.toMatch(/; Domain=/i);
    expect(Number(/; Max-Age=(\d+)/.exec(cookie)?.[1])).toBeLessThanOrEqual(LONGEST_SECONDS);
  }
});
