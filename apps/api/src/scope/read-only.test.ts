import { switchReadOnly } from '@salon/db/read-only';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, type Operation, readDocument } from '../test/api-document.ts';
import { deskOf } from '../test/desk-caller.ts';
import { exampleOf } from '../test/example-of.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { openSession, signIn } from '../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../test/test-api.ts';

/** Changes no salon, only whoever calls: she may have to be signed out just when nothing else may be changed. */
const EVEN_READ_ONLY = [
  ...['signUp', 'askToConfirmEmail', 'confirmEmail', 'signIn', 'signInWithCode', 'signInWithRecoveryCode', 'signOut'],
  ...['beginPasskeySignIn', 'signInWithPasskey', 'askToResetPassword', 'resetPassword', 'changeProfile'],
  ...['changePassword', 'changeEmail', 'beginSecondFactor', 'confirmSecondFactor', 'removeSecondFactor'],
  ...['renewRecoveryCodes', 'beginPasskey', 'addPasskey', 'renamePasskey', 'removePasskey', 'endSession'],
  'signOutEverywhere',
];

const MINUTE = 60_000;

let api: TestApi;
let salon: FixtureSalon;
let document: ApiDocument;
let owner: Awaited<ReturnType<typeof signIn>>;
/** A visit that was booked online. */
let token: string;

beforeAll(async () => {
  api = await testApi();
  const services = { Herrenhaarschnitt: { phases: [['work', 30]] } } as const;
  salon = await createSalon(api.prisma, { staff: ['Mia'], services, policy: { cancellationMinutes: 0 } });
  document = await readDocument(api);
  owner = await signIn(api, salon, 'owner', { staffId: salon.staff.Mia ?? '' });
  token = tokenOf((await book(api.app, wish(salon, { time: '16:00' }))).body.booking);
});
afterAll(() => api.close());

/** As an operator does, without telling any process. */
async function switched(on: boolean, until: number | null = null, endsItself = false) {
  const end = { until, endsItself, reason: 'a larger disk' };
  await switchReadOnly(api.owner, { on, ...end, changedBy: 'maren@pult', changedAt: api.clock.now });
}

const saysReadOnly = async (app: TestApi['app']) =>
  (await app.inject({ url: '/api/system/health' })).json().readOnlyMode;

/** Both processes have seen it. */
async function seen(on: boolean, ...apps: TestApi['app'][]) {
  for (const app of apps) await expect.poll(() => saysReadOnly(app), { timeout: 10_000 }).toBe(on);
}

/** Calls a route as somebody who may, with a body it takes and ids of nothing. */
function callOf({ id, method, path, body }: Operation) {
  const ids = (name: string) => (name === 'salonId' ? salon.id : v7());
  const url = path
    .replace('{salonId}', salon.id)
    .replace('{slug}', salon.slug)
    .replace('/manage/{token}', `/manage/${token}`)
    .replace(/\{\w+\}/g, () => v7());
  // Which services, and of which salon, can be said in two ways, and has to be in one.
  const example = () => (id === 'bookVisit' ? wish(salon) : exampleOf(document, body ?? {}, ids)) as object;
  return [
    method,
    url,
    method === 'GET' || method === 'DELETE' ? undefined : body === undefined ? {} : example(),
  ] as const;
}

test('every write of every route is refused kindly, and whatever is read is read', { timeout: 120_000 }, async () => {
  const until = api.clock.now + 90 * MINUTE;
  await switched(true, until);
  await seen(true, api.app);
  const operations = document.operations.filter(({ id }) => id !== 'streamChanges');
  expect(EVEN_READ_ONLY.filter((id) => !operations.some((one) => one.id === id))).toEqual([]);
  const wrong: string[] = [];
  for (const operation of operations) {
    const [method, url, payload] = callOf(operation);
    // A session of her own each time: some of the routes end it.
    const { call } = await openSession(api, { loginId: owner.loginId });
    const { status, body, headers } = await call(method, url, payload, { 'idempotency-key': v4() });
    const refused =
      status === 503 &&
      body.code === 'read_only' &&
      headers['retry-after'] === String(90 * 60) &&
      Date.parse(body.estimatedRecovery) === until;
    const writes = method !== 'GET' && !EVEN_READ_ONLY.includes(operation.id);
    if (refused !== writes || (status >= 500 && !writes)) wrong.push(`${operation.id}: ${status} ${body?.code}`);
  }
  await switched(false);
  await seen(false, api.app);
  expect(operations.filter(({ method }) => method !== 'GET').length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});

test('a route nobody thought of refuses too', async () => {
  const app = await api.another({ READ_ONLY_MODE: 'true' });
  app.post('/api/salons/:slug/forgotten', async () => 'written');
  const answer = await app.inject({ method: 'POST', url: `/api/salons/${salon.slug}/forgotten` });
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'read_only']);
});

test('processes see the switch without being told or started anew; what was done before is answered again', async () => {
  const other = await api.another();
  const body = wish(salon, { time: '10:00' });
  const booked = await book(api.app, body, 'before');
  const desk = deskOf(await signIn(api, salon, 'owner'), salon);
  const made = await desk.visit(['Herrenhaarschnitt Mia 12:00'], {}, 'before');
  expect([booked.status, made.status]).toEqual([201, 201]);
  const moved = { date: '2026-11-24', time: '11:00', version: 1 };
  const move = () => manage(other, tokenOf(booked.body.booking), '/reschedule', moved, 'before');
  const first = await move();
  expect(first.status).toBe(200);

  await switched(true);
  await seen(true, api.app, other);
  const refused = await book(other, wish(salon, { time: '14:00' }));
  expect([refused.status, refused.body.code, refused.body.estimatedRecovery]).toEqual([503, 'read_only', null]);
  expect(refused.headers['retry-after']).toBe('300');
  // Its answer was lost on the way, and whoever booked tries again.
  expect((await book(other, body, 'before')).body).toEqual({ ...booked.body, duplicate: true });
  expect((await move()).text).toBe(first.text);
  const again = await desk.visit(['Herrenhaarschnitt Mia 12:00'], {}, 'before');
  expect([again.status, again.body.visits[0].id]).toEqual([200, made.body.visits[0].id]);
  const reused = await desk.visit(['Herrenhaarschnitt Mia 13:00'], {}, 'before');
  expect([reused.status, reused.body.code]).toEqual([422, 'idempotency_key_reused']);

  await switched(false);
  await seen(false, api.app, other);
  expect((await book(other, wish(salon, { time: '14:00' }))).status).toBe(201);
});

test('it ends at its end only where that was asked for, by the clock of whoever answers', async () => {
  const now = api.clock.now;
  await switched(true, now + 10 * MINUTE, true);
  await seen(true, api.app);
  api.clock.now = now + 10 * MINUTE;
  expect((await book(api.app, wish(salon, { date: '2026-11-25' }))).status).toBe(201);

  await switched(true, now + 20 * MINUTE);
  await seen(true, api.app);
  api.clock.now = now + 21 * MINUTE;
  const refused = await book(api.app, wish(salon, { date: '2026-11-26' }));
  expect([refused.status, refused.body.estimatedRecovery, refused.headers['retry-after']]).toEqual([503, null, '300']);
  api.clock.now = now;
  await switched(false);
  await seen(false, api.app);
});

test('mails are asked for and written down all the same', async () => {
  await switched(true);
  await seen(true, api.app);
  const { email } = await openSession(api);
  const asked = await api.app.inject({
    ...{ method: 'POST', url: '/api/auth/reset/ask', headers: { origin: 'http://localhost:3000' } },
    payload: { email },
  });
  expect(asked.statusCode, asked.body).toBeLessThan(300);
  await expect.poll(() => api.prisma.message.count({ where: { recipient: email, state: 'due' } })).toBe(1);
  await switched(false);
  await seen(false, api.app);
});

test('the API itself may neither switch it, write in the trail of operators, nor say that a backup was good', async () => {
  const right = "has_table_privilege('salon_api', $1, $2) as may";
  const may = async (table: string, what: string) =>
    (await api.owner.query(`select ${right}`, [table, what])).rows[0].may;
  for (const table of ['read_only', 'operator_entry', 'last_backup', 'last_prune']) {
    expect([await may(table, 'select'), await may(table, 'insert'), await may(table, 'update')]).toEqual([
      true,
      false,
      false,
    ]);
  }
});

test('who switched it, when and why is written down', async () => {
  await api.owner.query('delete from operator_entry');
  await switched(true, api.clock.now + MINUTE, true);
  await switched(false);
  const { rows } = await api.owner.query('select operator, action, details from operator_entry order by id');
  const until = new Date(api.clock.now + MINUTE).toISOString();
  expect(rows).toEqual([
    { operator: 'maren@pult', action: 'read_only.on', details: { until, endsItself: true, reason: 'a larger disk' } },
    { operator: 'maren@pult', action: 'read_only.off', details: null },
  ]);
});
