import { gzipSync } from 'node:zlib';
import { type PostHogSink, PROJECT_KEY, startPostHogSink } from '@salon/telemetry/test/posthog-sink';
import { v4, v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { signIn } from '../../test/signed-in.ts';
import { type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let sink: PostHogSink;
let salon: FixtureSalon;
let status = 200;

beforeAll(async () => {
  sink = await startPostHogSink(() => status);
  api = await testApi({ ...sink.settings, RATE_LIMIT: '50/min' });
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
});
beforeEach(() => {
  status = 200;
  sink.events.length = 0;
  sink.requests.length = 0;
});
afterAll(async () => {
  await api.close();
  await sink.stop();
});

/** An event as posthog-js makes one: with all that the library adds by itself, which is a lot. */
const captured = (event = 'date_selected', said: object = { daysAhead: 3 }, own: object = {}) => ({
  uuid: v7(),
  event,
  timestamp: '2026-11-23T07:00:00.000Z',
  properties: {
    ...{ salon: salon.id, ...said },
    ...{ token: PROJECT_KEY, distinct_id: v7(), $session_id: v7(), $lib: 'web', $device_id: v7() },
    ...{ $current_url: 'https://x.example/b/aManageToken', $referrer: 'https://mail.example/?q=jonas@kunde.example' },
    ...{ $raw_user_agent: 'Mozilla/5.0', $ip: '203.0.113.7', utm_source: 'jonas@kunde.example', title: 'Jonas' },
    ...own,
  },
  $set_once: { $initial_current_url: 'https://x.example/b/aManageToken' },
});

let caller = 0;
async function send(payload: string | Buffer, type = 'text/plain') {
  const response = await api.app.inject({
    ...{ method: 'POST', url: '/api/measure/e/?compression=gzip-js&ip=0&ver=1.449.2', payload },
    // From another address each time: how often one may ask is a story of its own.
    remoteAddress: `198.51.100.${(caller++ % 250) + 1}`,
    headers: {
      'content-type': type,
      cookie: 'session=secret',
      'user-agent': 'Mozilla/5.0 (Jonas)',
      referer: 'https://x/b/t',
      authorization: 'Bearer secret',
      'x-forwarded-for': '203.0.113.7',
      'accept-language': 'de-DE',
    },
  });
  return { status: response.statusCode, body: response.json() };
}
const packed = (said: unknown) => gzipSync(JSON.stringify(said));
/** As posthog-js 1.449 puts it on the wire. */
const batch = (...events: object[]) =>
  packed({ api_key: PROJECT_KEY, batch: events, sent_at: '2026-11-23T07:00:01.000Z' });

test('what a page sends comes out as the catalogue has it, and the rest does not come out', async () => {
  const one = captured();
  expect(await send(batch(one))).toEqual({ status: 200, body: { status: 1 } });
  expect(sink.events).toEqual([
    {
      ...{ event: 'date_selected', uuid: one.uuid, timestamp: one.timestamp, distinct_id: one.properties.distinct_id },
      properties: {
        ...{ salon: salon.id, daysAhead: 3, $session_id: one.properties.$session_id },
        ...{ $process_person_profile: false, $geoip_disable: true },
      },
    },
  ]);
  // What Node says of itself to everybody; nothing is handed on.
  expect(sink.requests[0]?.headers).toEqual({
    ...{ host: new URL(sink.url).host, connection: 'keep-alive', 'user-agent': 'node' },
    ...{ accept: '*/*', 'accept-language': '*', 'accept-encoding': expect.any(String), 'sec-fetch-mode': 'cors' },
    ...{ 'content-type': 'application/json', 'content-encoding': 'gzip', 'content-length': expect.any(String) },
  });
  const wire = JSON.stringify(sink.requests);
  for (const secret of ['aManageToken', 'kunde.example', 'Jonas', 'Mozilla', '203.0.113.7', '198.51.100', 'session=']) {
    expect(wire).not.toContain(secret);
  }
});

test.each([
  ['a batch, packed', (event: object) => [batch(event), 'text/plain']],
  ['one event, packed', (event: object) => [packed(event), 'text/plain']],
  ['one event, as it is', (event: object) => [JSON.stringify(event), 'application/json']],
  [
    'a list, as a page leaves it behind',
    (event: object) => [
      `data=${encodeURIComponent(Buffer.from(JSON.stringify([event])).toString('base64'))}`,
      'application/x-www-form-urlencoded',
    ],
  ],
] as const)('the library’s ways to send: %s', async (_story, ways) => {
  const [body, type] = ways(captured()) as [string | Buffer, string];
  expect((await send(body, type)).status).toBe(200);
  expect(sink.events).toHaveLength(1);
});

test.each([
  ['of no catalogue', () => captured('$pageview')],
  ['that the server alone says', () => captured('booking_completed', { services: 1, priceCents: 1, currency: 'EUR' })],
  ['of another project', () => captured('date_selected', { daysAhead: 3 }, { token: 'phc_somebodyElsesProjectKey' })],
  [
    'of a visitor who is named',
    () => captured('date_selected', { daysAhead: 3 }, { distinct_id: 'jonas@kunde.example' }),
  ],
  ['with words where words have no place', () => captured('form_error', { field: 'name', wrong: 'Jonas Petersen' })],
  ['that lacks what it should say', () => captured('date_selected', {})],
])('an event %s goes no further', async (_story, event) => {
  expect((await send(batch(event(), captured()))).status).toBe(200);
  expect(sink.events.map((one) => one.event)).toEqual(['date_selected']);
});

test.each([
  ['nothing that can be read', 'what?', 400],
  ['more than a page has to say', JSON.stringify({ x: 'x'.repeat(17_000) }), 413],
  ['little that unpacks to much', gzipSync(Buffer.alloc(5_000_000)), 400],
  ['more events than a page makes', JSON.stringify(Array.from({ length: 51 }, () => ({}))), 400],
])('%s is refused', async (_story, body, expected) => {
  expect((await send(body)).status).toBe(expected);
  expect(sink.requests).toEqual([]);
});

test('PostHog away: the page is told to try again', async () => {
  status = 503;
  expect((await send(packed(captured()))).body.code).toBe('overloaded');
});

test('who sends too often is told to wait, and books all the same', async () => {
  const from = (url: string, payload: string | object) =>
    api.app.inject({ method: 'POST', url, payload, remoteAddress: '192.0.2.9', headers: { 'idempotency-key': v4() } });
  const answers = [];
  for (let n = 0; n < 51; n++) answers.push((await from('/api/measure/e/', JSON.stringify([]))).statusCode);
  expect([answers.filter((one) => one === 200).length, answers.at(-1)]).toEqual([50, 429]);
  expect((await from('/api/bookings/public', wish(salon, { time: '16:00' }))).statusCode).toBe(201);
});

describe('the visitor of a booking', () => {
  const visitors = async () =>
    (await api.owner.query<{ visitor: string | null }>('select visitor from outbox order by created_at, id')).rows.map(
      ({ visitor }) => visitor,
    );
  const book = async (app: TestApi['app'], body: object, visitor: string | undefined, key = v4()) =>
    (
      await app.inject({
        ...{ method: 'POST', url: '/api/bookings/public', payload: body },
        headers: { 'idempotency-key': key, ...(visitor === undefined ? {} : { 'x-visitor': visitor }) },
      })
    ).statusCode;

  test('stays with its event, once for a booking however often it is sent, and nowhere else', async () => {
    await api.owner.query('delete from outbox');
    const [visitor, key, body] = [v7(), v4(), wish(salon, { time: '09:00' })];
    expect([await book(api.app, body, visitor, key), await book(api.app, body, visitor, key)]).toEqual([201, 200]);
    expect(await visitors()).toEqual([visitor]);
    const { rows } = await api.owner.query(
      'select (select json_agg(b) from booking b)::text || (select json_agg(i) from idempotency i)::text as all',
    );
    expect(rows[0].all).not.toContain(visitor);
  });

  test.each([
    ['nobody who consented', undefined, '2026-11-25'],
    ['a name that is none', 'jonas@kunde.example', '2026-11-27'],
    ['much too long', 'x'.repeat(5_000), '2026-11-28'],
  ])('%s: booked, and nothing kept', async (_story, visitor, date) => {
    await api.owner.query('delete from outbox');
    expect(await book(api.app, wish(salon, { date }), visitor)).toBe(201);
    expect(await visitors()).toEqual([null]);
  });

  test('of many who book at the same moment each keeps her own', async () => {
    await api.owner.query('delete from outbox');
    const all = Array.from({ length: 8 }, () => v7());
    const times = ['09', '10', '11', '12', '13', '14', '15', '16'];
    const open = await api.another({ RATE_LIMIT: 'off' });
    const booked = await Promise.all(
      all.map((visitor, n) => book(open, wish(salon, { date: '2026-11-26', time: `${times[n]}:00` }), visitor)),
    );
    expect(new Set(booked)).toEqual(new Set([201]));
    expect(new Set(await visitors())).toEqual(new Set(all));
  });

  test('at a salon that wants nobody measured, or without PostHog, nobody is asked and nothing kept', async () => {
    await api.owner.query('delete from outbox');
    const quiet = await createSalon(api.prisma, {
      staff: ['Ben'],
      services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    });
    const measuring = async (app: TestApi['app']) =>
      (await app.inject({ url: `/api/salons/${quiet.slug}` })).json().salon.measuring;
    expect(await measuring(api.app)).toEqual({ projectKey: PROJECT_KEY });
    const without = await api.another({ POSTHOG_KEY: '' });
    expect(await measuring(without)).toBeNull();
    expect((await without.inject({ method: 'POST', url: '/api/measure/e/', payload: {} })).statusCode).toBe(404);
    expect(await book(without, wish(quiet), v7())).toBe(201);

    const owner = await signIn(api, quiet, 'owner');
    const { version } = (await owner.call('GET', `/api/desk/${quiet.id}/settings`)).body;
    const off = await owner.call('PUT', `/api/desk/${quiet.id}/settings`, { version, statistics: { visitors: false } });
    expect([off.status, off.body.statistics]).toEqual([200, { visitors: false }]);
    expect(await measuring(api.app)).toBeNull();
    expect(await book(api.app, wish(quiet, { time: '11:00' }), v7())).toBe(201);
    expect(await visitors()).toEqual([null, null]);
  });
});
