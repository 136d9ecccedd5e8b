import type { Hand } from '../queue/hand-over.ts';
import type { LedgerRepo, Waiting } from './ledger.repo.ts';

/** Messages handed over in one go. */
const BATCH = 500;
/** What has been in the queue for so long may have been lost there, in milliseconds. */
const LOST_AFTER = 2 * 60_000;

type Deps = {
  readonly ledger: Pick<LedgerRepo, 'waiting'>;
  readonly handOver: Hand;
  readonly clock: () => number;
};

/**
 * Hands over what waits in the ledger. `due` is what the clock brings: reminders, further tries, mails about no booking.
 * `all` is the net besides: what the queue has had for two minutes (it may have been emptied; one that still has it
 * takes no second job for the same try) and what somebody began to send and never ended.
 *
 * Returns how many the queue took; call it until that is 0.
 */
export function sweeper({ ledger, handOver, clock }: Deps) {
  async function sweep(why: Waiting, patience: number): Promise<number> {
    const now = clock();
    const lines = await ledger.waiting(why, now - patience, now, BATCH);
    return (await handOver(lines)) ? lines.length : 0;
  }
  const due = () => sweep('due', 0);
  return {
    due,
    all: async () => (await due()) + (await sweep('queued', LOST_AFTER)) + (await sweep('sending', 0)),
  };
}
