import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDesk } from '../test/test-desk.ts';
import type { TestSalon, TestVisit } from '../test/test-salon.ts';
import { HOUR, MINUTE, MONDAY_8AM, type TestWorker, testWorker } from '../test/test-worker.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';
const SUNDAY = '2026-12-20T10:00:00+01:00';
const MONDAY = '2026-12-21T11:00:00+01:00';

let worker: TestWorker;
let salon: TestSalon;
let desk: ReturnType<typeof testDesk>;
/** What went out, one line a mail: recipient, kind, and the start it tells. */
const out: string[] = [];
let away = false;

beforeAll(async () => {
  worker = await testWorker(
    'postgres',
    {},
    {
      delivery: {
        kind: 'caught',
        async deliver(mail) {
          if (away) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
          if ('visit' in mail)
            out.push(`${mail.recipient} ${mail.kind} ${new Date(mail.visit.startsAt).toISOString()}`);
        },
        close() {},
      },
    },
  );
});
afterAll(() => worker.close());
beforeEach(async () => {
  away = false;
  worker.clock.now = MONDAY_8AM;
  salon = await worker.salon({ email: null, reminderMinutes: null });
  desk = testDesk(worker.owner, salon.id, worker.clock);
});

/** Booked while mail servers are away: her mail was tried, and waits. */
async function bookedUntold(more = {}): Promise<TestVisit> {
  away = true;
  const visit = await salon.book(SATURDAY, more);
  await worker.turn();
  return visit;
}
async function pass(millis: number) {
  worker.clock.now += millis;
  await worker.turn();
}
/** The servers are back, and everything that waits has had its turn. */
async function back() {
  away = false;
  for (let n = 0; n < 4; n++) await pass(MINUTE);
}
const toldTo = ({ email }: TestVisit) =>
  out.filter((line) => line.startsWith(`${email} `)).map((line) => line.slice(email.length + 1));
const at = (kind: string, start: string) => `${kind} ${new Date(start).toISOString()}`;

test('booked in an outage, then moved quietly: the confirmation tells the new time', async () => {
  const visit = await bookedUntold();
  await desk.move(visit, SUNDAY, false);
  await back();
  expect(toldTo(visit)).toEqual([at('confirmation', SUNDAY)]);
  expect(await salon.ledger(visit)).toEqual(['confirmation 1 sent']);
});

test('moved quietly twice: one mail, with the last time', async () => {
  const visit = await bookedUntold();
  await desk.move(visit, SUNDAY, false);
  await pass(MINUTE);
  await desk.move(visit, MONDAY, false);
  await back();
  expect(toldTo(visit)).toEqual([at('confirmation', MONDAY)]);
});

test('asked for in an outage and granted quietly: it is the confirmation that goes out', async () => {
  const visit = await bookedUntold({ status: 'requested' });
  await desk.change(visit, { set: { status: 'confirmed' }, event: 'booking_confirmed', notify: false });
  await back();
  expect(toldTo(visit)).toEqual([at('confirmation', SATURDAY)]);
});

test('a move that was to be told, then a quiet one: she is told that it moved, and to when', async () => {
  const visit = await salon.book(SATURDAY);
  await worker.turn();
  away = true;
  await desk.move(visit, SUNDAY);
  await pass(10_000);
  await desk.move(visit, MONDAY, false);
  await back();
  expect(toldTo(visit)).toEqual([at('confirmation', SATURDAY), at('moved', MONDAY)]);
});

test('moved with a word to her: that mail alone', async () => {
  const visit = await bookedUntold();
  await desk.move(visit, SUNDAY);
  await back();
  expect(toldTo(visit)).toEqual([at('moved', SUNDAY)]);
});

test('moved by herself, and the relay is behind: one mail, of the move', async () => {
  const visit = await bookedUntold();
  await salon.move(visit, SUNDAY);
  // The sender comes first: nobody knows yet what the move will write.
  away = false;
  worker.clock.now += 10_000;
  await worker.parts.sweep.due();
  await worker.settled(visit);
  expect(await salon.ledger(visit)).toEqual(['confirmation 0 due']);
  await back();
  expect(toldTo(visit)).toEqual([at('moved', SUNDAY)]);
});

test('cancelled quietly before she was told of it: she is not written to', async () => {
  const visit = await bookedUntold();
  await desk.cancel(visit, false);
  await back();
  expect(toldTo(visit)).toEqual([]);
  expect(await salon.ledger(visit)).toEqual(['confirmation 0 dropped (moved_on)']);
});

test('an address put right with a quiet move: the confirmation goes to the right one', async () => {
  const visit = await bookedUntold();
  const email = `right-${visit.email}`;
  const ends_at = new Date(Date.parse(SUNDAY) + HOUR);
  await desk.change(visit, { set: { starts_at: SUNDAY, ends_at, email }, event: 'booking_moved', notify: false });
  await back();
  expect([toldTo(visit), toldTo({ ...visit, email })]).toEqual([[], [at('confirmation', SUNDAY)]]);
});

test('taken back at the very instant a sender finds that the visit moved on: the mail goes out, once', {
  timeout: 120_000,
}, async () => {
  for (let round = 0; round < 12; round++) {
    const visits = await Promise.all(Array.from({ length: 20 }, () => salon.book(SATURDAY)));
    const changes = await Promise.all(visits.map((visit) => desk.move(visit, SUNDAY, false)));
    while ((await worker.parts.relayOnce()) > 0);
    expect(new Set(await Promise.all(changes.map((change) => desk.undo(change))))).not.toContain('undo_expired');
    await worker.settled();
    for (let n = 0; n < 3; n++) await pass(10_000);
    for (const visit of visits) expect(toldTo(visit)).toEqual([at('confirmation', SATURDAY)]);
  }
});
