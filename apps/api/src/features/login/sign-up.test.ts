import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, freshEmail, mailTo, PASSWORD, signUp, tokenTo } from '../../test/browser.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const signUpWith = (email: string, password = PASSWORD) =>
  browser(api).post('/api/auth/sign-up', { name: 'Maren Petersen', email, password });
const signInWith = (email: string, password = PASSWORD) => browser(api).post('/api/auth/sign-in', { email, password });

describe('who signs up', () => {
  test('is in once she has confirmed her address, and not before', async () => {
    const email = freshEmail('maren');
    const maren = browser(api);
    const { status } = await maren.post('/api/auth/sign-up', {
      name: 'Maren Petersen',
      email: email.toUpperCase(),
      password: PASSWORD,
    });
    expect([status, await maren.whoAmI()]).toEqual([202, undefined]);
    expect((await signInWith(email)).body.code).toBe('confirm_email');
    const mail = await mailTo(api, 'confirm_address', email);
    expect(mail).toMatchObject({
      locale: 'de',
      url: expect.stringMatching(/^http:\/\/localhost:3000\/desk\/confirm\/[\w.-]+$/),
    });
    const answer = await maren.post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
    expect([answer.body, await maren.whoAmI()]).toEqual([{ done: 'confirmed', signedIn: true }, email]);
    expect((await signInWith(email)).body).toEqual({ next: 'desk' });
  });

  test('in English is spoken to in English from the first mail on', async () => {
    const email = freshEmail();
    const grace = browser(api);
    await grace.post('/api/auth/sign-up', { name: 'Grace Miller', email, password: PASSWORD, locale: 'en' });
    expect(await mailTo(api, 'confirm_address', email)).toMatchObject({ locale: 'en' });
    await grace.post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
    expect((await grace.call('GET', '/api/desk')).body.login).toMatchObject({ email, locale: 'en' });
  });

  test('confirms with a link that signs in once', async () => {
    const email = freshEmail();
    await signUpWith(email);
    const token = await tokenTo(api, 'confirm_address', email);
    await browser(api).post('/api/auth/confirm-email', { token });
    const thief = browser(api);
    expect((await thief.post('/api/auth/confirm-email', { token })).body).toEqual({
      done: 'confirmed',
      signedIn: false,
    });
    expect(await thief.whoAmI()).toBeUndefined();
  });

  test('may ask for the mail once more, but cannot fill an inbox', async () => {
    const email = freshEmail();
    await signUpWith(email);
    for (let time = 0; time < 8; time++) {
      expect((await browser(api).post('/api/auth/confirm-email/ask', { email })).status).toBe(202);
    }
    const { rows } = await api.owner.query('select from message where recipient = $1', [email]);
    expect(rows).toHaveLength(6);
  });

  test.each([
    ['asks for it once more', (email: string) => browser(api).post('/api/auth/confirm-email/ask', { email })],
    ['signs up once more', (email: string) => signUpWith(email)],
    ['tries to sign in', (email: string) => signInWith(email)],
  ])('and whose mail was lost with the process that was to write it: %s, and is in', async (_, again) => {
    const email = freshEmail();
    await signUpWith(email);
    await api.owner.query('delete from message where recipient = $1', [email]);
    await again(email);
    await browser(api).post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
    expect((await signInWith(email)).body).toEqual({ next: 'desk' });
  });

  test('twice at the same instant is told the same twice, and is in by the mail', async () => {
    const email = freshEmail();
    const told = await Promise.all([signUpWith(email), signUpWith(email)]);
    expect(told.map(({ status }) => status)).toEqual([202, 202]);
    await browser(api).post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
    expect((await signInWith(email)).body).toEqual({ next: 'desk' });
  });

  test('with a link that is none is told so', async () => {
    for (const token of ['x', 'a.b.c', `${await tokenOfSomebody()}x`]) {
      expect((await browser(api).post('/api/auth/confirm-email', { token })).body.code).toBe('link_expired');
    }
  });

  test('after a stranger did with her address keeps her own password, not the stranger’s', async () => {
    const email = freshEmail('opfer');
    await signUpWith(email, 'Passwort-des-Fremden');
    const strangersLink = await tokenTo(api, 'confirm_address', email);
    await signUpWith(email, PASSWORD);
    expect((await browser(api).post('/api/auth/confirm-email', { token: strangersLink })).body.code).toBe(
      'link_expired',
    );
    await browser(api).post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_address', email) });
    expect((await signInWith(email, 'Passwort-des-Fremden')).body.code).toBe('credentials_wrong');
    expect((await signInWith(email)).body).toEqual({ next: 'desk' });
  });
});

describe('nobody learns whether an address has an account', () => {
  test('by signing up with it; its owner is told by mail', async () => {
    const { email } = await signUp(api);
    const [known, unknown] = [await signUpWith(email), await signUpWith(freshEmail())];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers));
    expect(await mailTo(api, 'address_known', email)).toMatchObject({ url: 'http://localhost:3000/desk/sign-in' });
  });

  test.each(['/api/auth/reset/ask', '/api/auth/confirm-email/ask'])('by %s', async (url) => {
    const { email } = await signUp(api);
    const [known, unknown] = [
      await browser(api).post(url, { email }),
      await browser(api).post(url, { email: freshEmail() }),
    ];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect(Object.keys(known.headers)).toEqual(Object.keys(unknown.headers));
  });

  test('by signing in with a wrong password', async () => {
    const { email } = await signUp(api);
    const [known, unknown] = [await signInWith(email, 'falsch'), await signInWith(freshEmail(), 'falsch')];
    const told = ({ status, body }: typeof known) => [status, { ...body, requestId: '' }];
    expect(told(known)).toEqual(told(unknown));
    expect(known.body.code).toBe('credentials_wrong');
  });
});

test('a password is long, whatever else it is, and stands nowhere as it was typed', async () => {
  const short = await signUpWith(freshEmail(), 'kurz');
  expect([short.status, short.body.errors]).toMatchObject([400, [{ path: 'password' }]]);
  const { email } = await signUp(api);
  const { rows } = await api.owner.query(
    'select m.password from login_method m join login l on l.id = m.login_id where l.email = $1',
    [email],
  );
  expect(rows).toEqual([{ password: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) }]);
});

async function tokenOfSomebody() {
  const email = freshEmail();
  await signUpWith(email);
  return tokenTo(api, 'confirm_address', email);
}
