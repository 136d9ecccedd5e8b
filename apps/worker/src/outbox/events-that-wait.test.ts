import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestSalon, TestVisit } from '../test/test-salon.ts';
import { MINUTE, type TestWorker, testWorker } from '../test/test-worker.ts';
import { KNOWN_EVENTS } from './messages-of.ts';
import { outboxRepo } from './outbox.repo.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';

let worker: TestWorker;
let salon: TestSalon;
let visit: TestVisit;

// What a later migration will allow, while this worker still runs.
beforeAll(async () => {
  worker = await testWorker('postgres');
  await worker.owner.query(`
    alter table outbox drop constraint outbox_kind_known;
    alter table message drop constraint message_kind_known`);
});
afterAll(() => worker.close());
beforeEach(async () => {
  salon = await worker.salon({ email: null, reminderMinutes: null });
  visit = await salon.book(SATURDAY);
});

test('an event of a newer release waits for a worker of that release, and holds up no other', async () => {
  await worker.owner.query("update outbox set kind = 'booking_praised' where booking_id = $1", [visit.id]);
  const known = await salon.book(SATURDAY);
  await worker.turn();
  worker.clock.now += 24 * 60 * MINUTE;
  await worker.turn();
  expect(await salon.ledger(known)).toEqual(['confirmation 0 sent']);
  expect(await salon.ledger(visit)).toEqual([]);

  const newer = [...KNOWN_EVENTS, 'booking_praised'];
  const kinds: string[] = [];
  await outboxRepo(worker.parts.db).take(10, worker.clock.now, newer, {
    make: (taken) => {
      kinds.push(...taken.map(({ event }) => event.kind));
      return { messages: [], wrong: [] };
    },
    until: () => worker.clock.now,
  });
  expect(kinds).toEqual(['booking_praised']);
});

test('a mail of a newer release is neither sent nor failed by a worker that cannot write it', async () => {
  await worker.parts.relayOnce();
  await worker.settled();
  // Newer relays and sweepers hand it to the queue, where any worker may come upon the job.
  await worker.owner.query(
    `update message set kind = 'thanks', state = 'queued', queued_at = $2, sent_at = null where booking_id = $1`,
    [visit.id, new Date(worker.clock.now)],
  );
  const { rows } = await worker.owner.query(
    'select salon_id as "salonId", id as "messageId", attempts as attempt, null as "requestId" from message where booking_id = $1',
    [visit.id],
  );
  const before = worker.parts.done.not_ours;
  await worker.parts.queue.add([{ ...rows[0], kind: 'confirmation' }]);
  // Not the next job that completes: the one before may be sent in the ledger, and its job not yet done with.
  await expect.poll(() => worker.parts.done.not_ours, { timeout: 40_000 }).toBe(before + 1);
  worker.clock.now += 3 * MINUTE;
  expect(await worker.parts.sweep.all()).toBe(0);
  expect(await salon.ledger(visit)).toEqual(['thanks 0 queued']);
});

test('an event whose mails cannot be worked out is put aside, told of, and tried again later; all others go out meanwhile', async () => {
  const astray = await worker.salon({ email: null, timeZone: 'Europe/Nirgends' });
  const lost = await astray.book(SATURDAY);
  const others = [await salon.book(SATURDAY), await salon.book(SATURDAY)];
  await relayed();
  for (const other of others) await worker.settled(other);
  for (const other of others) expect(await salon.ledger(other)).toEqual(['confirmation 0 sent']);
  expect(await astray.ledger(lost)).toEqual([]);
  expect(await putAside()).toBe(1);

  // Not at each look: only when as long has gone by as it has waited already, a minute at least.
  await relayed();
  expect(await putAside()).toBe(1);
  worker.clock.now += 2 * MINUTE;
  await relayed();
  expect(await putAside()).toBe(2);

  await worker.owner.query("update salon set time_zone = 'Europe/Berlin' where id = $1", [astray.id]);
  worker.clock.now += 2 * MINUTE;
  await relayed();
  await worker.settled(lost);
  expect(await astray.ledger(lost)).toEqual(['confirmation 0 sent', 'reminder 0 due']);
  expect(await putAside()).toBe(2);
});

test('an event whose mail the database refuses is put aside like it; those taken with it go out, and it does once it may', async () => {
  const refused = await salon.book(SATURDAY);
  await worker.owner.query(`alter table message add constraint for_now check (recipient <> '${refused.email}')`);
  const others = [visit, await salon.book(SATURDAY)];
  const before = (await putAside()) ?? 0;
  await relayed();
  for (const other of others) {
    await worker.settled(other);
    expect(await salon.ledger(other)).toEqual(['confirmation 0 sent']);
  }
  expect(await salon.ledger(refused)).toEqual([]);
  expect(await putAside()).toBe(before + 1);

  await worker.owner.query('alter table message drop constraint for_now');
  worker.clock.now += 2 * MINUTE;
  await relayed();
  await worker.settled(refused);
  expect(await salon.ledger(refused)).toEqual(['confirmation 0 sent']);
});

/** Of one look; mails of other stories may still be on their way. */
async function relayed() {
  while ((await worker.parts.relayOnce()) > 0);
}

async function putAside() {
  const counter = worker.parts.registry.getSingleMetric('jn_events_put_aside_total');
  return (await counter?.get())?.values[0]?.value;
}
