import { DAY } from '@salon/domain/time/interval';
import type { LedgerRepo } from '../ledger/ledger.repo.ts';
import type { Hand } from '../queue/hand-over.ts';
import { KNOWN_EVENTS, messagesOf } from './messages-of.ts';
import type { OutboxRepo, Taken } from './outbox.repo.ts';

/** Events in one transaction: a few milliseconds, so that nobody who books waits behind them. */
export const BATCH = 50;

type Deps = {
  readonly outbox: Pick<OutboxRepo, 'firstRun' | 'take'>;
  readonly ledger: Pick<LedgerRepo, 'room'>;
  readonly handOver: Hand;
  readonly clock: () => number;
  readonly newId: () => string;
};

/**
 * Turns events of the outbox into messages of the ledger while the queue has room, and hands over what is due. Call it
 * until it returns 0, the number of events taken.
 *
 * Events that were more than a day old when a relay ran on this database for the first time (its row in `relay_start`,
 * written once) are only marked: they are from before there was mail, and nobody wants to hear of them now. A worker
 * that was away for longer than a day mails everything.
 */
export function relay({ outbox, ledger, handOver, clock, newId }: Deps) {
  let firstRun: number | undefined;
  return async function relayOnce(limit = BATCH): Promise<number> {
    firstRun ??= await outbox.firstRun(clock());
    // More than the queue holds is not needed sooner than it can be sent, and those who book need the machine.
    if ((await ledger.room()) <= 0) return 0;
    const oldest = firstRun - DAY;
    const now = clock();
    const ask = ({ event, visit }: Taken) =>
      visit === undefined || event.createdAt < oldest ? [] : messagesOf(event, visit, now);
    const { events, queued } = await outbox.take(limit, now, KNOWN_EVENTS, (taken) =>
      taken.flatMap((one) => ask(one).map((message) => ({ ...message, id: newId(), event: one.event }))),
    );
    await handOver(queued);
    return events;
  };
}
