import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@salon/db/embedded/free-port';
import { startMailServer } from '@salon/worker/test/mail-server';
import { type Burst, startBurst } from '../faults/clients/burst.ts';
import { type ClaimVerdict, checkHistory } from '../history/check.ts';
import { readLog } from '../history/read-log.ts';
import { type Origin, originHere } from '../measuring/origin.ts';
import { startSalonDatabase } from '../stack/salon-database.ts';
import type { UndoStack } from '../stack/undo-stack.ts';
import { startLookers } from './lookers.ts';
import { countMails, type Mails } from './mails.ts';
import { startApi, startWorker } from './programs.ts';
import { startProxy } from './proxy.ts';

const SALONS = 40;
/** Whoever has no answer by then counts as failed. */
const PATIENCE_MS = 10_000;
/** Before the first and after each restart: what is slow to break has time to. */
const SETTLE_MS = 1_000;

export type RollingOptions = {
  /** People who book, and people who look. */
  readonly bookers: number;
  readonly lookers: number;
  /** How often all three programs are replaced. */
  readonly rounds: number;
  readonly drainSeconds: number;
  /** Where the clients' log is kept. */
  readonly folder: string;
  readonly say: (line: string) => void;
};

export type RollingReport = {
  readonly origin: Origin;
  readonly restarts: number;
  readonly bookings: { asked: number; failed: string[]; longest: number };
  readonly looks: { asked: number; failed: string[]; longest: number };
  readonly mails: Mails;
  readonly claims: ClaimVerdict[];
};

/**
 * A deploy under load: two API processes behind the proxy and the worker are replaced one after the other while people
 * look and book; then every booking is held against the database, and against what the mail server took.
 */
export async function runRolling(options: RollingOptions, undo: UndoStack): Promise<RollingReport> {
  const { bookers, lookers, rounds, drainSeconds, folder, say } = options;
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'clients.jsonl');
  const database = await startSalonDatabase({ salons: SALONS }, undo);
  const mailServer = await startMailServer();
  undo.add(mailServer.stop);
  // Told an address with https, the programs would send on whoever comes to this proxy without.
  const publicUrl = `http://127.0.0.1:${await freePort()}`;
  const told = { database, smtpUrl: mailServer.url, publicUrl, drainSeconds };
  const programs = [];
  // In the order of docs/upgrading.md: what a newer API writes, a newer worker knows.
  for (const start of [() => startWorker(told), () => startApi('api-a', told), () => startApi('api-b', told)]) {
    const program = await start();
    undo.add(program.stop);
    programs.push(program);
  }
  const proxy = await startProxy(
    publicUrl,
    programs.flatMap(({ port }) => port || []),
  );
  undo.add(proxy.stop);

  const crowd = { baseUrl: publicUrl, salons: SALONS, seed: 'rolling' };
  const burst = startBurst({ ...crowd, customers: bookers, log, patienceMs: [PATIENCE_MS] });
  undo.add(burst.abandon);
  const looking = startLookers({ ...crowd, people: lookers });
  undo.add(looking.finish);
  await sleep(SETTLE_MS);
  for (let round = 1; round <= rounds; round += 1) {
    for (const program of programs) {
      const begin = performance.now();
      await program.replace();
      say(`round ${round}: ${program.name} replaced in ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
      await sleep(SETTLE_MS);
    }
  }
  await Promise.all([burst.finish(), looking.finish()]);
  say(`${burst.outcomes.length} bookings asked for, ${looking.seen.asked} looks; waiting for the mails`);
  return {
    origin: await originHere(database.ownerUrl),
    restarts: rounds * programs.length,
    bookings: await bookingsOf(burst, log),
    looks: looking.seen,
    mails: await countMails(database.ownerUrl, mailServer.arrived),
    claims: (await checkHistory(database.ownerUrl, [log])).claims,
  };
}

/** Whatever is neither a booking nor a definite refusal has failed, also if the customer was told later. */
async function bookingsOf(burst: Burst, log: string): Promise<RollingReport['bookings']> {
  const failed: string[] = [];
  for await (const line of readLog(log)) {
    if (!('attempt' in line)) continue;
    const { key, status, code, sentAt, endedAt } = line.attempt;
    if (status !== 200 && status !== 201 && status !== 409)
      failed.push(`${key}: ${status} ${code} after ${endedAt - sentAt} ms`);
  }
  const waits = burst.outcomes.map(({ sentAt, endedAt }) => endedAt - sentAt);
  return { asked: burst.outcomes.length, failed, longest: Math.max(0, ...waits) };
}
