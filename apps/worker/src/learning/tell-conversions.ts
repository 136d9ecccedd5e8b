import { type CleanEvent, type LearningEvents, learningEvent } from '@salon/contracts/learning';
import type { Told } from '@salon/telemetry/posthog';
import { v5 } from 'uuid';
import { pauseAfter } from '../ledger/next-try.ts';
import type { Log } from '../log.ts';
import type { Conversion, ConversionRepo } from './conversion.repo.ts';

/** Bookings told of in one request. */
const BATCH = 50;
/** Longer than PostHog is waited for, in milliseconds: what takes longer died with its worker. */
const LEASE = 60_000;
/** Names are made in here, so that an event's tells nobody the booking's id. */
const NAMESPACE = '5b1f0a52-7c0e-4d6b-9f43-2f0a9c1e7d35';

type Deps = {
  readonly conversions: Pick<ConversionRepo, 'take' | 'done' | 'later'>;
  readonly tell: (events: readonly CleanEvent[]) => Promise<Told>;
  readonly figures: { readonly told: (answer: Told, bookings: number) => void };
  readonly clock: () => number;
  readonly random: () => number;
  readonly log: Log;
};

/**
 * Tells PostHog of bookings of visitors who consented, and tries again as mails are tried again, for a day. A worker that dies
 * after the telling tells once more: the event has the same name and instant then, and PostHog keeps one of them.
 *
 * Returns how many it dealt with; call it until that is 0.
 */
export function tellConversions({ conversions, tell, figures, clock, random, log }: Deps) {
  return async function tellOnce(): Promise<number> {
    const now = clock();
    const taken = await conversions.take(now, now + LEASE, BATCH);
    if (taken.length === 0) return 0;
    const told = await tell(taken.map(eventOf));
    figures.told(told, taken.length);
    const pauses = taken.map((one) => ({
      one,
      pause: told === 'later' ? pauseAfter(one.attempts, random()) : undefined,
    }));
    const ended = pauses.filter(({ pause }) => pause === undefined).map(({ one }) => one);
    const again = pauses.flatMap(({ one, pause }) => (pause === undefined ? [] : { ...one, dueAt: now + pause }));
    if (ended.length > 0) await conversions.done(ended);
    if (again.length > 0) await conversions.later(again);
    if (told !== 'taken') log.warn({ told, bookings: taken.length, givenUp: ended.length }, 'telling PostHog');
    return taken.length;
  };
}

function eventOf({ salonId, bookingId, visitor, bookedAt, services, priceCents, currency }: Conversion): CleanEvent {
  const properties = { salon: salonId, services, priceCents, currency } as LearningEvents['booking_completed'];
  return learningEvent('booking_completed', properties, {
    uuid: v5(bookingId, NAMESPACE),
    timestamp: new Date(bookedAt).toISOString(),
    distinctId: visitor,
  });
}
