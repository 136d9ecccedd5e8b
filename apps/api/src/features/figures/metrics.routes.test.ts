import type { AddressInfo } from 'node:net';
import { freePort } from '@salon/db/embedded/free-port';
import { openDatabase } from '@salon/db/pool';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';
import { figuresRepo } from './figures.repo.ts';
import { valueIn } from './series.fixture.ts';

const TOKEN = 'a-token-for-those-who-watch';
let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]], priceCents: 3_500 } },
  });
});
afterAll(() => api.close());

const ask = async (app: TestApi['app'], headers = {}) => (await app.inject({ url: '/metrics', headers })).body;

test('a booking, the same told again, and one that came too late are counted apart, with what the first is worth', async () => {
  const body = wish(salon, { time: '10:00' });
  await book(api.app, body, 'once');
  await book(api.app, body, 'once');
  await book(api.app, wish(salon, { time: '10:00' }));

  const told = await ask(api.app);
  const bookings = (status: string) => valueIn(told, 'jn_bookings_total', { salon: salon.slug, status });
  expect([bookings('confirmed'), bookings('duplicate'), bookings('refused')]).toEqual([1, 1, 1]);
  expect(told).toContain('service="Herrenhaarschnitt",status="confirmed"');
  expect(valueIn(told, 'jn_booking_refusals_total', { code: 'slot_taken' })).toBe(1);
  expect(valueIn(told, 'jn_revenue_booked_cents_total', { salon: salon.slug, currency: 'EUR' })).toBe(3_500);
  expect(valueIn(told, 'jn_booked_value_cents_total', { currency: 'EUR' })).toBe(3_500);
  expect(valueIn(told, 'jn_funnel_total', { step: 'tried' })).toBe(3);
  expect(valueIn(told, 'jn_funnel_total', { step: 'booked' })).toBe(1);
  expect(valueIn(told, 'jn_booking_duration_seconds_count')).toBe(3);
  expect(valueIn(told, 'jn_outbox_waiting')).toBe(1);
});

test('what the desk books is counted beside what customers book: once, and as no step of theirs', async () => {
  const desk = await openDesk(api, salon);
  const before = await ask(api.app);
  const key = 'written-in-by-telephone';
  expect((await desk.visit(['Herrenhaarschnitt Mia 15:00'], {}, key)).status).toBe(201);
  expect((await desk.visit(['Herrenhaarschnitt Mia 15:00'], {}, key)).status).toBe(200);
  // Somebody sits there already.
  expect((await desk.visit(['Herrenhaarschnitt Mia 15:00'])).status).toBe(409);

  const told = await ask(api.app);
  const more = (name: string, labels: Record<string, string>) =>
    (valueIn(told, name, labels) ?? 0) - (valueIn(before, name, labels) ?? 0);
  const ofDesk = { channel: 'desk', salon: salon.slug };
  expect(more('jn_bookings_total', { ...ofDesk, service: 'Herrenhaarschnitt', status: 'confirmed' })).toBe(1);
  expect(more('jn_bookings_total', { ...ofDesk, status: 'duplicate' })).toBe(1);
  expect(more('jn_bookings_total', {})).toBe(2);
  expect(more('jn_revenue_booked_cents_total', ofDesk)).toBe(3_500);
  expect(more('jn_booked_value_cents_total', { channel: 'desk', currency: 'EUR' })).toBe(3_500);
  expect(more('jn_booked_value_cents_total', { channel: 'online' })).toBe(0);
  expect(more('jn_funnel_total', {})).toBe(0);
});

test('what nothing has happened to yet is there as nought, so that its first time is seen', async () => {
  const told = await ask(await api.another());
  expect(valueIn(told, 'jn_http_responses_total', { kind: '5xx' })).toBe(0);
  expect(valueIn(told, 'jn_funnel_total', { step: 'booked' })).toBe(0);
  expect(valueIn(told, 'jn_booked_value_cents_total', { channel: 'online', currency: 'EUR' })).toBe(0);
  expect(valueIn(told, 'jn_booked_value_cents_total', { channel: 'desk', currency: 'EUR' })).toBe(0);
});

test('a mail that nobody takes from the queue gets older, however often it is handed over anew', async () => {
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await api.owner.query(
    `insert into message (salon_id, id, kind, sequence, recipient, state, due_at, created_at, queued_at)
     values ($1, $2, 'lost_link', 0, 'gast@kunde.example', 'queued', $3, $3, $4)`,
    [salon.id, v7(), ago(20), ago(1)],
  );
  const told = await ask(await api.another());
  expect(valueIn(told, 'jn_messages_queued_oldest_seconds')).toBeGreaterThanOrEqual(20 * 60);
});

test('an address that shows no certificate says so, and where there is none to be shown, nothing', async () => {
  const told = await ask(await api.another({ PUBLIC_URL: 'https://localhost:1' }));
  expect(valueIn(told, 'jn_certificate_read')).toBe(0);
  expect(told).not.toContain('jn_certificate_expires_timestamp_seconds');
  expect(await ask(api.app)).not.toContain('jn_certificate');
});

test('a machine whose clock lags an hour behind the database says so', async () => {
  const db = openDatabase(api.database.apiUrl, 'late');
  const hourAgo = Date.now() - 3_600_000;
  expect((await figuresRepo(db).state(hourAgo))?.clockOffset).toBeGreaterThanOrEqual(3_600);
  await db.pool.end();
  expect(valueIn(await ask(api.app), 'jn_clock_offset_seconds')).toBeLessThan(3_600);
});

test('with a token, whoever does not bear it is told nothing; in production nobody is without one', async () => {
  const watched = await api.another({ METRICS_TOKEN: TOKEN });
  expect((await watched.inject({ url: '/metrics' })).statusCode).toBe(401);
  expect((await watched.inject({ url: '/metrics', headers: { authorization: 'Bearer guessed' } })).statusCode).toBe(
    401,
  );
  expect(await ask(watched, { authorization: `Bearer ${TOKEN}` })).toContain('jn_database_up 1');
  const production = await api.another({ NODE_ENV: 'production' });
  expect((await production.inject({ url: '/metrics' })).statusCode).toBe(404);
});

test('several processes add up, whichever is asked; somebody both have seen is one', async () => {
  const [here, there] = [await freePort(), await freePort()];
  const one = await api.another({
    METRICS_PROCESS: 'api-1',
    METRICS_LISTEN: `127.0.0.1:${here}`,
    METRICS_PEERS: `http://127.0.0.1:${there},http://127.0.0.1:1`,
  });
  const two = await api.another({
    METRICS_PROCESS: 'api-2',
    METRICS_LISTEN: `127.0.0.1:${there}`,
    METRICS_PEERS: `http://127.0.0.1:${here}`,
  });
  await book(one, wish(salon, { time: '11:00' }));
  await book(two, wish(salon, { time: '12:00' }));
  await book(two, wish(salon, { time: '13:00' }));
  for (const app of [one, two]) {
    const told = await ask(app);
    expect(valueIn(told, 'jn_funnel_total', { step: 'booked' })).toBe(3);
    expect(valueIn(told, 'jn_funnel_total', { step: 'booked', process: 'api-2' })).toBe(2);
    expect(valueIn(told, 'jn_active_users', { area: 'customers' })).toBe(1);
    expect(told.match(/^# TYPE jn_funnel_total counter$/gm)).toHaveLength(1);
    expect(told.match(/^jn_database_up /gm)).toHaveLength(1);
  }
});

test('peers tell each other alone, and a process asked on its own port tells of itself', async () => {
  const port = await freePort();
  await api.another({ METRICS_LISTEN: `127.0.0.1:${port}`, METRICS_TOKEN: TOKEN });
  const at = (path: string, authorization = '') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization } });
  const answers = [await at('/figures'), await at('/figures', `Bearer ${TOKEN}`), await at('/metrics'), await at('/')];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 404]);
  expect(await (await at('/metrics', `Bearer ${TOKEN}`)).text()).toContain('process_cpu_seconds_total{process="api"}');
});

test('a port that is taken is told in the log, and customers are served', async () => {
  const lines: string[] = [];
  const holder = await api.another();
  await holder.listen({ port: 0, host: '127.0.0.1' });
  const { port } = holder.server.address() as AddressInfo;
  const app = await api.another(
    { METRICS_LISTEN: `127.0.0.1:${port}`, LOG_LEVEL: 'warn' },
    { logTo: { write: (line) => lines.push(line) } },
  );
  expect(lines.join()).toContain('EADDRINUSE');
  expect((await app.inject({ url: '/api/system/live' })).statusCode).toBe(200);
});

test('without its database it says so, and still tells what it knows itself', async () => {
  const gone = new URL(api.database.apiUrl);
  gone.port = '1';
  const told = await ask(await api.another({}, { db: openDatabase(gone.href, 'gone') }));
  expect(valueIn(told, 'jn_database_up')).toBe(0);
  expect(told).not.toContain('jn_outbox_waiting');
  expect(told).toContain('jn_database_pool_waiting');
});
