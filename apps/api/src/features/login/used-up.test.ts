import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, freshEmail, nextCode, PASSWORD, signUp, tokenTo } from '../../test/browser.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const NEW = 'Ein-neues-Passwort';

async function signIn(email: string, password = PASSWORD) {
  const person = browser(api);
  const { body } = await person.post('/api/auth/sign-in', { email, password });
  return { ...person, next: body.next, code: body.code };
}

/** Has a link sent that sets a new password, and returns what stands in it. */
async function resetLink(email: string): Promise<string> {
  await browser(api).post('/api/auth/reset/ask', { email });
  return tokenTo(api, 'reset_password', email);
}
const reset = (token: string, password: string) => browser(api).post('/api/auth/reset', { token, password });

async function withSecondFactor() {
  const maren = await signUp(api);
  const { body } = await maren.post('/api/auth/second-factor', { password: PASSWORD });
  const totp = URI.parse(body.uri) as TOTP;
  const code = totp.generate();
  expect((await maren.post('/api/auth/second-factor/confirm', { code })).status).toBe(204);
  return { ...maren, totp, code, recoveryCodes: body.recoveryCodes as string[] };
}

describe('a link that sets a new password', () => {
  test('counts once, also of two who send it at the same instant', async () => {
    const { email } = await signUp(api);
    const token = await resetLink(email);
    const words = ['Das-Passwort-der-einen', 'Das-Passwort-des-anderen'];
    const answers = await Promise.all(words.map((password) => reset(token, password)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410]);
    const [won, lost] = answers[0]?.status === 204 ? words : words.toReversed();
    expect([(await signIn(email, won)).next, (await signIn(email, lost)).code]).toEqual(['desk', 'credentials_wrong']);
  });

  test('ends when another of them was used', async () => {
    const { email } = await signUp(api);
    const [first, second] = [await resetLink(email), await resetLink(email)];
    expect((await reset(second, NEW)).status).toBe(204);
    expect((await reset(first, 'Vom-Finder-der-ersten')).body.code).toBe('link_expired');
    expect((await signIn(email, NEW)).next).toBe('desk');
  });

  test('ends when she changes her password by herself', async () => {
    const maren = await signUp(api);
    const token = await resetLink(maren.email);
    await maren.post('/api/auth/password', { password: PASSWORD, newPassword: NEW });
    expect((await reset(token, 'Von-wem-auch-immer')).body.code).toBe('link_expired');
  });

  test('ends when she moves to another address: the old one is no longer hers', async () => {
    const maren = await signUp(api);
    const token = await resetLink(maren.email);
    await moveTo(maren, freshEmail('neu'));
    expect((await reset(token, 'Von-wer-den-alten-liest')).body.code).toBe('link_expired');
  });

  test('of somebody else stands when she uses hers', async () => {
    const [maren, lina] = [await signUp(api), await signUp(api)];
    const theirs = await resetLink(lina.email);
    await reset(await resetLink(maren.email), NEW);
    expect((await reset(theirs, NEW)).status).toBe(204);
  });
});

/** Moves a login to another address: both say yes. */
async function moveTo(maren: Awaited<ReturnType<typeof signUp>>, email: string) {
  await maren.post('/api/auth/email', { password: PASSWORD, email });
  await maren.post('/api/auth/confirm-email', { token: await tokenTo(api, 'allow_new_address', maren.email) });
  return maren.post('/api/auth/confirm-email', { token: await tokenTo(api, 'confirm_new_address', email) });
}

describe('a sign-in that waits for its second step', () => {
  test('ends when the password it began with is no longer hers', async () => {
    const maren = await withSecondFactor();
    const thief = await signIn(maren.email);
    expect(thief.next).toBe('second_factor');
    await reset(await resetLink(maren.email), NEW);
    const code = nextCode(maren.totp);
    expect((await thief.post('/api/auth/sign-in/code', { code })).body.code).toBe('unauthenticated');
  });

  test('does not take the code that switched the second factor on', async () => {
    const maren = await withSecondFactor();
    const watcher = await signIn(maren.email);
    expect((await watcher.post('/api/auth/sign-in/code', { code: maren.code })).body.code).toBe('code_wrong');
    const code = nextCode(maren.totp);
    expect((await watcher.post('/api/auth/sign-in/code', { code })).body).toEqual({ next: 'desk' });
  });

  test('takes a recovery code once, also of two who send it at the same instant', async () => {
    const { email, recoveryCodes } = await withSecondFactor();
    for (const recoveryCode of recoveryCodes.slice(0, 4)) {
      const both = [await signIn(email), await signIn(email)];
      const answers = await Promise.all(
        both.map((one) => one.post('/api/auth/sign-in/recovery-code', { recoveryCode })),
      );
      // The other one learns either that it was used, or that she has to begin again.
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
      expect((await Promise.all(both.map((one) => one.whoAmI()))).filter(Boolean)).toEqual([email]);
    }
  });

  test('is closed for recovery codes too once too many codes were wrong', async () => {
    const { email, recoveryCodes } = await withSecondFactor();
    for (let round = 0; round < 3; round++) {
      const thief = await signIn(email);
      for (let time = 0; time < 4; time++) {
        await thief.post('/api/auth/sign-in/recovery-code', { recoveryCode: `aaaa${round}-bbbb${time}` });
      }
    }
    const [recoveryCode] = recoveryCodes;
    const { body } = await (await signIn(email)).post('/api/auth/sign-in/recovery-code', { recoveryCode });
    expect(body.code).toBe('rate_limited');
  });
});

describe('an address to move to', () => {
  test('that somebody else got meanwhile stays hers, and why is said', async () => {
    const maren = await signUp(api);
    const email = freshEmail('begehrt');
    await maren.post('/api/auth/email', { password: PASSWORD, email });
    await maren.post('/api/auth/confirm-email', { token: await tokenTo(api, 'allow_new_address', maren.email) });
    const token = await tokenTo(api, 'confirm_new_address', email);
    const lina = await signUp(api, email, 'Lina');
    const answer = await maren.post('/api/auth/confirm-email', { token });
    expect([answer.status, answer.body.code]).toEqual([409, 'status_conflict']);
    expect([await maren.whoAmI(), await lina.whoAmI()]).toEqual([maren.email, email]);
  });

  test('cannot be kept from its owner by a stranger who signs up with it', async () => {
    const maren = await signUp(api);
    const email = freshEmail('neu');
    const stranger = () =>
      browser(api).post('/api/auth/sign-up', { name: 'X', email, password: 'Passwort-des-Fremden' });
    await stranger();
    await maren.post('/api/auth/email', { password: PASSWORD, email });
    await maren.post('/api/auth/confirm-email', { token: await tokenTo(api, 'allow_new_address', maren.email) });
    const token = await tokenTo(api, 'confirm_new_address', email);
    await stranger();
    expect((await maren.post('/api/auth/confirm-email', { token })).body.done).toBe('address_changed');
    expect((await signIn(email)).next).toBe('desk');
  });
});
