import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, freshEmail, mailTo, nextCode, PASSWORD, signUp, tokenTo } from '../../test/browser.ts';
import { SECRET, type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const signIn = async (email: string, password = PASSWORD) => {
  const person = browser(api);
  const { body, status } = await person.post('/api/auth/sign-in', { email, password });
  return { ...person, body, status };
};

describe('who changes her account', () => {
  test('has another name and language from then on', async () => {
    const maren = await signUp(api);
    expect((await maren.call('PATCH', '/api/auth/profile', { name: 'Maren P.', locale: 'en' })).status).toBe(204);
    expect((await maren.call('GET', '/api/desk')).body.login).toMatchObject({ name: 'Maren P.', locale: 'en' });
  });

  test('needs her password for a new one; then she is signed in nowhere else', async () => {
    const maren = await signUp(api);
    const phone = await signIn(maren.email);
    const change = (password: string) =>
      maren.post('/api/auth/password', { password, newPassword: 'Ein-neues-Passwort' });
    expect((await change('falsch')).body.code).toBe('credentials_wrong');
    expect((await change(PASSWORD)).status).toBe(204);
    expect([await maren.whoAmI(), await phone.whoAmI()]).toEqual([maren.email, undefined]);
    expect((await signIn(maren.email)).status).toBe(401);
    expect(await mailTo(api, 'login_changed', maren.email)).toMatchObject({ change: 'password' });
  });

  test('cannot try passwords without end with a session she found', async () => {
    const maren = await signUp(api);
    const tries: number[] = [];
    for (let time = 0; time < 11; time++) {
      tries.push((await maren.post('/api/auth/email', { password: 'falsch', email: freshEmail() })).status);
    }
    expect([tries[9], tries[10]]).toEqual([401, 429]);
  });

  test('moves to another address when the old one agrees and the new one answers', async () => {
    const maren = await signUp(api);
    const email = freshEmail('neu');
    expect((await maren.post('/api/auth/email', { password: 'falsch', email })).body.code).toBe('credentials_wrong');
    expect((await maren.post('/api/auth/email', { password: PASSWORD, email })).status).toBe(202);
    expect(await mailTo(api, 'allow_new_address', maren.email)).toMatchObject({ newAddress: email });
    expect(await mailTo(api, 'confirm_new_address', email)).toBeUndefined();
    const asked = await maren.post('/api/auth/confirm-email', {
      token: await tokenTo(api, 'allow_new_address', maren.email),
    });
    expect(asked.body.done).toBe('new_address_asked');
    expect(await maren.whoAmI()).toBe(maren.email);
    const done = await maren.post('/api/auth/confirm-email', {
      token: await tokenTo(api, 'confirm_new_address', email),
    });
    expect([done.body.done, await maren.whoAmI()]).toEqual(['address_changed', email]);
    expect((await signIn(maren.email)).status).toBe(401);
    expect((await signIn(email)).status).toBe(200);
  });

  test('does not learn whether an address she would move to has an account', async () => {
    const [maren, other] = [await signUp(api), await signUp(api)];
    const known = await maren.post('/api/auth/email', { password: PASSWORD, email: other.email });
    const unknown = await maren.post('/api/auth/email', { password: PASSWORD, email: freshEmail() });
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  });
});

describe('a second factor', () => {
  async function withSecondFactor() {
    const maren = await signUp(api);
    const { body } = await maren.post('/api/auth/second-factor', { password: PASSWORD });
    const totp = URI.parse(body.uri) as TOTP;
    const secret = body.secret as string;
    return { maren, totp, secret, recoveryCodes: body.recoveryCodes as string[] };
  }
  async function switchedOn() {
    const made = await withSecondFactor();
    expect((await made.maren.post('/api/auth/second-factor/confirm', { code: made.totp.generate() })).status).toBe(204);
    return made;
  }

  test('counts once a code of it was confirmed, and she is told by mail', async () => {
    const { maren, totp, secret } = await withSecondFactor();
    expect(totp.secret.base32).toBe(secret);
    expect((await signIn(maren.email)).body).toEqual({ next: 'desk' });
    expect((await maren.post('/api/auth/second-factor/confirm', { code: '000000' })).body.code).toBe('code_wrong');
    expect((await maren.post('/api/auth/second-factor/confirm', { code: totp.generate() })).status).toBe(204);
    expect((await maren.call('GET', '/api/desk')).body.login.secondFactor).toBe(true);
    expect(await mailTo(api, 'login_changed', maren.email)).toMatchObject({ change: 'second_factor_on' });
  });

  test('stands between a password and the desk', async () => {
    const { maren, totp } = await switchedOn();
    const phone = await signIn(maren.email);
    expect([phone.body, await phone.whoAmI()]).toEqual([{ next: 'second_factor' }, undefined]);
    expect((await phone.post('/api/auth/sign-in/code', { code: '000000' })).body.code).toBe('code_wrong');
    expect((await phone.post('/api/auth/sign-in/code', { code: nextCode(totp) })).body).toEqual({ next: 'desk' });
    expect(await phone.whoAmI()).toBe(maren.email);
  });

  test('takes a code once, also of two who send it at the same instant', async () => {
    const { maren, totp } = await switchedOn();
    const [phone, thief, late] = [await signIn(maren.email), await signIn(maren.email), await signIn(maren.email)];
    const code = nextCode(totp);
    const both = await Promise.all([phone, thief].map((one) => one.post('/api/auth/sign-in/code', { code })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    const again = await late.post('/api/auth/sign-in/code', { code });
    expect([again.body.code, late.jar.has('salon.session_token')]).toEqual(['code_wrong', false]);
  });

  test('lost is stood in for by recovery codes, each of them once, until there are new ones', async () => {
    const { maren, recoveryCodes } = await switchedOn();
    const use = async (recoveryCode = '') =>
      (await signIn(maren.email)).post('/api/auth/sign-in/recovery-code', { recoveryCode });
    expect((await use(recoveryCodes[0])).body).toEqual({ next: 'desk' });
    expect((await use(recoveryCodes[0])).body.code).toBe('code_wrong');
    const { body } = await maren.post('/api/auth/second-factor/recovery-codes', { password: PASSWORD });
    expect((await use(recoveryCodes[1])).body.code).toBe('code_wrong');
    expect((await use(body.recoveryCodes[0])).body).toEqual({ next: 'desk' });
  });

  test('cannot be guessed', async () => {
    const { maren, totp } = await switchedOn();
    const answers: string[] = [];
    for (let round = 0; round < 4; round++) {
      const thief = await signIn(maren.email);
      for (let time = 0; time < 4; time++) {
        answers.push((await thief.post('/api/auth/sign-in/code', { code: `0000${round}${time}` })).body.code);
      }
    }
    expect(answers.slice(-1)).toEqual(['rate_limited']);
    const honest = await signIn(maren.email);
    expect((await honest.post('/api/auth/sign-in/code', { code: nextCode(totp) })).body.code).toBe('rate_limited');
  });

  test('without a password before it is no way in', async () => {
    const { totp } = await switchedOn();
    expect((await browser(api).post('/api/auth/sign-in/code', { code: totp.generate() })).body.code).toBe(
      'unauthenticated',
    );
  });

  test('is not got rid of by a new password, but by whoever is signed in and knows hers', async () => {
    const { maren } = await switchedOn();
    await browser(api).post('/api/auth/reset/ask', { email: maren.email });
    await browser(api).post('/api/auth/reset', {
      token: await tokenTo(api, 'reset_password', maren.email),
      password: PASSWORD,
    });
    expect((await signIn(maren.email)).body).toEqual({ next: 'second_factor' });
    const other = await switchedOn();
    expect((await other.maren.post('/api/auth/second-factor/remove', { password: 'falsch' })).status).toBe(401);
    expect((await other.maren.post('/api/auth/second-factor/remove', { password: PASSWORD })).status).toBe(204);
    expect((await signIn(other.maren.email)).body).toEqual({ next: 'desk' });
    expect(await mailTo(api, 'login_changed', other.maren.email)).toMatchObject({ change: 'second_factor_off' });
  });

  test('outlives a change of the secret, and so does being signed in, until the old one goes', async () => {
    const { maren, totp } = await switchedOn();
    const other = 'another-secret-of-at-least-32-characters';
    const app = await api.another({ APP_SECRET: `${other},${SECRET}` });
    expect((await maren.call('GET', '/api/desk', undefined, { app })).status).toBe(200);
    const retired = await api.another({ APP_SECRET: other });
    expect((await maren.call('GET', '/api/desk', undefined, { app: retired })).status).toBe(401);
    const phone = browser(api);
    await phone.post('/api/auth/sign-in', { email: maren.email, password: PASSWORD }, { app });
    const code = nextCode(totp);
    expect((await phone.post('/api/auth/sign-in/code', { code }, { app })).body).toEqual({ next: 'desk' });
  });

  test('stands in the tables as nobody can read it', async () => {
    const { secret, recoveryCodes } = await switchedOn();
    const { rows } = await api.owner.query('select secret, backup_codes from second_factor');
    const kept = JSON.stringify(rows);
    for (const one of [secret, ...recoveryCodes]) expect(kept).not.toContain(one);
  });
});

describe('passkeys', () => {
  test('are asked for with the person, not the device alone', async () => {
    const maren = await signUp(api);
    const made = await maren.post('/api/auth/passkeys/options');
    expect(made.body).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const asked = await browser(api).post('/api/auth/sign-in/passkey/options');
    expect(asked.body).toMatchObject({ challenge: expect.any(String), userVerification: 'required' });
    expect(asked.body.allowCredentials ?? []).toEqual([]);
  });

  test('need a session that is fresh to be added', async () => {
    const maren = await signUp(api);
    await api.owner.query(
      `update login_session s set created_at = now() - interval '1 hour' from login l where l.id = s.login_id and l.email = $1`,
      [maren.email],
    );
    expect((await maren.post('/api/auth/passkeys/options')).body.code).toBe('sign_in_again');
  });

  test('that are made up sign nobody in', async () => {
    const thief = browser(api);
    const response = {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
    };
    expect((await thief.post('/api/auth/sign-in/passkey', { response })).body.code).toBe('unauthenticated');
    await thief.post('/api/auth/sign-in/passkey/options');
    expect((await thief.post('/api/auth/sign-in/passkey', { response })).body.code).toBe('credentials_wrong');
    expect(await thief.whoAmI()).toBeUndefined();
  });
});
