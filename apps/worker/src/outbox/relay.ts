import { DAY } from '@salon/domain/time/interval';
import type { Hand } from '../queue/hand-over.ts';
import { messagesOf } from './messages-of.ts';
import type { OutboxRepo, Taken } from './outbox.repo.ts';

/** Events in one transaction. */
const BATCH = 200;

type Deps = {
  readonly outbox: Pick<OutboxRepo, 'firstRun' | 'take'>;
  readonly handOver: Hand;
  readonly clock: () => number;
  readonly newId: () => string;
};

/**
 * Turns events of the outbox into messages of the ledger, and hands over what is due. Call it until it returns 0, the
 * number of events taken.
 *
 * Events that were more than a day old when a relay ran on this database for the first time (its row in `relay_start`,
 * written once) are only marked: they are from before there was mail, and nobody wants to hear of them now. A worker
 * that was away for longer than a day mails everything.
 */
export function relay({ outbox, handOver, clock, newId }: Deps) {
  let firstRun: number | undefined;
  return async function relayOnce(limit = BATCH): Promise<number> {
    firstRun ??= await outbox.firstRun(clock());
    const oldest = firstRun - DAY;
    const now = clock();
    const ask = ({ event, visit }: Taken) =>
      visit === undefined || event.createdAt < oldest ? [] : messagesOf(event, visit, now);
    const { events, due } = await outbox.take(limit, now, (taken) =>
      taken.flatMap((one) => ask(one).map((message) => ({ ...message, id: newId(), event: one.event }))),
    );
    await handOver(due);
    return events;
  };
}
