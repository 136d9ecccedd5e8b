import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { BACKENDS } from '../test/redis-server.ts';
import { MINUTE, type TestWorker, testWorker } from '../test/test-worker.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const SATURDAY = '2026-12-19T14:00:00+01:00';

let server: MailServer;
let worker: TestWorker;
let child: ChildProcess | undefined;

afterEach(async () => {
  child?.kill('SIGKILL');
  await worker.close();
  await server.stop();
});

/** A worker in a process of its own, as `npm start` runs it. */
function startProcess(more: Record<string, string>): ChildProcess {
  child = spawn(process.execPath, [MAIN], {
    env: { ...worker.settings, SMTP_URL: server.url, LOG_LEVEL: 'silent', ...more },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return child;
}

async function kill(process: ChildProcess): Promise<void> {
  const exited = once(process, 'exit');
  process.kill('SIGKILL');
  await exited;
}

describe.each(BACKENDS)('with the queue in %s', (backend) => {
  test('killed while a mail is on its way: another sends it when the lease has ended', async () => {
    server = await startMailServer();
    worker = await testWorker(backend, { SMTP_URL: server.url });
    await worker.parts.senders.close();
    const salon = await worker.salon({ email: null, reminderMinutes: null });
    const visit = await salon.book(SATURDAY);
    server.mood = 'hangs';
    const first = startProcess({ TEST_NOW: new Date(worker.clock.now).toISOString() });
    await server.hanging();
    await kill(first);
    expect(await salon.ledger(visit)).toEqual(['confirmation 0 sending']);
    server.mood = 'takes';
    const next = await worker.another();
    // Sending and noting at their limits come to 147 s; until then it may still be alive.
    worker.clock.now += 147_000;
    expect(await next.sweep.all()).toBe(0);
    worker.clock.now += MINUTE;
    await next.sweep.all();
    await worker.settled();
    expect(server.arrived).toHaveLength(1);
    expect(await salon.ledger(visit)).toEqual(['confirmation 0 sent']);
  });

  test('killed between the server’s "taken" and its note of it: sent again, with the same Message-ID', async () => {
    server = await startMailServer();
    worker = await testWorker(backend, { SMTP_URL: server.url });
    await worker.parts.senders.close();
    const salon = await worker.salon({ email: null, reminderMinutes: null });
    const visit = await salon.book(SATURDAY);
    // The note "sent" is refused as by a database that starts up, so it is tried again until the killing comes.
    await worker.owner.query(`
      create function not_now() returns trigger language plpgsql as $$
        begin raise sqlstate '57P03' using message = 'starting up'; end $$;
      create trigger not_now before update on message for each row when (new.state = 'sent') execute function not_now()`);
    const first = startProcess({ TEST_NOW: new Date(worker.clock.now).toISOString() });
    await server.arrivals(1);
    await kill(first);
    await worker.owner.query('drop trigger not_now on message');
    expect(await salon.ledger(visit)).toEqual(['confirmation 0 sending']);
    const next = await worker.another();
    worker.clock.now += 3 * MINUTE;
    await next.sweep.all();
    await worker.settled();
    const ids = server.arrived.map(({ mail }) => mail.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
