import { type EnvelopeSink, startEnvelopeSink } from '@salon/telemetry/test/envelope-sink';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPageFixture } from '../../test/built-page.fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

const PUBLIC_URL = 'https://termine.example';
const built = builtPageFixture();
let sink: EnvelopeSink;
let api: TestApi;

beforeAll(async () => {
  sink = await startEnvelopeSink();
  api = await testApi({ WEB_DIR: built.folder, PUBLIC_URL, SENTRY_WEB_DSN: sink.dsn(5), SENTRY_RELEASE: 'salon@9' });
});
afterAll(async () => {
  await api.close();
  sink.stop();
  built.remove();
});

const envelope = (dsn: string, words = 'broke') =>
  `${JSON.stringify({ dsn, sent_at: '2026-11-23T07:00:00Z' })}\n{"type":"event"}\n${JSON.stringify({ message: words })}\n`;
const send = (payload: string | undefined, headers = {}, app = api.app) =>
  app.inject({
    method: 'POST',
    url: '/api/reports',
    headers: { origin: PUBLIC_URL, 'content-type': 'text/plain;charset=UTF-8', ...headers },
    ...(payload === undefined ? {} : { payload }),
  });

test('what a page reports is handed on as it is, and nobody is told who sent it', async () => {
  const whoever = {
    cookie: 'salon=secret',
    'x-forwarded-for': '203.0.113.7',
    'user-agent': 'Annas Telefon',
    referer: 'https://termine.example/b/token',
  };
  expect((await send(envelope(sink.dsn(5)), whoever)).statusCode).toBe(200);
  expect(sink.envelopes).toEqual([
    { project: '5', key: 'publickey', dsn: sink.dsn(5), items: [{ type: 'event', payload: '{"message":"broke"}' }] },
  ]);
  for (const secret of ['salon=secret', '203.0.113.7', 'Annas', '/b/token']) expect(sink.heard()).not.toContain(secret);
});

test.each([
  ['for another project', (dsn: string) => envelope(dsn.replace('/5', '/6')), {}, 400],
  ['for another host', () => envelope('https://publickey@sentry.example/5'), {}, 400],
  ['without a project', () => '{}\n{"type":"event"}\n{}\n', {}, 400],
  ['that is no envelope', () => 'hello', {}, 400],
  ['with a first line without an end', (dsn: string) => `{"x":"${'x'.repeat(9_000)}","dsn":"${dsn}"}\n`, {}, 400],
  ['of another site', (dsn: string) => envelope(dsn), { origin: 'https://elsewhere.example' }, 403],
  ['of nobody knows where', (dsn: string) => envelope(dsn), { origin: '' }, 403],
  ['that is too large', (dsn: string) => envelope(dsn, 'x'.repeat(1024 * 1024)), {}, 413],
])('a report %s is refused, and goes nowhere', async (_what, payload, headers, status) => {
  const before = sink.envelopes.length;
  expect((await send(payload(sink.dsn(5)), headers)).statusCode).toBe(status);
  expect(sink.envelopes).toHaveLength(before);
});

test('while nothing may be changed reports are taken all the same', async () => {
  const app = await api.another({ READ_ONLY_MODE: 'true' });
  expect((await send(envelope(sink.dsn(5), 'on that day'), {}, app)).statusCode).toBe(200);
});

test('an empty report is refused too', async () => {
  expect((await send(undefined)).statusCode).toBe(400);
});

test('one address reports so often and no more', async () => {
  const limited = await api.another({ RATE_LIMIT: '2/min' });
  const statuses = [];
  for (let times = 0; times < 3; times++) statuses.push((await send(envelope(sink.dsn(5)), {}, limited)).statusCode);
  expect(statuses).toEqual([200, 200, 429]);
});

test('where reports cannot be handed on, no page hears of it', async () => {
  const away = await startEnvelopeSink();
  away.stop();
  const app = await api.another({ SENTRY_WEB_DSN: away.dsn(5) });
  expect((await send(envelope(away.dsn(5)), {}, app)).statusCode).toBe(202);
});

test('a page says how it reports, and where nobody is told there is nothing to report to', async () => {
  const SETTINGS = /<script type="application\/json" id="reports">(.*?)<\/script>/;
  for (const url of ['/desk', '/b/token']) {
    expect(JSON.parse(SETTINGS.exec((await api.app.inject({ url })).body)?.[1] ?? '{}')).toEqual({
      ...{ dsn: sink.dsn(5), environment: 'test', release: 'salon@9', traces: 1 },
      replay: { sessions: 0.1, errors: 1 },
    });
  }
  const quiet = await api.another({ SENTRY_WEB_DSN: '' });
  expect((await quiet.inject({ url: '/desk' })).body).not.toMatch(SETTINGS);
  expect((await send(envelope(sink.dsn(5)), {}, quiet)).statusCode).toBe(404);
});
