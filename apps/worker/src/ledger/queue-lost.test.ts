import { afterEach, describe, expect, test } from 'vitest';
import { BACKENDS } from '../test/redis-server.ts';
import { MINUTE, type TestWorker, testWorker } from '../test/test-worker.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';
let worker: TestWorker;
afterEach(() => worker.close());

const sentTo = async (id: string) =>
  (await worker.owner.query("select from message where booking_id = $1 and state = 'sent'", [id])).rowCount;

/** Nobody works on the queue: what is handed over stays in it. */
async function withoutSenders(backend: 'postgres' | 'redis') {
  worker = await testWorker(backend);
  await worker.parts.senders.close();
  return worker.salon({ email: null, reminderMinutes: null });
}

describe.runIf(BACKENDS.includes('redis'))('with the queue in Redis', () => {
  test('Redis stopped and started empty: the ledger hands over again, nothing is lost or sent twice', async () => {
    const salon = await withoutSenders('redis');
    const lost = await salon.book(SATURDAY);
    await worker.parts.relayOnce();
    await worker.redis?.stop();
    await worker.redis?.start();
    const next = await worker.another();
    const after = await salon.book(SATURDAY);
    await next.relayOnce();
    await worker.settled(after);
    expect(await salon.ledger(lost)).toEqual(['confirmation 0 queued']);
    worker.clock.now += 2 * MINUTE + 1;
    await next.sweep.all();
    await worker.settled();
    expect([await sentTo(lost.id), await sentTo(after.id)]).toEqual([1, 1]);
    expect(next.done.sent).toBe(2);
  });

  test('Redis away: events go on into the ledger, and wait there until it is back', async () => {
    worker = await testWorker('redis');
    const salon = await worker.salon({ email: null, reminderMinutes: null });
    await worker.redis?.stop();
    const visit = await salon.book(SATURDAY);
    expect(await worker.parts.relayOnce()).toBe(1);
    expect(await salon.ledger(visit)).toEqual(['confirmation 0 due']);
    expect(await worker.parts.sweep.due()).toBe(0);
    await worker.redis?.start();
    while ((await worker.parts.sweep.due()) === 0);
    await worker.settled();
    expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent']);
  });
});

test('the queue in PostgreSQL emptied: the same', async () => {
  const salon = await withoutSenders('postgres');
  const visit = await salon.book(SATURDAY);
  await worker.parts.relayOnce();
  await worker.owner.query('delete from bullmq.job');
  const next = await worker.another();
  worker.clock.now += 2 * MINUTE + 1;
  await next.sweep.all();
  await worker.settled();
  expect(await sentTo(visit.id)).toBe(1);
});

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  test('a queue that is only slow takes no second job for the same try', async () => {
    const salon = await withoutSenders(backend);
    const visit = await salon.book(SATURDAY);
    await worker.parts.relayOnce();
    for (let minute = 0; minute < 5; minute++) {
      worker.clock.now += 3 * MINUTE;
      expect(await worker.parts.sweep.all()).toBe(1);
    }
    const next = await worker.another();
    await worker.settled();
    await next.senders.close();
    expect(await sentTo(visit.id)).toBe(1);
    expect(next.done).toMatchObject({ sent: 1, not_ours: 0 });
  });

  test('a job of an earlier try that turns up late sends nothing', async () => {
    worker = await testWorker(backend);
    const salon = await worker.salon({ email: null, reminderMinutes: null });
    await salon.book(SATURDAY);
    await worker.turn();
    const { rows } = await worker.owner.query('select salon_id as "salonId", id as "messageId", kind from message');
    const { promise: done, resolve } = Promise.withResolvers<void>();
    worker.parts.senders.on('completed', (job) => {
      if (job.data.attempt === 7) resolve();
    });
    await worker.parts.queue.add([{ ...rows[0], attempt: 7, requestId: null }]);
    await done;
    expect(worker.parts.done).toMatchObject({ sent: 1, not_ours: 1 });
  });
});
