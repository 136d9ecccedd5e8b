import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSalon } from '../../../prisma/seed/load/load-salon.ts';
import { type Random, seededRandom } from '../../../prisma/seed/random.ts';
import type { Attempt } from '../../history/attempt.ts';
import type { Outcome } from '../recovery.ts';
import { type KeyedWish, sendOnce } from './attempt.ts';
import { wishOf } from './wish.ts';

/** A customer looks at the page for a moment before the next booking: milliseconds, from and to. */
const PAUSE = [300, 1_100] as const;
/** Pauses between tries double from here; each is drawn anew, so that customers do not come back in step. */
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
/** How long a browser waits for an answer; the impatient ones ask again while the first request is still under way. */
const PATIENCE_MS = [2_000, 8_000] as const;
/** After this long without an answer a customer gives up, and the promise is broken. */
const GIVE_UP_MS = 60_000;

export type Burst = {
  /** Every attempt so far, in the order they ended. */
  outcomes: readonly Outcome[];
  /** Keys whose request is under way now. */
  underWay(): string[];
  /** Keys whose customers gave up without an answer. */
  gaveUp: readonly string[];
  /** Lets every customer finish what was begun (within a minute), and closes the log. Throws if it could not be written. */
  finish(): Promise<void>;
  /** Ends at once. */
  abandon(): Promise<void>;
};

/**
 * Customers who book, one wish after another, and ask again under the same key until they have an answer. Each attempt
 * is written to `log`. `seed` decides their wishes' keys and pauses; who wins a race is not its to decide.
 */
export function startBurst(options: {
  baseUrl: string;
  salons: number;
  customers: number;
  seed: string;
  log: string;
  /** How long they wait for an answer before they ask again, in milliseconds: one or the other. */
  patienceMs?: readonly number[];
}): Burst {
  const { baseUrl, salons, customers, seed, patienceMs = PATIENCE_MS } = options;
  const log = createWriteStream(options.log);
  const closed = finished(log);
  closed.catch(() => {}); // told by finish
  const people = Array.from({ length: salons }, (_, n) => loadSalon(n + 1));
  const staffOf = new Map(people.map(({ salon, staff }) => [salon.slug, staff.map(({ id }) => id)]));
  const outcomes: Outcome[] = [];
  const gaveUp: string[] = [];
  const open = new Set<string>();
  const leaving = new AbortController();
  const abandoned = new AbortController();
  let next = 0;

  function nextWish(): KeyedWish {
    const number = next++;
    const wish = wishOf(number, salons);
    const staffId = wish.person === null ? null : (staffOf.get(wish.salon)?.[wish.person] ?? null);
    return { ...wish, staffId, key: `${seed}-${number}` };
  }

  async function book(wish: KeyedWish, random: Random) {
    const firstSentAt = Date.now();
    for (let longest = FIRST_RETRY_MS; ; longest = Math.min(longest * 2, LONGEST_RETRY_MS)) {
      open.add(wish.key);
      const patience = AbortSignal.timeout(random.pick(patienceMs));
      const { attempt, waitMs } = await sendOnce(baseUrl, wish, AbortSignal.any([patience, abandoned.signal]));
      open.delete(wish.key);
      log.write(`${JSON.stringify(attempt)}\n`);
      const { sentAt, endedAt } = attempt;
      outcomes.push({ firstSentAt, sentAt, endedAt, answered: isAnswer(attempt) });
      if (isAnswer(attempt) || abandoned.signal.aborted) return;
      if (endedAt - firstSentAt > GIVE_UP_MS) return gaveUp.push(wish.key);
      await rest(Math.max(longest, waitMs) * (0.5 + random.share() / 2), abandoned.signal);
    }
  }

  async function customer(number: number) {
    const random = seededRandom(`customer ${seed} ${number}`);
    const look = () => rest(PAUSE[0] + random.share() * (PAUSE[1] - PAUSE[0]), leaving.signal);
    for (await look(); !leaving.signal.aborted; await look()) await book(nextWish(), random);
  }

  const all = Promise.all(Array.from({ length: customers }, (_, number) => customer(number)));
  const finish = async () => {
    leaving.abort();
    await all;
    log.end();
    await closed;
  };
  return {
    outcomes,
    gaveUp,
    underWay: () => [...open],
    finish,
    async abandon() {
      abandoned.abort();
      await finish();
    },
  };
}

/** A pause that ends early when it is not needed any more. */
const rest = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});

/** Booked, found again, or refused for good; anything else is asked again. */
const isAnswer = ({ status }: Attempt) => status >= 200 && status < 500 && status !== 429;
