import type { Database } from '@salon/db/pool';
import type pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { visitRepo } from '../mail/visit.repo.ts';
import { KNOWN_EVENTS } from '../outbox/messages-of.ts';
import { outboxRepo } from '../outbox/outbox.repo.ts';
import type { TestSalon, TestVisit } from '../test/test-salon.ts';
import { HOUR, MINUTE, type TestWorker, testWorker } from '../test/test-worker.ts';
import { type Lease, ledgerRepo } from './ledger.repo.ts';

const SATURDAY = '2026-12-19T14:00:00+01:00';

let worker: TestWorker;
let salon: TestSalon;
let visit: TestVisit;

beforeAll(async () => {
  worker = await testWorker('postgres');
  await worker.parts.senders.close();
  salon = await worker.salon();
  visit = await salon.book(SATURDAY);
  await worker.owner.query('update outbox set taken_at = created_at');
});
afterAll(() => worker.close());

/**
 * What others left: events that were taken; messages that were sent, and reminders of the months ahead. And what is on its
 * way: a few of each.
 */
async function fillTo(total: number) {
  const now = new Date(worker.clock.now);
  await worker.owner.query(
    `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at, taken_at)
     select md5('salon' || n % 500)::uuid, gen_random_uuid(), 'booking_created', gen_random_uuid(), 0,
       $1::timestamptz - interval '1 minute' * n, $1::timestamptz - interval '1 minute' * n
     from generate_series((select count(*) from outbox), $2::bigint - 1) as n`,
    [now, total],
  );
  await worker.owner.query(
    `insert into message (salon_id, id, booking_id, kind, sequence, recipient, state, due_at, sent_at, created_at)
     select md5('salon' || n % 500)::uuid, gen_random_uuid(), gen_random_uuid(), 'reminder', 0, n || '@kunde.example',
       (case when n % 10 = 0 then 'due' else 'sent' end)::message_state,
       case when n % 10 = 0 then $1::timestamptz + interval '1 minute' * (n % 100000 + 1) else $1 end,
       case when n % 10 > 0 then $1 end, $1
     from generate_series((select count(*) from message), $2::bigint - 1) as n`,
    [now, total],
  );
  await worker.owner.query('vacuum analyze outbox, message');
}

/** Events and messages that wait: ten of each kind of waiting. */
async function wait() {
  const now = new Date(worker.clock.now);
  for (let n = 0; n < 10; n++) await salon.move(visit, SATURDAY);
  await worker.owner.query(
    `insert into message (salon_id, id, booking_id, kind, sequence, recipient, state, due_at, queued_at, lease_until, created_at)
     select $1, gen_random_uuid(), gen_random_uuid(), 'confirmation', 0, 'a@kunde.example', state::message_state,
       $2::timestamptz - interval '1 hour', case when state = 'queued' then $2::timestamptz - interval '1 hour' end,
       case when state = 'sending' then $2::timestamptz - interval '1 hour' end, $2
     from unnest(array['due', 'queued', 'sending']) as state, generate_series(1, 10)`,
    [salon.id, now],
  );
  // One about the visit as it was ten moves ago.
  await worker.owner.query(
    `insert into message (salon_id, id, booking_id, kind, sequence, recipient, state, due_at, lease_until, created_at)
     values ($1, gen_random_uuid(), $2, 'confirmation', 0, 'a@kunde.example', 'sending', $3, $3, $3)`,
    [salon.id, visit.id, now],
  );
}

/** The repositories' own statements, each explained before it runs: buffers touched, and tables read whole. */
function explaining(
  costs: { text: string; buffers: number; whole: boolean }[],
  owner: pg.Pool = worker.owner,
): Database {
  const explained = async (client: pg.PoolClient, text: string, values: readonly unknown[]) => {
    if (/^\s*(select|insert|update|with)/.test(text)) {
      await client.query('savepoint before');
      const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, [...values]);
      await client.query('rollback to savepoint before');
      const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
      const buffers = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      costs.push({ text, buffers, whole: JSON.stringify(plan).includes('Seq Scan') });
    }
    return client.query(text, [...values]);
  };
  const inTransaction = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await owner.connect();
    // As on every connection of the product.
    await client.query('begin; set local enable_seqscan = off');
    try {
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const pool = {
    waitingCount: 0,
    query: ({ text, values }: { text: string; values: unknown[] }) =>
      inTransaction((client) => explained(client, text, values)),
    async connect() {
      const client = await owner.connect();
      await client.query('begin; set local enable_seqscan = off');
      return {
        query: (text: string, values: unknown[] = []) =>
          text === 'begin' || text === 'commit' ? undefined : explained(client, text, values),
        async release() {
          await client.query('rollback');
          client.release();
        },
      };
    },
  };
  return { pool, prepared: false, probe: pool } as unknown as Database;
}

/** One of those that wait, as a sender would hold it. */
async function someLease(state: 'queued' | 'sending', about?: TestVisit): Promise<Lease> {
  const { rows } = await worker.owner.query<Lease>(
    `select salon_id as "salonId", id as "messageId", booking_id as "bookingId", kind, sequence, recipient, attempts
     from message where salon_id = $1 and state = $2::message_state and ($3::uuid is null or booking_id = $3) limit 1`,
    [salon.id, state, about?.id ?? null],
  );
  const [lease] = rows;
  if (lease === undefined) throw new Error(`nothing is ${state}`);
  return lease;
}

/** All that relay, sweeper and senders ask of the tables that grow, once each; nothing is kept. */
async function costs() {
  const costs: { text: string; buffers: number; whole: boolean }[] = [];
  const db = explaining(costs);
  const now = worker.clock.now;
  const ledger = ledgerRepo(db);
  const visits = visitRepo(db);
  const key = { salonId: salon.id, bookingId: visit.id, recipient: visit.email, sequence: 9 };
  const [queued, sending] = [await someLease('queued'), await someLease('sending')];
  const movedOn = await someLease('sending', visit);
  await outboxRepo(db).take(200, now, KNOWN_EVENTS, {
    make: (taken) => ({
      messages: taken.slice(0, 1).map(({ event }) => {
        const asked = { kind: 'confirmation', recipient: 'b@kunde.example', dueAt: now, visitStartsAt: null } as const;
        return { ...asked, id: v7(), event };
      }),
      wrong: taken.slice(1, 2).map(({ event }) => ({ event, error: new Error('no such zone') })),
    }),
    until: () => now + HOUR,
  });
  await ledger.waiting('due', now, now, 500);
  await ledger.waiting('queued', now - 2 * MINUTE, now, 500);
  await ledger.waiting('sending', now, now, 500);
  const line = { ...queued, attempt: queued.attempts, requestId: null };
  await ledger.take(line, now + HOUR);
  await ledger.handedBack([line]);
  await ledger.sent(sending, now);
  await ledger.again(sending, now + HOUR, '451 later');
  await ledger.failed(sending, '550 no');
  await ledger.dropped(sending, 'moved_on');
  await ledger.movedOn(movedOn, now);
  await ledger.room();
  await ledger.figures(now);
  await visits.visit(salon.id, visit.id);
  await visits.openVisits(salon.id, visit.email, now);
  await visits.toldStart(key);
  return costs;
}

test('what the worker asks costs the same among a thousand messages and events and among a million', {
  timeout: 600_000,
}, async () => {
  await fillTo(1_000);
  await wait();
  const small = await costs();
  await fillTo(1_000_000);
  const large = await costs();
  expect(large.filter(({ whole }) => whole)).toEqual([]);
  for (const [index, { text, buffers }] of large.entries()) {
    // Trees are a level or two deeper, for each of the ten rows.
    expect(buffers, text).toBeLessThan(3 * (small[index]?.buffers ?? 0) + 60);
  }
});

test('of a table whose size nobody has looked at yet, what a few events are about is looked up for those few', async () => {
  const young = await testWorker('postgres');
  onTestFinished(() => young.close());
  await young.parts.senders.close();
  const its = await young.salon();
  await young.owner.query('alter table outbox set (autovacuum_enabled = off)');
  await young.owner.query(
    `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at)
     select $1, gen_random_uuid(), 'booking_created', gen_random_uuid(), 0, $2 from generate_series(1, 5000)`,
    [its.id, new Date(young.clock.now)],
  );
  const found: { text: string; buffers: number; whole: boolean }[] = [];
  await outboxRepo(explaining(found, young.owner)).take(10, young.clock.now, KNOWN_EVENTS, {
    make: () => ({ messages: [], wrong: [] }),
    until: () => young.clock.now,
  });
  const [take] = found;
  // The events themselves, read once and sorted, lie on some hundred pages; each look-up of a visit touches one or two.
  expect(take?.buffers).toBeLessThan(1_000);
});
