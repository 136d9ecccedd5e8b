import { MAIL_QUEUE, type MailJob, mailJobId } from '@salon/contracts/jobs';
import type { Queue } from 'bullmq';
import type { LedgerLine } from '../ledger/ledger.repo.ts';
import type { QueueBackend } from './backend.ts';
import { URGENCY } from './urgency.ts';

/** How long a hand-over may take, in milliseconds; what comes later does no harm. */
const PATIENCE = 5_000;
/** The queue's own record of what happened, which nobody reads. */
const EVENTS = 1_000;

/** A further try comes after every first one: while a server hangs, they would keep all others waiting. */
const FURTHER_TRY = 10;

/** The queue that mail goes through. */
export type MailQueue = {
  /** Hands messages over; one that is there already for the same try is not taken twice. Rejects when it cannot. */
  add(lines: readonly LedgerLine[]): Promise<void>;
  /** How many messages it holds that nobody has begun to send. */
  depth(): Promise<number>;
  close(): Promise<void>;
};

/** `onError` hears of a connection that is lost, and of one that cannot be had. */
export function mailQueue(backend: QueueBackend, onError: (error: Error) => void): MailQueue {
  const queue: Queue<MailJob> = backend.makeQueue(MAIL_QUEUE, { streams: { events: { maxLen: EVENTS } } });
  queue.on('error', onError);
  return {
    async add(lines) {
      const adding = queue.addBulk(lines.map(jobOf));
      adding.catch(() => {}); // once we have given up, nobody waits for it
      await Promise.race([adding, tooLate()]);
    },
    depth: () => queue.getJobCountByTypes('waiting', 'prioritized', 'delayed'),
    close: () => queue.close(),
  };
}

function jobOf({ kind, ...job }: LedgerLine) {
  return {
    name: kind,
    data: job,
    opts: {
      jobId: mailJobId(job),
      priority: URGENCY[kind] + (job.attempt > 0 ? FURTHER_TRY : 0),
      // A job is gone when it ends: the ledger knows what became of it. Kept by age and count, each end would look at
      // all that are kept, and in PostgreSQL ends at once would wait for each other. And one that failed would stand in
      // the way of the same try handed over again.
      removeOnComplete: true,
      removeOnFail: true,
    },
  };
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`the queue took longer than ${PATIENCE / 1_000} s`)), PATIENCE).unref();
  });
}
