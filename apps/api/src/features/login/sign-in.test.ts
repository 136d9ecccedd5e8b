import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, freshEmail, mailTo, PASSWORD, signUp, tokenTo } from '../../test/browser.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const signIn = (email: string, password = PASSWORD, who = browser(api)) =>
  who.post('/api/auth/sign-in', { email, password });
const session = (who: { jar: Map<string, string> }) => who.jar.get('salon.session_token');

describe('who signs in', () => {
  test('gets a cookie scripts cannot read, and a new one each time', async () => {
    const { email } = await signUp(api);
    const maren = browser(api);
    // A session somebody else chose for her (fixation) is not the one she gets.
    maren.jar.set('salon.session_token', 'chosen.by-somebody-else');
    const { headers } = await signIn(email, PASSWORD, maren);
    const [cookie] = [headers['set-cookie'] ?? []].flat().filter((one) => one.startsWith('salon.session_token='));
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    const first = session(maren);
    await signIn(email, PASSWORD, maren);
    expect(session(maren)).not.toBe(first);
    expect(first).not.toContain('chosen');
  });

  test('over https gets one that never goes over plain http', async () => {
    const { email } = await signUp(api);
    const app = await api.another({ PUBLIC_URL: 'https://termine.example' });
    const maren = browser(api);
    const { headers, body } = await maren.post(
      '/api/auth/sign-in',
      { email, password: PASSWORD },
      { app, headers: { origin: 'https://termine.example' } },
    );
    expect(body).toEqual({ next: 'desk' });
    expect([headers['set-cookie']].flat()[0]).toMatch(/^__Secure-salon\.session_token=.*; Secure/i);
  });

  test('signs out here, and this session is over for whoever kept its cookie', async () => {
    const maren = await signUp(api);
    const kept = browser(api);
    kept.jar.set('salon.session_token', session(maren) ?? '');
    expect(await kept.whoAmI()).toBe(maren.email);
    expect((await maren.post('/api/auth/sign-out')).status).toBe(204);
    expect([await maren.whoAmI(), await kept.whoAmI()]).toEqual([undefined, undefined]);
  });

  test('sees where she is signed in and ends what she does not know, without being handed what would sign her in', async () => {
    const maren = await signUp(api);
    const phone = browser(api);
    await phone.post(
      '/api/auth/sign-in',
      { email: maren.email, password: PASSWORD },
      { headers: { 'user-agent': 'Telefon' } },
    );
    const { body, text, headers } = await maren.call('GET', '/api/desk/sessions');
    expect(body.sessions).toMatchObject([{ current: false, userAgent: 'Telefon' }, { current: true }]);
    for (const token of [session(phone), session(maren)]) expect(text).not.toContain(token?.split('.')[0]);
    expect(headers['cache-control']).toBe('no-store');
    const stranger = await signUp(api);
    await stranger.post(`/api/desk/sessions/${body.sessions[0].id}/revoke`);
    expect(await phone.whoAmI()).toBe(maren.email);
    await maren.post(`/api/desk/sessions/${body.sessions[0].id}/revoke`);
    expect([await phone.whoAmI(), await maren.whoAmI()]).toEqual([undefined, maren.email]);
  });

  test('signs out everywhere else, or everywhere', async () => {
    const maren = await signUp(api);
    const [phone, till] = [browser(api), browser(api)];
    for (const one of [phone, till]) await signIn(maren.email, PASSWORD, one);
    await maren.post('/api/desk/sessions/sign-out', { everywhere: false });
    expect([await phone.whoAmI(), await till.whoAmI(), await maren.whoAmI()]).toEqual([
      undefined,
      undefined,
      maren.email,
    ]);
    await signIn(maren.email, PASSWORD, phone);
    await phone.post('/api/desk/sessions/sign-out', { everywhere: true });
    expect([await phone.whoAmI(), await maren.whoAmI()]).toEqual([undefined, undefined]);
  });
});

describe('too many wrong passwords', () => {
  test('for one account, from wherever, close it for a while; a new password opens it', async () => {
    const { email } = await signUp(api);
    const answers = await Promise.all(Array.from({ length: 14 }, () => signIn(email, 'falsch')));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
    const refused = await signIn(email);
    expect([refused.body.code, Number(refused.headers['retry-after'])]).toEqual(['rate_limited', 900]);
    expect((await signIn(freshEmail(), 'falsch')).status).toBe(401);
    await browser(api).post('/api/auth/reset/ask', { email });
    await browser(api).post('/api/auth/reset', {
      token: await tokenTo(api, 'reset_password', email),
      password: 'Ein-neues-Passwort',
    });
    expect((await signIn(email, 'Ein-neues-Passwort')).body).toEqual({ next: 'desk' });
  });

  test('for one account are forgotten after a quarter of an hour, and by the right one', async () => {
    const { email } = await signUp(api);
    for (let time = 0; time < 9; time++) await signIn(email, 'falsch');
    expect((await signIn(email)).status).toBe(200);
    for (let time = 0; time < 11; time++) await signIn(email, 'falsch');
    expect((await signIn(email)).status).toBe(429);
    api.clock.now += 15 * 60_000;
    expect((await signIn(email)).status).toBe(200);
  });

  test('from one address, for whomever, are limited too', async () => {
    const app = await api.another({ RATE_LIMIT: 'on' });
    const thief = browser(api);
    const codes: number[] = [];
    for (let time = 0; time < 22; time++) {
      // Whatever she says of where she asks from.
      const headers = { 'x-forwarded-for': `203.0.113.${time}`, 'x-client-ip': `203.0.113.${time}` };
      const wish = { email: freshEmail(), password: 'falsch' };
      codes.push((await thief.post('/api/auth/sign-in', wish, { app, headers })).status);
    }
    expect(codes).toEqual([...Array(20).fill(401), 429, 429]);
    const elsewhere = await browser(api).post(
      '/api/auth/sign-in',
      { email: freshEmail(), password: 'falsch' },
      { app },
    );
    expect(elsewhere.status).toBe(401);
  });
});

describe('who forgot her password', () => {
  test('sets a new one by a link that works once, and every session ends', async () => {
    const maren = await signUp(api);
    await browser(api).post('/api/auth/reset/ask', { email: maren.email });
    const token = await tokenTo(api, 'reset_password', maren.email);
    const reset = (password: string) => browser(api).post('/api/auth/reset', { token, password });
    expect((await reset('Noch-laenger-2026')).status).toBe(204);
    expect((await reset('Noch-laenger-2027')).body.code).toBe('link_expired');
    expect(await maren.whoAmI()).toBeUndefined();
    expect((await signIn(maren.email)).body.code).toBe('credentials_wrong');
    expect((await signIn(maren.email, 'Noch-laenger-2026')).body).toEqual({ next: 'desk' });
    expect(await mailTo(api, 'login_changed', maren.email)).toMatchObject({ change: 'password' });
  });

  test('finds nothing of the link in the tables but in the mail that waits', async () => {
    const maren = await signUp(api);
    await browser(api).post('/api/auth/reset/ask', { email: maren.email });
    const token = await tokenTo(api, 'reset_password', maren.email);
    const { rows } = await api.owner.query('select identifier, value from login_token');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('another site', () => {
  test.each([
    ['of another name', 'https://boese.example'],
    ['that begins like ours', 'http://localhost:3000.boese.example'],
    ['that says nothing', undefined],
    ['in a box', 'null'],
  ])('%s cannot do anything in her name', async (_story, origin) => {
    const maren = await signUp(api);
    const cookie = `salon.session_token=${session(maren)}`;
    for (const [method, url] of [
      ['POST', '/api/auth/sign-in'],
      ['POST', '/api/auth/sign-out'],
      ['POST', '/api/desk/sessions/sign-out'],
      ['PATCH', '/api/auth/profile'],
    ] as const) {
      const response = await api.app.inject({
        method,
        url,
        headers: { cookie, ...(origin === undefined ? {} : { origin }) },
        payload: { email: maren.email, password: PASSWORD, everywhere: true, name: 'Mallory' },
      });
      expect([url, response.statusCode, response.json().code]).toEqual([url, 403, 'origin_refused']);
    }
    expect(await maren.whoAmI()).toBe(maren.email);
  });
});

test('while nothing may be changed one signs in and out all the same', async () => {
  const { email } = await signUp(api);
  const app = await api.another({ READ_ONLY_MODE: 'true' });
  const maren = browser(api);
  expect((await maren.post('/api/auth/sign-in', { email, password: PASSWORD }, { app })).status).toBe(200);
  expect((await maren.call('GET', '/api/desk', undefined, { app })).status).toBe(200);
  expect((await maren.post('/api/desk/sessions/sign-out', { everywhere: true }, { app })).status).toBe(204);
});
