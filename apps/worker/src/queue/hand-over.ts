import { beginUndertaking } from '@salon/telemetry/reports';
import { tracedFor } from '@salon/telemetry/traces';
import type { LedgerLine, LedgerRepo } from '../ledger/ledger.repo.ts';
import type { Log } from '../log.ts';
import type { MailQueue } from './mail-queue.ts';

/** They go in one call; each is part of what its own request led to. */
async function tracedForEach(lines: readonly LedgerLine[], handingOver: Promise<void>): Promise<void> {
  const traced = lines.map(async ({ requestId, salonId, kind, messageId }) => {
    const name = `queue ${kind}`;
    const undertaking = beginUndertaking(requestId, { name, op: 'queue.publish' });
    const attributes = { 'messaging.message.id': messageId };
    try {
      await tracedFor(requestId, { name, kind: 'producer', attributes }, () => handingOver);
    } finally {
      // That the queue is away is told once, not for each of them.
      undertaking?.end({ tags: { salon: salonId, feature: 'mail', kind } });
    }
  });
  await Promise.all(traced);
}

/** Hands lines of the ledger, already marked as queued, to the queue; false when it did not take them. */
export type Hand = (lines: readonly LedgerLine[]) => Promise<boolean>;

/**
 * A queue that cannot be reached gives them back to the ledger, from where they are handed over again. It does not stop
 * whoever calls: the ledger goes on being written.
 */
export function handOver(queue: Pick<MailQueue, 'add'>, ledger: Pick<LedgerRepo, 'handedBack'>, log: Log): Hand {
  let away = false;
  return async (lines) => {
    if (lines.length === 0) return true;
    try {
      await tracedForEach(lines, queue.add(lines));
      if (away) log.info('the queue takes messages again');
      away = false;
      return true;
    } catch (error) {
      if (!away) log.warn({ err: error }, 'the queue takes no messages; they wait in the ledger');
      away = true;
      await ledger.handedBack(lines);
      return false;
    }
  };
}
