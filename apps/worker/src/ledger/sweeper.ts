import type { Hand } from '../queue/hand-over.ts';
import type { LedgerRepo, Waiting } from './ledger.repo.ts';

/** Messages handed over in one go. */
const BATCH = 100;
/** What has been in the queue for so long may have been lost there, in milliseconds. */
const LOST_AFTER = 2 * 60_000;

type Deps = {
  readonly ledger: Pick<LedgerRepo, 'waiting' | 'room'>;
  readonly handOver: Hand;
  readonly clock: () => number;
};

/**
 * Hands over what waits in the ledger. `due` is what the clock brings (reminders, further tries, mails about no booking)
 * and what the queue did not take, as far as it has room.
 * `all` is the net besides: what the queue has had for two minutes (it may have been emptied; one that still has it
 * takes no second job for the same try) and what somebody began to send and never ended.
 *
 * Returns how many the queue took; call it until that is 0.
 */
export function sweeper({ ledger, handOver, clock }: Deps) {
  async function sweep(why: Waiting, patience: number, most = BATCH): Promise<number> {
    const now = clock();
    const lines = most > 0 ? await ledger.waiting(why, now - patience, now, most) : [];
    return (await handOver(lines)) ? lines.length : 0;
  }
  const due = async () => sweep('due', 0, Math.min(BATCH, await ledger.room()));
  return {
    due,
    all: async () => (await due()) + (await sweep('queued', LOST_AFTER)) + (await sweep('sending', 0)),
  };
}
