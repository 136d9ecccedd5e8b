import { v4 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, type Operation, readDocument } from '../test/api-document.ts';
import { exampleOf, type Ids } from '../test/example-of.ts';
import { fullSalon, idIn } from '../test/full-salon.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { openSession, type SignedInMember, signIn } from '../test/signed-in.ts';
import { type TestApi, testApi } from '../test/test-api.ts';

/** Open to everybody. A route that is neither here nor at the desk fails this test. */
const PUBLIC = [
  'live',
  'health',
  'getSalon',
  'listFreeTimes',
  'listBookedTogether',
  'bookVisit',
  'getVisit',
  'listTimesToMoveTo',
  'cancelVisit',
  'moveVisit',
  'getCalendarEntry',
  'reachSteps',
  'askForLinks',
  'signUp',
  'askToConfirmEmail',
  'confirmEmail',
  'signIn',
  'signInWithCode',
  'signInWithRecoveryCode',
  'signOut',
  'askToResetPassword',
  'resetPassword',
  'beginPasskeySignIn',
  'signInWithPasskey',
  'openInvitation',
  'signUpByInvitation',
];

/** Stands in names and texts of the other salon, and nowhere else. */
const MARKER = 'Geheimrat';

let api: TestApi;
let document: ApiDocument;
let theirs: FixtureSalon;
let ours: FixtureSalon;
let stranger: SignedInMember;
/** Ids of the other salon, by the name under which a route asks for them. */
let ids: Record<string, string>;

beforeAll(async () => {
  api = await testApi();
  document = await readDocument(api);
  const services = { Herrenhaarschnitt: { phases: [['work', 30]] } } as const;
  theirs = await createSalon(api.prisma, { staff: [`${MARKER} Mia`], chairs: 1, services });
  ours = await createSalon(api.prisma, { staff: ['Ben'], chairs: 1, services });
  stranger = await signIn(api, ours, 'owner', { staffId: ours.staff.Ben ?? '' });
  ids = (await fullSalon(api, theirs, MARKER)).ids;
});
afterAll(() => api.close());

const theirId: Ids = (name) => idIn(ids, name);

/** One point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const BYTES: Readonly<Record<string, string>> = { putStaffPhoto: 'image/png', putLogo: 'image/png' };

function requestOf(operation: Operation, salonId: string) {
  const { path, parameters, body, method } = operation;
  const url = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'salonId' ? salonId : theirId(name)));
  const query = new URLSearchParams(
    parameters
      .filter((one) => one.in === 'query' && (one.required || one.schema.format === 'uuid'))
      .map((one): [string, string] => [one.name, String(exampleOf(document, one.schema, theirId, one.name))]),
  );
  const bytes = BYTES[operation.id];
  const payload = bytes === undefined ? body && exampleOf(document, body, theirId) : PICTURE;
  return {
    method,
    url: query.size > 0 ? `${url}?${query}` : url,
    headers: {
      origin: 'http://localhost:3000',
      'idempotency-key': v4(),
      ...(bytes === undefined ? {} : { 'content-type': bytes }),
    },
    ...(payload === undefined ? {} : { payload: payload as object }),
  };
}

/** Everything the other salon has. */
async function everythingTheirs() {
  const { rows: tables } = await api.owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'salon_id' order by 1`,
  );
  const kept: Record<string, unknown> = {};
  for (const { name } of tables) {
    const { rows } = await api.owner.query(`select t::text from ${name} t where salon_id = $1 order by 1`, [theirs.id]);
    kept[name] = rows;
  }
  const { rows } = await api.owner.query(
    `select p::text, s.id from passkey p join member m on m.login_id = p.login_id and m.salon_id = $1
       join login_session s on s.login_id = m.login_id`,
    [theirs.id],
  );
  return { ...kept, rows };
}

const expectNothingOf = (text: string, what: string) => {
  expect(text.toLowerCase(), what).not.toContain(MARKER.toLowerCase());
};

/** What a route said that only one person may know is kept by no cache, whatever the answer. */
const expectNotKept = (headers: Readonly<Record<string, unknown>>, what: string) =>
  expect([what, headers['cache-control']]).toEqual([what, expect.stringContaining('no-store')]);

const closed = () => document.operations.filter(({ id }) => !PUBLIC.includes(id));

test('every route of the document is open to everybody on purpose, or asks who calls', () => {
  const known = document.operations.map(({ id }) => id);
  expect(PUBLIC.filter((id) => !known.includes(id))).toEqual([]);
  for (const { id, right } of closed()) expect([id, right]).toEqual([id, expect.any(String)]);
});

test('what is said at the desk, and where one signs in, is kept by no cache and asked for by no other site', async () => {
  const operations = document.operations.filter(({ path }) => /^\/api\/(desk|auth)(\/|$)/.test(path));
  expect(operations.length).toBeGreaterThan(closed().length);
  for (const operation of operations) {
    const { headers, ...request } = requestOf(operation, theirs.id);
    const { origin: _, ...silent } = headers;
    for (const from of [{ origin: 'https://boese.example' }, {}]) {
      const response = await api.app.inject({ ...request, headers: { ...silent, ...from } });
      expectNotKept(response.headers, operation.id);
      if (operation.method !== 'GET')
        expect([operation.id, response.json().code]).toEqual([operation.id, 'origin_refused']);
    }
  }
});

test('nor is it kept where nothing is, or what was sent cannot be read', async () => {
  const headers = { origin: 'http://localhost:3000', cookie: stranger.cookie, 'content-type': 'application/json' };
  for (const [method, url, status] of [
    ['GET', '/api/desk/nowhere/at/all', 404],
    ['GET', '/api/desk?what=nothing', 200],
    ['DELETE', '/api/auth/sign-in', 404],
    ['GET', '/api/auth/nowhere', 404],
    ['POST', '/api/auth/sign-in', 400],
    ['POST', `/api/desk/${ours.id}/visits`, 400],
  ] as const) {
    const response = await api.app.inject({ method, url, headers, ...(method === 'POST' ? { payload: '{' } : {}) });
    expect([method, url, response.statusCode]).toEqual([method, url, status]);
    expectNotKept(response.headers, url);
  }
});

test('without a session every one of them answers 401, and nothing else', async () => {
  const before = await everythingTheirs();
  for (const operation of closed()) {
    const response = await api.app.inject(requestOf(operation, theirs.id));
    expect([operation.id, response.statusCode, response.json().code]).toEqual([operation.id, 401, 'unauthenticated']);
    expectNothingOf(response.body, operation.id);
  }
  expect(await everythingTheirs()).toEqual(before);
});

test('with the session of another salon’s owner every one of a salon answers 404, and nothing else', async () => {
  const before = await everythingTheirs();
  for (const operation of closed().filter(({ path }) => path.includes('{salonId}'))) {
    const request = requestOf(operation, theirs.id);
    const response = await api.app.inject({ ...request, headers: { ...request.headers, cookie: stranger.cookie } });
    expect([operation.id, response.statusCode, response.json().code]).toEqual([operation.id, 404, 'salon_not_found']);
    expectNothingOf(response.body, operation.id);
  }
  expect(await everythingTheirs()).toEqual(before);
});

test('ids of another salon are ids of nothing in one’s own, in the address and in what is sent', {
  timeout: 120_000,
}, async () => {
  const before = await everythingTheirs();
  const wrong: string[] = [];
  for (const operation of closed()) {
    if (operation.id === 'streamChanges' || operation.id === 'leaveSalon') continue;
    const request = requestOf(operation, ours.id);
    // Somebody new each time: some of the routes sign her out, or remove her.
    const { cookie } = await openSession(api, { loginId: stranger.loginId });
    const response = await api.app.inject({ ...request, headers: { ...request.headers, cookie } });
    expectNothingOf(response.body, operation.id);
    expectNotKept(response.headers, operation.id);
    const { code, errors } = response.body.startsWith('{') ? response.json() : {};
    const inAddress = /\{(?!salonId|token)\w+\}/.test(operation.path);
    const sent = JSON.stringify(request.payload ?? {});
    const inBody = Object.values(ids).some((id) => sent.includes(id));
    const idempotent = ['endSession'].includes(operation.id);
    if (response.statusCode >= 500 || (code === 'invalid_request' && !BYTES[operation.id])) {
      wrong.push(
        `${operation.id}: ${response.statusCode} ${code} ${JSON.stringify(errors)} ${JSON.stringify(request.payload)}`,
      );
    } else if (inAddress && !idempotent && response.statusCode !== 404) {
      wrong.push(`${operation.id}: ${response.statusCode} ${code}, expected 404 ${response.body.slice(0, 300)}`);
    } else if (inBody && response.statusCode < 400) {
      wrong.push(`${operation.id}: ${response.statusCode} to ids that are not ours in ${sent}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await everythingTheirs()).toEqual(before);
});
