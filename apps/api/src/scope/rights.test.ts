import { RIGHTS, type Right, Role, reachOf } from '@salon/contracts/desk/rights';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, type Operation, readDocument } from '../test/api-document.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { openSession, signIn } from '../test/signed-in.ts';
import { type TestApi, testApi } from '../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let document: ApiDocument;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } });
  document = await readDocument(api);
});
afterAll(() => api.close());

const ofSalons = () => document.operations.filter(({ path }) => path.startsWith('/api/desk/{salonId}/'));

/** Calls a route with ids of nothing: whoever may, learns that nothing is there. */
const callOf = ({ method, path }: Operation) =>
  [
    method,
    path.replace('{salonId}', salon.id).replace(/\{\w+\}/g, () => v7()),
    method === 'GET' || method === 'DELETE' ? undefined : {},
  ] as const;

test('each route lets in the roles that have its right, and no others', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  // The stream of changes lets in like all others and never ends; it has tests of its own.
  for (const operation of ofSalons().filter(({ id }) => id !== 'streamChanges')) {
    const right = operation.right as Right;
    expect(Object.keys(RIGHTS), operation.id).toContain(right);
    for (const role of Role.options) {
      // Somebody new each time: some of the routes remove whoever calls them.
      const { call, memberId } = await signIn(api, salon, role);
      await api.owner.query('update staff set member_id = $2 where salon_id = $1', [salon.id, memberId]);
      const { status, body } = await call(...callOf(operation));
      const refused = status === 403 && body.code === 'forbidden';
      const may = reachOf(role, right) !== undefined;
      if (refused === may || status === 401 || status >= 500 || body?.code === 'salon_not_found') {
        wrong.push(`${operation.id} (${right}) as ${role}: ${status} ${body?.code}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('what is one’s own belongs to a staff member: without one there is nothing', async () => {
  const own = ofSalons().filter(({ right }) => reachOf('staff', right as Right) === 'own');
  expect(own.length).toBeGreaterThan(10);
  const { call } = await signIn(api, salon, 'staff');
  for (const operation of own) {
    expect([operation.id, (await call(...callOf(operation))).body.code]).toEqual([operation.id, 'forbidden']);
  }
});

/** Changes no salon, only whoever calls: she may have to be signed out just when nothing else may be changed. */
const EVEN_READ_ONLY = [
  ...['signUp', 'askToConfirmEmail', 'confirmEmail', 'signIn', 'signInWithCode', 'signInWithRecoveryCode', 'signOut'],
  ...['beginPasskeySignIn', 'signInWithPasskey', 'askToResetPassword', 'resetPassword', 'changeProfile'],
  ...['changePassword', 'changeEmail', 'beginSecondFactor', 'confirmSecondFactor', 'removeSecondFactor'],
  ...['renewRecoveryCodes', 'beginPasskey', 'addPasskey', 'renamePasskey', 'removePasskey', 'endSession'],
  'signOutEverywhere',
];

test('while nothing may be changed, no right changes anything, and what is read is read', {
  timeout: 120_000,
}, async () => {
  const app = await api.another({ READ_ONLY_MODE: 'true' });
  const { loginId } = await signIn(api, salon, 'owner', { staffId: salon.staff.Mia ?? '' });
  const operations = document.operations.filter(
    ({ id, path }) => /^\/api\/(desk|auth)(\/|$)/.test(path) && id !== 'streamChanges',
  );
  expect(EVEN_READ_ONLY.filter((id) => !operations.some((one) => one.id === id))).toEqual([]);
  const wrong: string[] = [];
  for (const operation of operations) {
    const [method, url, payload] = callOf(operation);
    // A session of her own each time: some of the routes end it.
    const { call } = await openSession(api, { loginId });
    const { status, body, headers } = await call(method, url, payload, {}, app);
    const refused = status === 503 && body.code === 'read_only' && Number(headers['retry-after']) > 0;
    const changes = method !== 'GET' && !EVEN_READ_ONLY.includes(operation.id);
    if (refused !== changes || (status >= 500 && !changes)) wrong.push(`${operation.id}: ${status} ${body?.code}`);
  }
  expect(wrong).toEqual([]);
});

test('a route of the desk that names no right cannot be registered', async () => {
  const app = await api.another();
  const answer = async () => 'anybody may read this';
  expect(() => app.get('/api/desk/:salonId/forgotten', answer)).toThrow('names no right');
  const config = { right: 'seeCalendar' } as const;
  expect(() => app.get('/api/desk/forgotten', { config }, answer)).toThrow('names a right, but no salon');
  for (const operation of document.operations.filter(({ path }) => path.startsWith('/api/desk'))) {
    expect([operation.id, operation.right]).toEqual([operation.id, expect.any(String)]);
  }
});
