import { endReports } from '@salon/telemetry/reports';
import { startWatching } from '@salon/telemetry/start';
import { type EnvelopeSink, startEnvelopeSink } from '@salon/telemetry/test/envelope-sink';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '../mail/deliver.ts';
import { type TestWorker, testWorker } from '../test/test-worker.ts';

/** What the way out does with the next mail. */
let deliver: Delivery['deliver'] = async () => {};
let sink: EnvelopeSink;
let worker: TestWorker;

beforeAll(async () => {
  sink = await startEnvelopeSink();
  await startWatching({ part: 'worker', version: '1.2.3' }, { SENTRY_DSN: sink.dsn() });
  const delivery: Delivery = { kind: 'caught', deliver: (mail, id) => deliver(mail, id), close() {} };
  worker = await testWorker('postgres', {}, { delivery });
});
afterAll(async () => {
  await endReports();
  await worker.close();
  sink.stop();
});

test('a mail that we cannot write is told of once; one that nobody can have is not; who gets it is told in neither', async () => {
  const salon = await worker.salon({ email: null, reminderMinutes: null });
  deliver = async ({ recipient }) => {
    throw Object.assign(new Error(`550 <${recipient}> unknown`), { responseCode: 550, command: 'RCPT TO' });
  };
  const refused = await salon.book('2026-12-19T14:00:00+01:00');
  await worker.turn();
  deliver = async (mail) => {
    throw new Error(`no words for "${mail.recipient}" (${JSON.stringify(mail)})`);
  };
  const broken = await salon.book('2026-12-19T15:00:00+01:00');
  await worker.turn();
  // Tried once more, and broken as before.
  worker.clock.now += 60_000;
  await worker.turn();
  const mails = () => sink.transactions().filter(({ transaction }) => transaction?.startsWith('mail'));
  await expect.poll(() => mails().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(3);
  expect(sink.errors()).toMatchObject([
    {
      level: 'error',
      tags: { part: 'worker', salon: salon.id, feature: 'mail', kind: 'confirmation', code: 'Error' },
      exception: { values: [{ type: 'Error', value: 'no words for […] […]' }] },
    },
  ]);
  for (const { email } of [refused, broken]) expect(sink.heard().includes(email), email).toBe(false);
});
