import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { browser, freshEmail, PASSWORD, signUp } from '../../test/browser.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

// The real one, counted: how long a sign-in takes is how often it runs.
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>();
  const argon2: typeof real.argon2 = (...hash) => {
    ran.times += 1;
    real.argon2(...hash);
  };
  return { ...real, argon2 };
});
const ran = vi.hoisted(() => ({ times: 0 }));

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** How many passwords are hashed while something is done. */
async function hashesOf(work: () => Promise<unknown>): Promise<number> {
  ran.times = 0;
  await work();
  return ran.times;
}

test('a wrong password costs one hash, whatever there is of an account', async () => {
  const { email } = await signUp(api);
  const unconfirmed = freshEmail();
  await browser(api).post('/api/auth/sign-up', { name: 'Maren', email: unconfirmed, password: PASSWORD });
  const withoutPassword = await signUp(api);
  await api.owner.query('delete from login_method where login_id = (select id from login where email = $1)', [
    withoutPassword.email,
  ]);
  const costs: number[] = [];
  for (const address of [email, unconfirmed, withoutPassword.email, freshEmail()]) {
    costs.push(await hashesOf(() => browser(api).post('/api/auth/sign-in', { email: address, password: 'falsch' })));
  }
  expect(costs).toEqual([1, 1, 1, 1]);
});

test('a sign-up costs one hash, whether there is an account or not', async () => {
  const { email } = await signUp(api);
  const costs: number[] = [];
  for (const address of [email, freshEmail()]) {
    const signingUp = () =>
      browser(api).post('/api/auth/sign-up', { name: 'Maren', email: address, password: PASSWORD });
    costs.push(await hashesOf(signingUp));
  }
  expect(costs).toEqual([1, 1]);
});
