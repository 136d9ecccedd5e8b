import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestSalon } from '../test/test-salon.ts';
import { DAY, MONDAY_8AM, type TestWorker, testWorker } from '../test/test-worker.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';
let worker: TestWorker;
let salon: TestSalon;

beforeEach(async () => {
  worker = await testWorker('postgres');
  salon = await worker.salon({ email: null, reminderMinutes: null });
});
afterEach(() => worker.close());

const waiting = async () => (await worker.owner.query('select from outbox where taken_at is null')).rowCount;

test('a salon that took bookings for weeks before there was mail: only yesterday’s are mailed, the rest is marked', async () => {
  const old = await salon.book(SATURDAY, { at: new Date(MONDAY_8AM - DAY - 1) });
  const recent = await salon.book(SATURDAY, { at: new Date(MONDAY_8AM - DAY) });
  await worker.turn();
  expect(await salon.ledger(old)).toEqual([]);
  expect(await salon.ledger(recent)).toEqual(['confirmation 0 sent']);
  expect(await waiting()).toBe(0);
});

test('a first run that is broken off does not make a second first', async () => {
  const old = [];
  for (let n = 0; n < 3; n++) old.push(await salon.book(SATURDAY, { at: new Date(MONDAY_8AM - 2 * DAY + n) }));
  expect(await worker.parts.relayOnce(1)).toBe(1);
  worker.clock.now += DAY;
  const next = await worker.another();
  while ((await next.relayOnce()) > 0);
  for (const visit of old) expect(await salon.ledger(visit)).toEqual([]);
});

test('a worker that was away for a week mails all of it', async () => {
  await worker.turn();
  const visit = await salon.book(SATURDAY);
  worker.clock.now += 7 * DAY;
  const next = await worker.another();
  while ((await next.relayOnce()) > 0);
  await worker.settled();
  expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent']);
});

test('events and messages are written together, or neither is', async () => {
  const visit = await salon.book(SATURDAY);
  await worker.owner.query('alter table message rename column recipient to somebody');
  await expect(worker.parts.relayOnce()).rejects.toThrow('recipient');
  expect(await waiting()).toBe(1);
  await worker.owner.query('alter table message rename column somebody to recipient');
  await worker.turn();
  expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent']);
});
