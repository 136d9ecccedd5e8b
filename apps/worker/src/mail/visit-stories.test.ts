import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { BACKENDS } from '../test/redis-server.ts';
import { createSalon, type TestSalon } from '../test/test-salon.ts';
import { DAY, HOUR, MINUTE, MONDAY_8AM, type TestWorker, testWorker } from '../test/test-worker.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';
const SUNDAY = '2026-12-20T10:00:00+01:00';

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  let server: MailServer;
  let worker: TestWorker;
  let salon: TestSalon;

  beforeAll(async () => {
    server = await startMailServer();
    worker = await testWorker(backend, { SMTP_URL: server.url });
  });
  afterAll(async () => {
    await worker.close();
    await server.stop();
  });
  beforeEach(async () => {
    worker.clock.now = MONDAY_8AM;
    salon = await worker.salon();
  });

  /** The mails to somebody since the server was asked last, by subject. */
  const mailsTo = (address: string) => server.arrived.filter(({ to }) => to.includes(address)).map(({ mail }) => mail);

  test('who books hears of it, and so does the salon', async () => {
    const visit = await salon.book(SATURDAY);
    await worker.turn();
    const [mail, ...others] = mailsTo(visit.email);
    expect(others).toEqual([]);
    expect(mail?.text).toContain('14:00');
    expect(mail?.text).toMatch(/https:\/\/termine\.example\/b\/[\w-]{70}/);
    expect(mail?.replyTo).toMatchObject([{ address: 'team@elbe.example' }]);
    expect(mail?.from).toMatchObject({ address: 'termine@salonbuchung.example' });
    expect(mailsTo('team@elbe.example').at(-1)?.text).toContain('Jonas Petersen');
    expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent', 'notice_booked 0 sent', 'reminder 0 due']);
  });

  test.each([
    [true, /ab\s35\s€/],
    [false, /(?<!ab\s)35\s€/],
  ])('a price that is the lowest of several (%s) is told as one', async (priceFrom, price) => {
    const visit = await salon.book(SATURDAY, { service: await salon.service({ priceFrom }) });
    await worker.turn();
    expect(mailsTo(visit.email)[0]?.text).toMatch(price);
  });

  test('the Message-ID is the ledger’s, and the request goes along to it', async () => {
    const visit = await salon.book(SATURDAY);
    await worker.turn();
    const { rows } = await worker.owner.query(
      "select id, request_id, attempts, sent_at from message where booking_id = $1 and kind = 'confirmation'",
      [visit.id],
    );
    expect(mailsTo(visit.email)[0]?.messageId).toBe(`<${rows[0].id}@salonbuchung.example>`);
    expect(rows[0]).toMatchObject({ request_id: 'request-1', attempts: 1, sent_at: new Date(MONDAY_8AM) });
  });

  test('a salon without an address gets no notice, a customer without one no mail', async () => {
    const quiet = await createSalon(worker.owner, worker.clock, { email: null });
    const visit = await quiet.book(SATURDAY, { email: null });
    await worker.turn();
    expect(await quiet.ledger(visit)).toEqual([]);
  });

  test('a wish the salon has yet to approve is not confirmed, nor reminded of', async () => {
    const visit = await salon.book(SATURDAY, { status: 'requested' });
    await worker.turn();
    expect(await salon.ledger(visit)).toEqual(['notice_booked 0 sent', 'requested 0 sent']);
  });

  test('moved before anybody could write: one mail, and it tells the last time', async () => {
    const visit = await salon.book(SATURDAY);
    await salon.move(visit, '2026-12-19T15:00:00+01:00');
    await salon.move(visit, SUNDAY);
    await worker.turn();
    expect(mailsTo(visit.email).map((mail) => mail.text?.includes('10:00'))).toEqual([true]);
    expect(await salon.ledger(visit)).toEqual([
      'confirmation 0 dropped (moved_on)',
      'notice_booked 0 dropped (moved_on)',
      'moved 1 dropped (moved_on)',
      'notice_moved 1 dropped (moved_on)',
      'moved 2 sent',
      'notice_moved 2 sent',
      'reminder 2 due',
    ]);
  });

  test('cancelled while its confirmation waits: nobody is told it stands', async () => {
    const held = await testWorker(backend, { SMTP_URL: server.url });
    onTestFinished(() => held.close());
    await held.parts.senders.close();
    const its = await held.salon();
    const visit = await its.book(SATURDAY);
    await held.parts.relayOnce();
    expect(await its.ledger(visit)).toContain('confirmation 0 queued');
    await its.cancel(visit);
    await held.parts.relayOnce();
    await held.another();
    await held.settled();
    expect(await its.ledger(visit)).toEqual([
      'confirmation 0 dropped (moved_on)',
      'notice_booked 0 dropped (moved_on)',
      'reminder 0 dropped (moved_on)',
      'cancelled 1 sent',
      'notice_cancelled 1 sent',
    ]);
  });

  test('the salon reads from when to when a visit moved, as it was last told', async () => {
    const visit = await salon.book(SATURDAY);
    await worker.turn();
    await salon.move(visit, SUNDAY);
    await worker.turn();
    const notice = mailsTo('team@elbe.example').at(-1)?.text ?? '';
    expect(notice).toContain('14:00');
    expect(notice).toContain('10:00');
  });

  describe('a reminder', () => {
    const dayBefore = Date.parse(SATURDAY) - DAY;
    const reminders = (address: string) => mailsTo(address).slice(1);

    test('goes out a day before, by the salon’s clock', async () => {
      const visit = await salon.book(SATURDAY);
      await worker.turn();
      worker.clock.now = dayBefore - 1;
      await worker.turn();
      expect(reminders(visit.email)).toHaveLength(0);
      worker.clock.now = dayBefore;
      await worker.turn();
      expect(reminders(visit.email)).toHaveLength(1);
    });

    test('follows its visit when that moves', async () => {
      const visit = await salon.book(SATURDAY);
      await worker.turn();
      await salon.move(visit, SUNDAY);
      worker.clock.now = dayBefore;
      await worker.turn();
      expect(await salon.ledger(visit)).toContain('reminder 0 dropped (moved_on)');
      worker.clock.now = Date.parse(SUNDAY) - DAY;
      await worker.turn();
      expect(await salon.ledger(visit)).toContain('reminder 1 sent');
    });

    test('is not sent for a visit that was cancelled, nor for one the salon has closed', async () => {
      const [cancelled, closed] = [await salon.book(SATURDAY), await salon.book(SATURDAY)];
      await worker.turn();
      await salon.cancel(cancelled);
      await salon.mark(closed, 'no_show');
      worker.clock.now = dayBefore;
      await worker.turn();
      expect(await salon.ledger(cancelled)).toContain('reminder 0 dropped (moved_on)');
      expect(await salon.ledger(closed)).toContain('reminder 0 dropped (moved_on)');
    });

    test('is not made when the visit is booked, or moved to, later than that', async () => {
      const soon = await salon.book(new Date(MONDAY_8AM + 5 * HOUR).toISOString());
      const exactly = await salon.book(new Date(MONDAY_8AM + DAY).toISOString());
      const moved = await salon.book(SATURDAY);
      await worker.turn();
      await salon.move(moved, new Date(MONDAY_8AM + 5 * HOUR).toISOString());
      await worker.turn();
      expect((await salon.ledger(soon)).join()).not.toContain('reminder');
      expect((await salon.ledger(exactly)).join()).not.toContain('reminder');
      expect((await salon.ledger(moved)).filter((line) => line.startsWith('reminder'))).toEqual([
        'reminder 0 dropped (moved_on)',
      ]);
    });

    test('is the salon’s to set, or to leave out', async () => {
      const twoHours = await createSalon(worker.owner, worker.clock, { reminderMinutes: 120 });
      const never = await createSalon(worker.owner, worker.clock, { reminderMinutes: null });
      const [reminded, left] = [await twoHours.book(SATURDAY), await never.book(SATURDAY)];
      await worker.turn();
      worker.clock.now = Date.parse(SATURDAY) - 120 * MINUTE;
      await worker.turn();
      expect(await twoHours.ledger(reminded)).toContain('reminder 0 sent');
      expect((await never.ledger(left)).join()).not.toContain('reminder');
    });

    test('that was kept until the visit began is not sent any more', async () => {
      const visit = await salon.book(SATURDAY);
      await worker.turn();
      worker.clock.now = Date.parse(SATURDAY);
      await worker.turn();
      expect(await salon.ledger(visit)).toContain('reminder 0 dropped (over)');
    });
  });

  test('whoever lost her link gets those of her visits ahead, and of no others', async () => {
    const email = `lea-${salon.slug}@kunde.example`;
    const [ahead, cancelled] = [await salon.book(SATURDAY, { email }), await salon.book(SUNDAY, { email })];
    await salon.book('2026-11-22T10:00:00+01:00', { email });
    await salon.cancel(cancelled);
    await worker.turn();
    await salon.loseLink(email);
    await salon.loseLink(email);
    await worker.turn();
    const mail = mailsTo(email).at(-1);
    const links = [...new Set(mail?.text?.match(/\/b\/[\w-]{70}/g))];
    expect(links).toHaveLength(1);
    expect(Buffer.from(links[0]?.slice(3) ?? '', 'base64url').toString('hex')).toContain(ahead.id.replaceAll('-', ''));
    expect((await salon.ledger()).filter((line) => line.startsWith('lost_link'))).toHaveLength(1);
  });

  test('and nothing when none is left by then', async () => {
    await salon.loseLink('nobody@kunde.example');
    await worker.turn();
    expect((await salon.ledger()).join()).toContain('dropped (no_visits)');
    expect(mailsTo('nobody@kunde.example')).toEqual([]);
  });

  test('nobody writes to somebody who was erased, nor of her', async () => {
    const visit = await salon.book(SATURDAY);
    const before = mailsTo('team@elbe.example').length;
    await worker.turn();
    await salon.move(visit, SUNDAY);
    await worker.parts.relayOnce();
    await worker.settled();
    await salon.erase(visit);
    worker.clock.now = Date.parse(SUNDAY) - DAY;
    await worker.turn();
    expect(await salon.ledger(visit)).toContain('reminder 1 dropped (erased)');
    await salon.cancel(visit);
    await worker.turn();
    expect(await salon.ledger(visit)).toContain('notice_cancelled 2 dropped (erased)');
    expect((await salon.ledger(visit)).join()).not.toContain('cancelled 2 sent');
    expect(mailsTo('team@elbe.example')).toHaveLength(before + 2);
  });

  test('English for who booked in English; the salon reads its own language', async () => {
    const visit = await salon.book(SATURDAY, { locale: 'en' });
    await worker.turn();
    expect(mailsTo(visit.email)[0]?.text).toMatch(/\bappointment\b/i);
    expect(mailsTo('team@elbe.example').at(-1)?.text).toMatch(/\bTermin/);
  });

  test.each([
    'jane@example.org\r\nbcc: evil@example.org',
    'jane@example.org, evil@example.org',
    'jane@example.org <evil@example.org>',
    '"jane@example.org evil"@example.org',
    'not an address',
  ])('nothing goes to %j, and nobody else gets it', async (email) => {
    const visit = await salon.book(SATURDAY, { email });
    const asked = server.asked.length;
    await worker.turn();
    expect(await salon.ledger(visit)).toContain('confirmation 0 failed');
    expect(server.asked.slice(asked)).toEqual(['team@elbe.example']);
  });
});
