import { freePort } from '@salon/db/embedded/free-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../proof/stack/processes.ts';
import { startProduct } from '../proof/stack/product.ts';
import { type SalonDatabase, startSalonDatabase } from '../proof/stack/salon-database.ts';
import { undoStack } from '../proof/stack/undo-stack.ts';
import { type Listeners, startListeners } from './test/listeners.ts';

const PATIENCE_MS = 60_000;
const PERSONAL = {
  customer: { name: 'Wilhelmine Ohnesorg', email: 'wilhelmine@ohnesorg.example', phone: '+49 151 7654321' },
  note: 'Bitte kein Haarspray, Allergie',
};
const date = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

const undo = undoStack();
let database: SalonDatabase;
let mails: Listeners['mails'];
let spans: Listeners['spans'];
let reports: Listeners['reports'];

beforeAll(async () => {
  ({ mails, spans, reports } = await startListeners(undo));
  database = await startSalonDatabase({ salons: 1 }, undo);
});
afterAll(() => undo.undo());

/** Somebody books while it is told to one alone; says what her visit's trace is, and what may not be told of her. */
async function bookWith(env: Record<string, string>, time: string, isWhole: (traceId: string) => boolean) {
  const port = await freePort();
  const mail = { SMTP_URL: mails.url, MAIL_FROM: 'Salon <salon@salon.example>' };
  const { stop } = await startProduct({ port, apis: 1, ...database, env: { ...mail, ...env } });
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/bookings/public`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `key-of-wilhelmine-${time}` },
      body: JSON.stringify({ salonSlug: 'load-001', service: 'Haarschnitt', date, time, ...PERSONAL }),
    });
    expect(answer.status).toBe(201);
    const traceId = answer.headers.get('x-request-id')?.replaceAll('-', '') ?? '';
    await until(() => isWhole(traceId), 'the whole trace', PATIENCE_MS);
    const { booking } = (await answer.json()) as { booking: { manageUrl: string } };
    return { traceId, token: booking.manageUrl.split('/b/')[1] ?? '' };
  } finally {
    await stop();
  }
}

/** What was asked for, and for whom; queries are told by their names. */
function expectNobodyIn(told: string, token: string) {
  for (const secret of ['ohnesorg', 'wilhelmine', '7654321', 'haarspray', token.toLowerCase()]) {
    const at = told.toLowerCase().indexOf(secret);
    expect(at < 0 ? '' : told.slice(Math.max(0, at - 200), at + 100), secret).toBe('');
  }
}

const API = 'POST /api/bookings/public';
const PARTS = [API, 'queue confirmation', 'mail confirmation'];

test('where only errors are reported, a visit is one trace there: API, database, queue and mail', async () => {
  const part = (traceId: string, name: string) =>
    reports
      .transactions()
      .find(({ transaction, contexts }) => transaction === name && contexts?.trace?.trace_id === traceId);
  const { traceId, token } = await bookWith(
    { SENTRY_DSN: reports.dsn(), SENTRY_TRACES_SAMPLE_RATE: '1' },
    '10:00',
    (id) => PARTS.every((name) => part(id, name)),
  );
  const queries = (name: string) =>
    (part(traceId, name)?.spans ?? []).filter((span) => span.op === 'db' && span.trace_id === traceId);
  const named = (name: string) => expect.objectContaining({ description: expect.stringContaining(name) });
  expect(queries(API)).toContainEqual(named('book_'));
  expect(queries('mail confirmation')).toContainEqual(named('ledger_take'));
  expectNobodyIn(reports.heard(), token);
  expect(reports.heard()).not.toMatch(/ where | values ?\(/i);
});

test('where only spans are sent, it is one trace there as well', async () => {
  const before = reports.envelopes.length;
  const parts = [
    /^POST \/api\/bookings\/public$/,
    /book_/,
    /^queue confirmation$/,
    /^mail confirmation$/,
    /ledger_take/,
  ];
  const { token } = await bookWith(
    { OTEL_EXPORTER_OTLP_ENDPOINT: spans.url, OTEL_BSP_SCHEDULE_DELAY: '200' },
    '11:00',
    (id) => parts.every((name) => spans.spans.some((span) => span.traceId === id && name.test(span.name))),
  );
  expect(reports.envelopes).toHaveLength(before);
  expectNobodyIn(spans.heard(), token);
});
