import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { testDesk } from '../test/test-desk.ts';
import type { TestSalon } from '../test/test-salon.ts';
import { DAY, MONDAY_8AM, type TestWorker, testWorker } from '../test/test-worker.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';
const SUNDAY = '2026-12-20T10:00:00+01:00';
const MONDAY = '2026-12-21T11:00:00+01:00';

let server: MailServer;
let worker: TestWorker;
let salon: TestSalon;
let desk: ReturnType<typeof testDesk>;

beforeAll(async () => {
  server = await startMailServer();
  worker = await testWorker('postgres', { SMTP_URL: server.url });
});
afterAll(async () => {
  await worker.close();
  await server.stop();
});
beforeEach(async () => {
  worker.clock.now = MONDAY_8AM;
  salon = await worker.salon();
  desk = testDesk(worker.owner, salon.id, worker.clock);
});

/** A visit whose customer has been told of it. */
async function booked(more = {}) {
  const visit = await salon.book(SATURDAY, more);
  await worker.turn();
  return visit;
}
/** The mails to somebody, but for the first `known`. */
const mailsTo = (address: string, known = 1) =>
  server.arrived
    .filter(({ to }) => to.includes(address))
    .map(({ mail }) => mail.text ?? '')
    .slice(known);
async function pass(millis: number) {
  worker.clock.now += millis;
  await worker.turn();
}

test('a move at the desk is told after ten seconds, once, and the salon is not told of what it did', async () => {
  const visit = await booked();
  const before = mailsTo('team@elbe.example', 0).length;
  await desk.move(visit, SUNDAY);
  await pass(9_999);
  expect(mailsTo(visit.email)).toEqual([]);
  await pass(1);
  expect(mailsTo(visit.email)).toHaveLength(1);
  expect(mailsTo(visit.email)[0]).toContain('10:00');
  expect(mailsTo('team@elbe.example', 0)).toHaveLength(before);
  expect(await salon.ledger(visit)).toEqual([
    'confirmation 0 sent',
    'notice_booked 0 sent',
    'reminder 0 dropped (moved_on)',
    'moved 1 sent',
    'reminder 1 due',
  ]);
});

test('taken back within ten seconds nobody hears of it, and the reminder is for the time it has', async () => {
  const visit = await booked();
  const change = await desk.move(visit, SUNDAY);
  await pass(9_000);
  await desk.undo(change);
  await pass(60_000);
  expect(mailsTo(visit.email)).toEqual([]);
  expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent', 'notice_booked 0 sent', 'reminder 0 due']);
  worker.clock.now = Date.parse(SATURDAY) - DAY;
  await worker.turn();
  expect(mailsTo(visit.email)[0]).toContain('14:00');
});

test('a cancellation taken back: the reminder lives', async () => {
  const visit = await booked();
  await desk.undo(await desk.cancel(visit));
  await pass(60_000);
  worker.clock.now = Date.parse(SATURDAY) - DAY;
  await worker.turn();
  expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent', 'notice_booked 0 sent', 'reminder 0 sent']);
});

test('once its mail is on its way it can no longer be taken back', async () => {
  const visit = await booked();
  const change = await desk.move(visit, SUNDAY);
  worker.clock.now += 10_000;
  await worker.parts.relayOnce();
  // Another clock may be behind.
  worker.clock.now -= 1_000;
  expect(await desk.undo(change)).toBe('undo_expired');
  await worker.settled();
  expect(mailsTo(visit.email)).toHaveLength(1);
});

test('not told by choice: no mail, but reminded of the time it has now', async () => {
  const visit = await booked();
  await desk.move(visit, SUNDAY, false);
  await pass(10_000);
  expect(await salon.ledger(visit)).toEqual([
    'confirmation 0 sent',
    'notice_booked 0 sent',
    'reminder 0 dropped (moved_on)',
    'reminder 1 due',
  ]);
  await desk.cancel(visit, false);
  await pass(10_000);
  expect(mailsTo(visit.email)).toEqual([]);
  expect((await salon.ledger(visit)).at(-1)).toBe('reminder 1 dropped (moved_on)');
});

test('moved twice in ten seconds: one mail, with the last time', async () => {
  const visit = await booked();
  await desk.move(visit, SUNDAY);
  worker.clock.now += 6_000;
  await desk.move(visit, MONDAY, false);
  await pass(9_999);
  expect(mailsTo(visit.email)).toEqual([]);
  await pass(1);
  expect(mailsTo(visit.email)).toHaveLength(1);
  expect(mailsTo(visit.email)[0]).toContain('11:00');
});

test('moved twice, the second taken back: she is told of the first', async () => {
  const visit = await booked();
  await desk.move(visit, SUNDAY);
  worker.clock.now += 6_000;
  const second = await desk.move(visit, MONDAY);
  await pass(5_000);
  await desk.undo(second);
  await pass(10_000);
  expect(mailsTo(visit.email)).toHaveLength(1);
  expect(mailsTo(visit.email)[0]).toContain('10:00');
});

test('a confirmation that met a move at the desk goes out once the move is taken back', async () => {
  const visit = await salon.book(SATURDAY);
  const change = await desk.move(visit, SUNDAY);
  await worker.turn();
  expect(await salon.ledger(visit)).toContain('confirmation 0 due');
  await desk.undo(change);
  await pass(20_000);
  expect(mailsTo(visit.email, 0)).toHaveLength(1);
  expect(await salon.ledger(visit)).toContain('confirmation 0 sent');
  expect(await salon.ledger(visit)).toContain('reminder 0 due');
});

test('a wish is granted: it is confirmed, and reminded of', async () => {
  const visit = await booked({ status: 'requested' });
  await desk.confirm(visit);
  await pass(10_000);
  expect(await salon.ledger(visit)).toEqual([
    'notice_booked 0 sent',
    'requested 0 sent',
    'confirmation 1 sent',
    'reminder 1 due',
  ]);
});

test('a wish is declined: she is told that it does not take place', async () => {
  const visit = await booked({ status: 'requested' });
  await desk.cancel(visit);
  await pass(10_000);
  expect((await salon.ledger(visit)).at(-1)).toBe('cancelled 1 sent');
});

test('what her customer moves herself while a move of the salon waits is what she is told', async () => {
  const visit = await booked();
  const change = await desk.move(visit, SUNDAY);
  worker.clock.now += 2_000;
  await salon.move(visit, MONDAY);
  expect(await desk.undo(change)).toBe('version_conflict');
  await pass(20_000);
  const mails = mailsTo(visit.email);
  expect(mails).not.toEqual([]);
  expect(mails.filter((text) => !text.includes('11:00'))).toEqual([]);
});
