import { DAY, MINUTE } from '@salon/domain/time/interval';
import type { LedgerRepo } from '../ledger/ledger.repo.ts';
import type { Hand } from '../queue/hand-over.ts';
import { KNOWN_EVENTS, messagesOf, type OutboxEvent } from './messages-of.ts';
import type { Made, OutboxRepo, Taken, Wrong } from './outbox.repo.ts';

/** Events in one transaction: a few milliseconds, so that nobody who books waits behind them. */
export const BATCH = 50;

const HOUR = 60 * MINUTE;

type Deps = {
  readonly outbox: Pick<OutboxRepo, 'firstRun' | 'take'>;
  readonly ledger: Pick<LedgerRepo, 'room'>;
  readonly handOver: Hand;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Hears of each event that was put aside, and why. */
  readonly putAside: (event: OutboxEvent, error: Error) => void;
};

/**
 * Turns events of the outbox into messages of the ledger while the queue has room, and hands over what is due. Call it
 * until it returns 0, the number of events looked at.
 *
 * An event whose messages cannot be worked out (its salon's zone is one that nobody knows), or are refused by the database,
 * would fail with its whole batch at every look, and no salon would get mail. It is put aside, for as long again as it has waited: a minute at least, an hour
 * at most. What is put aside lies in the outbox until somebody mends what is wrong with it.
 *
 * Events that were more than a day old when a relay ran on this database for the first time (its row in `relay_start`,
 * written once) are only marked: they are from before there was mail, and nobody wants to hear of them now. A worker
 * that was away for longer than a day mails everything.
 */
export function relay({ outbox, ledger, handOver, clock, newId, putAside }: Deps) {
  let firstRun: number | undefined;
  return async function relayOnce(limit = BATCH): Promise<number> {
    firstRun ??= await outbox.firstRun(clock());
    // More than the queue holds is not needed sooner than it can be sent, and those who book need the machine.
    if ((await ledger.room()) <= 0) return 0;
    const oldest = firstRun - DAY;
    const now = clock();
    const ask = ({ event, visit }: Taken) =>
      visit === undefined || event.createdAt < oldest ? [] : messagesOf(event, visit, now);
    const make = (taken: readonly Taken[]): Made => {
      const wrong: Wrong[] = [];
      const messages = taken.flatMap((one) => {
        try {
          return ask(one).map((message) => ({ ...message, id: newId(), event: one.event }));
        } catch (error) {
          wrong.push({ event: one.event, error: error as Error });
          return [];
        }
      });
      return { messages, wrong };
    };
    const until = (event: OutboxEvent) => now + pauseOf(event, now);
    const { events, queued, wrong } = await outbox.take(limit, now, KNOWN_EVENTS, { make, until });
    for (const { event, error } of wrong) putAside(event, error);
    await handOver(queued);
    return events;
  };
}

const pauseOf = ({ createdAt }: OutboxEvent, now: number) => Math.min(Math.max(now - createdAt, MINUTE), HOUR);
