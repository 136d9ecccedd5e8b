import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type PostHogSink, startPostHogSink } from '@salon/telemetry/test/posthog-sink';
import { v4 } from 'uuid';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { MOST_TRIES } from '../ledger/next-try.ts';
import { HOUR, MINUTE, type TestWorker, testWorker } from '../test/test-worker.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
/** A process starts first, on a machine that may be busy. */
const STARTED = { timeout: 30_000 };
const SATURDAY = '2026-12-19T14:00:00+01:00';

let worker: TestWorker;
afterEach(() => worker.close());

async function measured(sink: PostHogSink) {
  onTestFinished(() => sink.stop());
  worker = await testWorker('postgres', sink.settings);
  return worker.salon({ email: null, reminderMinutes: null });
}
const relayed = async () => {
  while ((await worker.parts.relayOnce()) > 0);
};
const tell = async () => worker.parts.tellOnce?.();
/** Rows that still tie a visitor to a booking. */
async function tied(): Promise<number> {
  const { rows } = await worker.owner.query(
    `select (select count(*) from conversion) + (select count(*) from outbox where visitor is not null) as n`,
  );
  return Number(rows[0].n);
}

/** A worker of its own, to be killed. */
function anotherProcess(sink: PostHogSink) {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...{ ...worker.settings, ...sink.settings, LOG_LEVEL: 'silent' },
      TEST_NOW: new Date(worker.clock.now).toISOString(),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  // Also when the story breaks off before: it would outlive the run, and keep it from ending.
  onTestFinished(kill);
  return kill;
}

test('PostHog hears once that a visitor who consented has booked, and of nobody else', async () => {
  const sink = await startPostHogSink();
  const salon = await measured(sink);
  const visitor = v4();
  const visit = await salon.book(SATURDAY, { visitor });
  await salon.book(SATURDAY);
  await salon.move(visit, '2026-12-19T16:00:00+01:00');
  await relayed();
  for (let second = 0; second < 3; second++) await tell();
  expect(sink.events).toEqual([
    {
      event: 'booking_completed',
      uuid: expect.any(String),
      timestamp: new Date(worker.clock.now).toISOString(),
      distinct_id: visitor,
      properties: {
        salon: salon.id,
        services: 1,
        priceCents: 3500,
        currency: 'EUR',
        $process_person_profile: false,
        $geoip_disable: true,
      },
    },
  ]);
  // Neither who it was, nor the booking by a name it has elsewhere.
  const wire = sink.requests.map(({ body, headers }) => body + JSON.stringify(headers)).join();
  for (const secret of [visit.id, visit.email, 'Jonas', 'Petersen', 'request-1']) expect(wire).not.toContain(secret);
  expect(sink.requests[0]?.headers['content-encoding']).toBe('gzip');
  expect(await tied()).toBe(0);
});

test('PostHog away for hours: tried again like a mail, told once, as of when it was booked', async () => {
  let status = 503;
  const sink = await startPostHogSink(() => status);
  const salon = await measured(sink);
  await salon.book(SATURDAY, { visitor: v4() });
  const bookedAt = new Date(worker.clock.now).toISOString();
  await relayed();
  await tell();
  await tell();
  expect(sink.requests).toHaveLength(1);
  worker.clock.now += 10_000;
  await tell();
  expect(sink.requests).toHaveLength(2);
  worker.clock.now += 3 * HOUR;
  status = 200;
  await tell();
  await tell();
  expect(sink.events.map(({ timestamp }) => timestamp)).toEqual([bookedAt]);
  expect(await tied()).toBe(0);
});

test.each([
  ['what PostHog cannot read', 400, 1],
  ['a key that PostHog does not know', 401, 1],
  ['more than PostHog takes at once', 413, 1],
  ['a day in which PostHog had too much to do', 429, MOST_TRIES],
  ['a day in which PostHog never answered', 500, MOST_TRIES],
])('%s: given up, and nothing kept', async (_story, status, most) => {
  const sink = await startPostHogSink(() => status);
  const salon = await measured(sink);
  await salon.book(SATURDAY, { visitor: v4() });
  await relayed();
  for (const end = worker.clock.now + 30 * HOUR; worker.clock.now < end; worker.clock.now += 30 * MINUTE) await tell();
  expect(sink.requests.length).toBeGreaterThan(0);
  expect(sink.requests.length).toBeLessThanOrEqual(most);
  const answer = most === 1 ? 'refused' : 'later';
  expect(await worker.parts.registry.metrics()).toContain(
    `jn_posthog_tells_total{answer="${answer}",process="worker"} ${sink.requests.length}`,
  );
  expect(sink.events).toEqual([]);
  expect(await tied()).toBe(0);
});

test('killed when PostHog has it and before that is noted: told again, and counted once', async () => {
  const sink = await startPostHogSink();
  const salon = await measured(sink);
  await salon.book(SATURDAY, { visitor: v4() });
  await relayed();
  // The note is refused as by a database that goes down, until the killing comes.
  await worker.owner.query(`
    create function not_now() returns trigger language plpgsql as $$
      begin raise sqlstate '57P03' using message = 'starting up'; end $$;
    create trigger not_now before delete on conversion for each row execute function not_now()`);
  const kill = anotherProcess(sink);
  await expect.poll(() => sink.events.length, STARTED).toBe(1);
  await kill();
  await worker.owner.query('drop trigger not_now on conversion');
  // Held by whoever may still be alive.
  await tell();
  expect(sink.events).toHaveLength(1);
  worker.clock.now += MINUTE;
  await tell();
  await tell();
  expect(sink.events).toHaveLength(2);
  expect(sink.kept()).toHaveLength(1);
  expect(sink.events[0]).toEqual(sink.events[1]);
  expect(await tied()).toBe(0);
});

test('killed when it has taken a booking and PostHog has not heard of it: told by the next, once', async () => {
  const asked = Promise.withResolvers<number>();
  const sink = await startPostHogSink(() => (sink.requests.length === 1 ? asked.promise : 200));
  const salon = await measured(sink);
  await salon.book(SATURDAY, { visitor: v4() });
  await relayed();
  const kill = anotherProcess(sink);
  await expect.poll(() => sink.requests.length, STARTED).toBe(1);
  await kill();
  asked.resolve(503);
  await tell();
  expect(sink.requests).toHaveLength(1);
  worker.clock.now += MINUTE;
  await tell();
  await tell();
  expect(sink.requests).toHaveLength(2);
  expect(sink.events).toHaveLength(1);
  expect(await tied()).toBe(0);
});

test('two workers at once tell of each booking once', async () => {
  const sink = await startPostHogSink();
  const salon = await measured(sink);
  for (let n = 0; n < 60; n++) await salon.book(SATURDAY, { visitor: v4() });
  await relayed();
  const second = await worker.another();
  const drain = async (parts: TestWorker['parts']) => {
    while (((await parts.tellOnce?.()) ?? 0) > 0);
  };
  await Promise.all([drain(worker.parts), drain(second)]);
  expect(sink.events).toHaveLength(60);
  expect(sink.kept()).toHaveLength(60);
});

test('where PostHog is not configured nothing is told, and no visitor’s name stays with an event', async () => {
  worker = await testWorker('postgres');
  const salon = await worker.salon({ email: null, reminderMinutes: null });
  await salon.book(SATURDAY, { visitor: v4() });
  await relayed();
  expect(worker.parts.tellOnce).toBeUndefined();
  expect(await tied()).toBe(0);
});
