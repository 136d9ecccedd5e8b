import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { MOST_TRIES } from '../ledger/next-try.ts';
import { AT_ONCE } from '../parts.ts';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { BACKENDS } from '../test/redis-server.ts';
import type { TestSalon } from '../test/test-salon.ts';
import { DAY, HOUR, MINUTE, MONDAY_8AM, type TestWorker, testWorker } from '../test/test-worker.ts';
import { type Delivery, smtpDelivery } from './deliver.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';
const SECOND = 1_000;

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  let server: MailServer;
  let worker: TestWorker;
  let salon: TestSalon;

  beforeAll(async () => {
    server = await startMailServer();
    const patient = smtpDelivery(server.url, AT_ONCE);
    // Of a server that hangs we know that it does; of one that answers we do not know how busy the machine is.
    const hasty = smtpDelivery(server.url, AT_ONCE, { call: 10_000, silence: 2_000, mail: 45_000 });
    const delivery: Delivery = {
      kind: 'smtp',
      deliver: (mail, id) => (server.mood === 'hangs' ? hasty : patient).deliver(mail, id),
      close() {
        patient.close();
        hasty.close();
      },
    };
    worker = await testWorker(backend, {}, { delivery });
  });
  afterAll(async () => {
    await worker.close();
    await server.stop();
  });
  beforeEach(async () => {
    worker.clock.now = MONDAY_8AM;
    salon = await worker.salon({ email: null, reminderMinutes: null });
  });
  afterEach(() => {
    server.mood = 'takes';
  });

  const mailsTo = (address: string) => server.arrived.filter(({ to }) => to.includes(address));
  const row = async (visit: { id: string }) => {
    const { rows } = await worker.owner.query(
      'select state, attempts, due_at as due, last_error as error from message where booking_id = $1',
      [visit.id],
    );
    return rows[0];
  };
  /** Lets the worker live for so long, looking whenever a message is due. */
  async function live(ms: number): Promise<void> {
    for (const end = worker.clock.now + ms; ; ) {
      await worker.turn();
      const { rows } = await worker.owner.query("select min(due_at) as next from message where state = 'due'");
      const next = rows[0].next?.getTime() ?? Number.POSITIVE_INFINITY;
      worker.clock.now = Math.min(next, end);
      if (next >= end) return;
    }
  }

  test('down for an hour: each mail comes once when it is back, none is lost', async () => {
    await server.stop();
    const visits = [];
    for (let n = 0; n < 5; n++) visits.push(await salon.book(SATURDAY));
    await live(HOUR);
    for (const visit of visits) {
      expect(await row(visit)).toMatchObject({ state: 'due', error: expect.stringContaining('ECONNREFUSED') });
    }
    await server.start();
    await live(30 * MINUTE);
    for (const visit of visits) {
      expect(await row(visit)).toMatchObject({ state: 'sent' });
      expect(mailsTo(visit.email)).toHaveLength(1);
    }
  });

  test('a server that hangs after it heard the mail: given up in time, and tried again with the same Message-ID', async () => {
    server.mood = 'hangs';
    const visit = await salon.book(SATURDAY);
    await worker.turn();
    expect(await row(visit)).toMatchObject({ state: 'due', attempts: 1 });
    server.mood = 'takes';
    await live(10 * SECOND);
    await worker.turn();
    expect(await row(visit)).toMatchObject({ state: 'sent', attempts: 2 });
    const ids = server.heard.filter(({ to }) => to.includes(visit.email)).map(({ mail }) => mail.messageId);
    expect(ids).toEqual([expect.stringContaining('@'), ids[0]]);
  });

  test('one that hangs for some does not keep the others waiting', async () => {
    const slow = await startMailServer();
    // As patient as the product: the two hang for longer than the test lasts.
    const patient = await testWorker(backend, { SMTP_URL: slow.url });
    onTestFinished(async () => {
      await slow.stop();
      await patient.close();
    });
    const its = await patient.salon({ email: null, reminderMinutes: null });
    slow.mood = 'hangs';
    const hung = [];
    for (let n = 0; n < 2; n++) {
      hung.push(await its.book(SATURDAY));
      await patient.parts.relayOnce();
      await slow.hanging();
    }
    slow.mood = 'takes';
    const others = [await its.book(SATURDAY), await its.book(SATURDAY)];
    await patient.parts.relayOnce();
    await slow.arrivals(2);
    expect(slow.arrived.flatMap(({ to }) => to).toSorted()).toEqual(others.map(({ email }) => email).toSorted());
    for (const visit of hung) expect(await its.ledger(visit)).toEqual(['confirmation 0 sending']);
  });

  test.each([
    [450, 'greylisted, come back later', 'rcpt'],
    [452, 'mailbox busy', 'data'],
  ] as const)('%i, then taken: tried again after ten seconds', async (code, words, at) => {
    server.mood = { code, words, at };
    const visit = await salon.book(SATURDAY);
    await worker.turn();
    const first = await row(visit);
    expect(first).toMatchObject({ state: 'due', due: new Date(MONDAY_8AM + 10 * SECOND) });
    expect(first.error).toContain(`${code} ${words}`);
    server.mood = 'takes';
    await live(10 * SECOND);
    await worker.turn();
    expect(await row(visit)).toMatchObject({ state: 'sent', attempts: 2, error: null });
    expect(mailsTo(visit.email)).toHaveLength(1);
  });

  test.each([
    [550, 'no such user here', 'rcpt'],
    [554, 'this looks like spam', 'data'],
  ] as const)('%i is final: failed at once, with the words of the server', async (code, words, at) => {
    server.mood = { code, words, at };
    const visit = await salon.book(SATURDAY);
    await worker.turn();
    expect(await row(visit)).toMatchObject({ state: 'failed', attempts: 1, error: `${code} ${words}` });
    server.mood = 'takes';
    await live(DAY);
    expect(mailsTo(visit.email)).toHaveLength(0);
  });

  test('a day of refusals: tried soon, then seldom, then failed with the last words', async () => {
    server.mood = { code: 451, words: 'try again later' };
    const visit = await salon.book(SATURDAY);
    await live(23 * HOUR);
    expect(await row(visit)).toMatchObject({ state: 'due' });
    await live(2 * HOUR);
    expect(await row(visit)).toMatchObject({ state: 'failed', attempts: MOST_TRIES, error: '451 try again later' });
    expect(server.asked.filter((address) => address === visit.email)).toHaveLength(MOST_TRIES);
  });
});
