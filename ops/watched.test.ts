import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { freePort } from '@salon/db/embedded/free-port';
import { withClient } from '@salon/db/embedded/with-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../proof/stack/processes.ts';
import { startProduct } from '../proof/stack/product.ts';
import { type SalonDatabase, startSalonDatabase } from '../proof/stack/salon-database.ts';
import { undoStack } from '../proof/stack/undo-stack.ts';
import { expressions, namesIn, rules } from './test/expressions.ts';
import { GOOD_FOR, startHttpsPage } from './test/https-page.ts';
import { type Listeners, startListeners } from './test/listeners.ts';
import { type Standby, startStandby } from './test/standby.ts';
import { ALERTMANAGER, PROMETHEUS, PROMTOOL } from './test/tools.ts';
import { startWatchers } from './test/watchers.ts';

const TOKEN = 'for-those-who-watch-the-product';
const PATIENCE_MS = 60_000;
const PERSONAL = {
  customer: { name: 'Wilhelmine Ohnesorg', email: 'Wilhelmine@Ohnesorg.example', phone: '+49 151 7654321' },
  guestName: 'Kunigunde',
  note: 'Bitte kein Haarspray, Allergie',
};
const KEY = 'key-of-wilhelmine';
const PASSWORD = 'hunde-und-katzen-7';

const undo = undoStack();
let product: SalonDatabase & { readonly baseUrl: string };
let replica: Standby;
/** Where customers would come, over https. */
let publicUrl: string | undefined;
let mails: Listeners['mails'];
let spans: Listeners['spans'];
let reports: Listeners['reports'];

beforeAll(async () => {
  ({ mails, spans, reports } = await startListeners(undo));
  const database = await startSalonDatabase({ salons: 2 }, undo);
  const { dataDir, ownerUrl, apiUrl } = database;
  const replicaUrl = new URL(apiUrl);
  replicaUrl.port = String(await freePort());
  replica = await startStandby(dataDir, ownerUrl, Number(replicaUrl.port));
  undo.add(replica.stop);
  const page = await startHttpsPage(dataDir);
  if (page) undo.add(page.stop);
  publicUrl = page?.url;
  const port = await freePort();
  const env = {
    LOG_LEVEL: 'info',
    METRICS_TOKEN: TOKEN,
    SMTP_URL: mails.url,
    MAIL_FROM: 'Salon <salon@salon.example>',
    DATABASE_REPLICA_URL: replicaUrl.href,
    ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }),
    OTEL_EXPORTER_OTLP_ENDPOINT: spans.url,
    OTEL_BSP_SCHEDULE_DELAY: '200',
    SENTRY_DSN: reports.dsn(),
    SENTRY_TRACES_SAMPLE_RATE: '1',
  };
  const { stop } = await startProduct({ port, apis: 2, dataDir, apiUrl, ownerUrl, env });
  undo.add(stop);
  product = { ...database, baseUrl: `http://127.0.0.1:${port}` };
});
afterAll(() => undo.undo());

/** Each on a connection of its own, so that either process may have it. */
async function ask(path: string, options: RequestInit = {}) {
  const headers = { 'content-type': 'application/json', connection: 'close', ...options.headers };
  const answer = await fetch(product.baseUrl + path, { ...options, headers });
  return { status: answer.status, id: answer.headers.get('x-request-id') ?? '', text: await answer.text() };
}

const post = (path: string, body: object, headers = {}) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers });
const scrape = async () => (await ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}` } })).text;

/** Days ahead, of whose times nobody else here takes any. */
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const wish = (ahead: number, more: object = PERSONAL) => ({
  ...{ salonSlug: 'load-001', service: 'Haarschnitt', date: day(ahead), time: '10:00' },
  ...more,
});
const book = (ahead: number, more?: object, key = `key-${ahead}`) =>
  post('/api/bookings/public', wish(ahead, more), { 'idempotency-key': key });

const sumOf = (text: string, name: string, ...labels: string[]) =>
  text
    .split('\n')
    .filter((line) => line.startsWith(name) && labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);

const logs = (name: string) =>
  readdirSync(join(product.dataDir, 'logs'))
    .filter((file) => file.startsWith(name))
    .flatMap((file) =>
      readFileSync(join(product.dataDir, 'logs', file), 'utf8')
        .trim()
        .split('\n'),
    )
    .filter((line) => line !== '');

test('two processes and the worker are told as one, whichever is asked', async () => {
  const answers = [];
  for (let ahead = 2; ahead < 12; ahead++)
    answers.push(await book(ahead, {}, `many-${ahead}`).then(({ status }) => status));
  expect(answers).toEqual(answers.map(() => 400)); // nobody without a name
  for (let ahead = 2; ahead < 12; ahead++) {
    const customer = { name: 'Gast', email: `gast-${ahead}@kunde.example` };
    expect(await book(ahead, { customer }, `many-${ahead}`)).toMatchObject({ status: 201 });
  }
  await mails.arrivals(10);
  const isCounted = async () => sumOf(await scrape(), 'jn_mails_total{', 'outcome="sent"') >= 10;
  await until(isCounted, 'the mails to be counted', PATIENCE_MS);
  for (let asked = 0; asked < 4; asked++) {
    const told = await scrape();
    expect(sumOf(told, 'jn_funnel_total{', 'step="booked"')).toBe(10);
    expect(sumOf(told, 'jn_bookings_total{', 'salon="load-001"', 'status="confirmed"')).toBe(10);
    expect(sumOf(told, 'jn_revenue_booked_cents_total{', 'currency="EUR"')).toBe(35_000);
    const processes = [...told.matchAll(/^process_start_time_seconds\{process="([^"]+)"\}/gm)].map(([, name]) => name);
    expect(processes.sort()).toEqual(['api-1', 'api-2', 'worker']);
  }
});

test.skipIf(!PROMTOOL)(
  'whatever services are called, and whatever strangers ask for, Prometheus can read it',
  async () => {
    const odd = 'Föhnen "Spezial" \\n {a="b"} # 💇‍♀️,\\';
    await withClient(product.ownerUrl, async (client) => {
      const { rowCount } = await client.query(
        `update service set name = $1 where name = 'Haarschnitt' and salon_id = (select id from salon where slug = 'load-002')`,
        [odd],
      );
      expect(rowCount).toBe(1);
      await client.query("update salon set config_version = config_version + 1 where slug = 'load-002'");
    });
    const customer = { name: 'Gast', email: 'gast-odd@kunde.example' };
    expect(await book(12, { salonSlug: 'load-002', service: odd, customer })).toMatchObject({ status: 201 });
    for (let asked = 0; asked < 20; asked++)
      await ask(`/nothing/"${asked}\\`, { method: `INVENTED${asked}` }).catch(() => {});
    for (let asked = 0; asked < 20; asked++)
      await ask(`/api/nothing-${asked}`, { method: asked % 2 ? 'PROPFIND' : 'GET' });

    const told = await scrape();
    const { stderr } = spawnSync(PROMTOOL ?? '', ['check', 'metrics'], { input: told, encoding: 'utf8' });
    // It would call three of Node's own otherwise; what cannot be read, it would say with these.
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('nodejs_active_'))).toEqual([]);
    const labels = [...told.matchAll(/^jn_bookings_total\{.*service="((?:[^"\\]|\\.)*)"/gm)];
    expect(labels.map(([, name]) => name?.replaceAll(/\\(["\\])/g, '$1'))).toContain(odd);
    const ofNobody = [...told.matchAll(/^jn_http_requests_total\{method="(\w+)",route="none",status="(\d+)"/gm)];
    expect(new Set(ofNobody.map(([, method, status]) => `${method} ${status}`))).toEqual(
      new Set(['GET 404', 'other 404']),
    );
  },
);

test('a visit is one trace from the API through database and queue to its mail, with the number of its request', async () => {
  const { status, id } = await book(20, PERSONAL, KEY);
  expect(status).toBe(201);
  const traceId = id.replaceAll('-', '');
  const ofIt = () => spans.spans.filter((span) => span.traceId === traceId);
  const has = (service: string, name: RegExp) =>
    ofIt().find((span) => span.service === service && name.test(span.name));
  // Each process sends its own when it gets round to it.
  const isWhole = () =>
    [/^POST \/api\/bookings\/public$/, /book_/].every((name) => has('salon-api', name)) &&
    [/^queue confirmation$/, /^mail confirmation$/, /ledger_take/].every((name) => has('salon-worker', name));
  await until(isWhole, 'the whole trace', PATIENCE_MS);
  const request = has('salon-api', /^POST \/api\/bookings\/public$/);
  expect(request).toMatchObject({ spanId: traceId.slice(16), parentSpanId: '' });
  expect(has('salon-api', /book_/)).toMatchObject({ parentSpanId: request?.spanId });
  expect(has('salon-worker', /^queue confirmation$/)).toMatchObject({ parentSpanId: request?.spanId });
  const mail = has('salon-worker', /^mail confirmation$/);
  expect(mail).toMatchObject({ parentSpanId: request?.spanId });
  expect(has('salon-worker', /ledger_take/)).toMatchObject({ parentSpanId: mail?.spanId });

  // Beside the spans' own, the same trace for whoever looks at the reports.
  const reported = (name: string) =>
    reports
      .transactions()
      .find(({ transaction, contexts }) => transaction === name && contexts?.trace?.trace_id === traceId);
  await until(() => reported('mail confirmation') !== undefined, 'the reported trace', PATIENCE_MS);
  for (const [part, query] of [
    ['POST /api/bookings/public', 'book_'],
    ['mail confirmation', 'ledger_take'],
  ] as const) {
    const told = reported(part)?.spans?.filter(({ op }) => op === 'db') ?? [];
    expect(
      told.filter(({ description }) => description?.includes(query)),
      part,
    ).toHaveLength(1);
  }

  // The ledger and the worker's log know the request by the same number.
  const { rows } = await withClient(product.ownerUrl, (client) =>
    client.query('select kind from message where request_id = $1', [id]),
  );
  expect(rows.map(({ kind }) => kind)).toContain('confirmation');
  const sent = logs('worker')
    .map((line) => JSON.parse(line))
    .filter((line) => line.requestId === id);
  expect(sent).toContainEqual(expect.objectContaining({ msg: 'mail', kind: 'confirmation', outcome: 'sent' }));
});

test('a whole run leaves nothing personal in logs, traces and figures, and one line for each request', async () => {
  const booked = JSON.parse((await book(20, PERSONAL, KEY)).text).booking;
  const token = booked.manageUrl.split('/b/')[1];
  const ids: string[] = [];
  const note = async (asked: Promise<{ id: string }>) => void ids.push((await asked).id);
  await note(book(20, { ...PERSONAL, time: '11:00' }, KEY));
  await note(book(21, { ...PERSONAL, time: '99:00' }));
  await note(ask(`/b/${token}`));
  await note(ask(`/api/bookings/manage/${token}`));
  await note(ask(`/api/bookings/manage/${token}/calendar.ics`));
  await note(ask(`/api/bookings/manage/${token}x`));
  const move = { date: day(22), time: '12:00', version: 1 };
  await note(post(`/api/bookings/manage/${token}/reschedule`, move, { 'idempotency-key': KEY }));
  await note(post(`/api/bookings/manage/${token}/cancel`, { reason: 'Bandscheibe' }));
  await note(post('/api/salons/load-001/lost-link', { email: PERSONAL.customer.email }));
  const signIn = { email: PERSONAL.customer.email, password: PASSWORD };
  await note(post('/api/auth/sign-in/email', signIn, { origin: publicUrl ?? product.baseUrl }));
  await note(ask('/metrics', { headers: { authorization: `Bearer ${TOKEN}x` } }));
  // A mail server that names whom it refuses, and a database that quotes the row it refuses.
  mails.mood = { code: 550, words: `5.1.1 <${PERSONAL.customer.email}> unknown` };
  await note(book(23, PERSONAL));
  await withClient(product.ownerUrl, (client) =>
    client.query(`alter table booking add constraint nobody check (guest_name <> '${PERSONAL.guestName}') not valid`),
  );
  const failed = book(24, PERSONAL);
  await note(failed);
  expect((await failed).status).toBe(500);
  // The same trace for whoever looks at spans and whoever looks at errors, and one report of one fault.
  const traceId = (await failed).id.replaceAll('-', '');
  await until(() => reports.errors().length > 0, 'the report of it', PATIENCE_MS);
  await until(() => spans.spans.some((span) => span.traceId === traceId), 'its spans', PATIENCE_MS);
  expect(reports.errors()).toMatchObject([
    { contexts: { trace: { trace_id: traceId } }, tags: { feature: 'booking' } },
  ]);
  await until(() => logs('worker').some((line) => line.includes('"why":"550"')), 'the refused mail', PATIENCE_MS);
  await withClient(product.ownerUrl, (client) => client.query('alter table booking drop constraint nobody'));
  mails.mood = 'takes';

  const lines = logs('');
  const told = [...lines, spans.heard(), reports.heard(), await scrape()].join('\n').toLowerCase();
  for (const secret of [
    ...['ohnesorg', 'wilhelmine', '7654321', 'kunigunde', 'haarspray', 'bandscheibe', 'gast-', 'kunde.example'],
    ...[token, KEY, PASSWORD, TOKEN, 'of-the-proof-alone'].map((text) => text.toLowerCase()),
  ]) {
    const at = told.indexOf(secret);
    expect(at < 0 ? '' : told.slice(Math.max(0, at - 200), at + 100), secret).toBe('');
  }
  const requests = logs('api')
    .map((line) => JSON.parse(line))
    .filter((line) => line.msg === 'request');
  for (const id of ids)
    expect(
      requests.filter(({ requestId }) => requestId === id),
      id,
    ).toHaveLength(1);
  for (const line of requests) {
    expect(line).toMatchObject({ route: expect.any(String), status: expect.any(Number), ms: expect.any(Number) });
  }
  expect(requests.filter(({ route, status }) => route === '/api/bookings/public' && status === 500)).toEqual([
    expect.objectContaining({ salon: expect.any(String), code: 'internal' }),
  ]);
});

test('a replica that stops following is seen to fall behind, and to catch up', async () => {
  const lag = async () => sumOf(await scrape(), 'jn_replica_lag_seconds ');
  await until(async () => (await lag()) === 0, 'the replica to follow', PATIENCE_MS);
  await replica.replay(false);
  await book(40, { customer: { name: 'Gast', email: 'gast-40@kunde.example' } });
  await until(async () => (await lag()) > 1, 'the replica to be behind', PATIENCE_MS);
  await replica.replay(true);
  await until(async () => (await lag()) === 0, 'the replica to catch up', PATIENCE_MS);
  expect(sumOf(await scrape(), 'jn_replica_up ')).toBe(1);
});

test('a backup that was good is told by whoever made it, and until when the certificate is good by the address itself', async () => {
  const backup = async () => sumOf(await scrape(), 'jn_backup_last_success_timestamp_seconds ');
  expect(await backup()).toBe(0);
  const runbook = readFileSync(join(import.meta.dirname, 'runbook.md'), 'utf8');
  const told = /^insert into last_backup .*;$/m.exec(runbook)?.[0] ?? 'not in the runbook';
  await withClient(product.ownerUrl, (client) => client.query(told));
  await until(async () => (await backup()) > Date.now() / 1_000 - 60, 'the backup', PATIENCE_MS);
  // Of a database made a moment ago nothing is due yet, and nobody is to be told that pruning was missed.
  expect(sumOf(await scrape(), 'jn_prune_last_success_timestamp_seconds ')).toBeGreaterThan(Date.now() / 1_000 - 3_600);
  if (publicUrl === undefined) return;
  expect(sumOf(await scrape(), 'jn_certificate_read ')).toBe(1);
  const goodUntil = sumOf(await scrape(), 'jn_certificate_expires_timestamp_seconds ');
  expect(Math.round((goodUntil - Date.now() / 1_000) / 86_400)).toBe(GOOD_FOR);
});

test('every expression of rules and dashboards names only what the product tells', async () => {
  const told = await scrape();
  // By what is declared: of much there is no series before it has happened.
  const there = new Set(
    [...told.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? ['', '_bucket', '_sum', '_count'].map((part) => name + part) : name,
    ),
  );
  // Prometheus' own, and what the rules record.
  for (const name of ['up', 'ALERTS', ...rules().flatMap(({ record }) => record ?? [])]) there.add(name);
  // Not tested: no openssl.
  const certificate = ['jn_certificate_expires_timestamp_seconds', 'jn_certificate_read'];
  for (const name of publicUrl === undefined ? certificate : []) there.add(name);
  for (const { where, expr } of expressions()) {
    const names = namesIn(expr);
    if (where !== 'Watchdog') expect(names.length, expr).toBeGreaterThan(0);
    // Each process tells these: where all are asked one by one, a sum would be so many times as much.
    const ofProduct = names.filter((name) => new RegExp(`^${name}(\\{(?!.*process=).*\\})? `, 'm').test(told));
    for (const name of ofProduct) {
      expect(expr, where).not.toMatch(new RegExp(`\\bsum\\s*(by\\s*\\([^)]*\\)\\s*)?\\(\\s*${name}\\b`));
    }
    for (const name of names) expect(there, `${where}: ${expr}`).toContain(name);
  }
});

test.skipIf(!PROMETHEUS || !ALERTMANAGER)(
  'a mail server that refuses everybody: Prometheus sees it, and somebody is told, with where to read on',
  async () => {
    type Alert = { status: string; labels: Record<string, string>; annotations: Record<string, string> };
    const told: Alert[] = [];
    const webhook = createServer(async (request, response) => {
      told.push(
        ...((await json(request)) as { alerts: Alert[] }).alerts.map((alert) => ({ ...alert, at: request.url })),
      );
      response.end();
    });
    await once(webhook.listen(0, '127.0.0.1'), 'listening');
    undo.add(() => {
      webhook.closeAllConnections();
      webhook.close();
    });
    const watchers = await startWatchers({
      folder: join(product.dataDir, 'watchers'),
      target: new URL(product.baseUrl).host,
      token: TOKEN,
      webhook: `http://127.0.0.1:${(webhook.address() as AddressInfo).port}`,
    });
    undo.add(watchers.stop);
    const firing = (name: string) =>
      told.find(({ labels, status }) => labels.alertname === name && status === 'firing');
    const hears = async () => {
      const answer = await fetch(`${watchers.url}/api/v1/query?query=count(jn_mails_total)`).catch(() => undefined);
      return answer !== undefined && (await answer.text()).includes('"value"');
    };
    await until(hears, 'Prometheus to see the product', PATIENCE_MS);

    mails.mood = { code: 451, words: '4.3.0 not now' };
    for (let ahead = 30; ahead < 36; ahead++) {
      await book(ahead, { customer: { name: 'Gast', email: `gast-${ahead}@kunde.example` } });
    }
    await until(() => firing('MailFailing') !== undefined, 'the alert', PATIENCE_MS);
    expect(firing('MailFailing')).toMatchObject({
      at: '/page',
      labels: { severity: 'page' },
      annotations: { runbook_url: 'ops/runbook.md#mailfailing', summary: expect.stringMatching(/of the tries/) },
    });
    expect(firing('HighErrorRate')).toBeUndefined();
  },
);
