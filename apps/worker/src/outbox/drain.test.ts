import { once } from 'node:events';
import { setImmediate as breathe } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseConfig } from '../config.ts';
import type { Delivery } from '../mail/deliver.ts';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { BACKENDS } from '../test/redis-server.ts';
import { type TestWorker, testWorker } from '../test/test-worker.ts';
import { startWorker } from '../worker.ts';
import { BATCH } from './relay.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';

let server: MailServer | undefined;
let worker: TestWorker | undefined;

afterEach(async () => {
  await worker?.close();
  await server?.stop();
});

/** A copy of a booking and its event, so many times. */
const COPY = `
  with made as (
    insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency, name,
      email, locale, created_at, updated_at)
    select salon_id, gen_random_uuid(), 'C' || n, customer_id, status, source, starts_at, ends_at, price_cents, currency, name,
      'c' || n || '@kunde.example', locale, created_at, updated_at
    from booking, generate_series(1, $2) n where id = $1 returning salon_id, id, created_at
  )
  insert into outbox (salon_id, id, kind, booking_id, sequence, created_at)
  select salon_id, gen_random_uuid(), 'booking_created', id, 0, created_at from made`;

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  test('two workers at once: each mail goes out once', async () => {
    server = await startMailServer();
    worker = await testWorker(backend, { SMTP_URL: server.url });
    const salon = await worker.salon({ reminderMinutes: null });
    const second = await worker.another();
    await worker.owner.query(COPY, [(await salon.book(SATURDAY)).id, 150]);
    const drain = async (parts: TestWorker['parts']) => {
      // Small bites, so that both get some; and the net is cast by both all the time.
      while ((await parts.relayOnce(7)) > 0) await parts.sweep.all();
    };
    await Promise.all([drain(worker.parts), drain(second)]);
    await worker.turn();
    const customers = server.arrived.flatMap(({ to }) => to).filter((address) => address !== 'team@elbe.example');
    expect(customers).toHaveLength(151);
    expect(new Set(customers).size).toBe(151);
    expect(server.arrived).toHaveLength(302);
    expect(worker.parts.done.sent + second.done.sent).toBe(302);
  });

  test('whoever lost her link does not wait until a long line of events has gone', async () => {
    const out: string[] = [];
    const delivery: Delivery = {
      kind: 'caught',
      deliver: async ({ kind }) => void out.push(kind),
      close() {},
    };
    worker = await testWorker(backend, {}, { delivery });
    await worker.parts.senders.close();
    const salon = await worker.salon({ email: null, reminderMinutes: null });
    const visit = await salon.book(SATURDAY);
    await worker.owner.query(COPY, [visit.id, 2_000]);
    // The queue is full, and a thousand events are left.
    while ((await worker.parts.relayOnce()) > 0);
    await salon.loseLink(visit.email);
    const running = await startWorker(parseConfig(worker.settings), {
      ...{ log: pino({ level: 'silent' }), clock: () => worker?.clock.now ?? 0, pace: 20, delivery },
    });
    await vi.waitFor(() => expect(out).toContain('lost_link'), { timeout: 30_000 });
    await running.stop();
    expect(out.indexOf('lost_link')).toBeLessThan(500);
  });

  test('ten thousand events drain while customers go on booking: all is sent, nothing twice', {
    timeout: 600_000,
  }, async () => {
    const out = new Map<string, number>();
    const delivery: Delivery = {
      kind: 'caught',
      deliver: async ({ recipient }) => void out.set(recipient, (out.get(recipient) ?? 0) + 1),
      close() {},
    };
    worker = await testWorker(backend, {}, { delivery });
    const { parts, owner } = worker;
    const salon = await worker.salon({ email: null, reminderMinutes: null });
    await owner.query(COPY, [(await salon.book(SATURDAY)).id, 10_000]);
    let booked = 0;
    const customers = (async () => {
      for (; parts.done.sent < 5_000 && booked < 1_000; booked++) {
        await salon.book(SATURDAY);
        await breathe();
      }
    })();
    let mostWaiting = 0;
    let taken = 0;
    const relayed = async () => {
      const events = await parts.relayOnce();
      taken += events;
      const waiting = await parts.ledger.figures(worker?.clock.now ?? 0);
      mostWaiting = Math.max(mostWaiting, waiting.due + waiting.queued);
      return events;
    };
    const all = () => booked + 10_001;
    // Fill the queue, then learn what the tables look like: what autovacuum does after such a rush, and test servers have none.
    while ((await relayed()) > 0);
    await owner.query('analyze');
    while (parts.done.sent < all()) {
      const more = (await parts.sweep.due()) + (await relayed());
      // The queue has room for a thousand; the rest waits in the outbox. It is looked at again a batch later: after each mail
      // the looking would cost more than the mails.
      const next = more > 0 ? 0 : Math.min(parts.done.sent + BATCH, taken);
      while (parts.done.sent < next) await once(parts.senders, 'completed');
    }
    await customers;
    // The room, and the batch that was written while there was some.
    expect(mostWaiting).toBeLessThanOrEqual(1_000 + BATCH);
    expect([out.size, new Set(out.values())]).toEqual([all(), new Set([1])]);
    const { rows } = await owner.query(
      `select count(*)::int as messages, count(*) filter (where state = 'sent' and attempts = 1)::int as once,
         (select count(*)::int from outbox where taken_at is null) as waiting from message`,
    );
    expect(rows[0]).toEqual({ messages: all(), once: all(), waiting: 0 });
    expect(parts.done).toMatchObject({ sent: all(), again: 0, failed: 0, dropped: 0 });
  });
});
