import { setTimeout as sleep } from 'node:timers/promises';
import { listenersOn } from '../stack/processes.ts';
import { INJECT } from './inject/inject.ts';
import type { Kind } from './kinds.ts';
import { backAt, longestWait } from './recovery.ts';
import type { PlannedFault } from './schedule.ts';
import { APIS, type World } from './world.ts';

const POLL_MS = 50;
/** A service that is not back by then is given up. */
const GIVE_UP_MS = 60_000;

/** A fault that happened, and how the service came out of it. Times in milliseconds. */
export type Survived = {
  kind: Kind;
  /** From the start of the burst. */
  at: number;
  /** What was done, or why it could not be. */
  did: string;
  done: boolean;
  /** From the fault's end, and from its beginning, until 20 bookings in a row were answered; null: never. */
  backAfter: number | null;
  backSinceBegin: number | null;
  /** From the fault's end until, besides, every API process was there again; null: never. */
  wholeAfter: number | null;
  /** Attempts between beginning and recovery that got no answer, or were asked to come back later. */
  unanswered: number;
  /** The longest that a customer then waited for an answer, all attempts together. */
  longestWait: number;
};

/** Does one fault and waits, without lending a hand, until the service is back. Throws when the run is ended. */
export async function survive(world: World, fault: PlannedFault, startedAt: number): Promise<Survived> {
  const { burst, ending } = world;
  const from = burst.outcomes.length;
  const begin = Date.now();
  const { did, done } = await INJECT[fault.kind](world, fault).then(
    (words) => ({ did: words, done: true }),
    (error: Error) => ({ did: error.message, done: false }),
  );
  ending.throwIfAborted();
  const end = Date.now();
  const { back, whole } = await untilWhole(world, () => backAt(burst.outcomes.slice(from), end), end);
  const felt = burst.outcomes.slice(from);
  return {
    kind: fault.kind,
    at: begin - startedAt,
    did,
    done,
    backAfter: back === undefined ? null : back - end,
    backSinceBegin: back === undefined ? null : back - begin,
    wholeAfter: whole === undefined ? null : whole - end,
    unanswered: felt.filter(({ answered }) => !answered).length,
    longestWait: longestWait(felt),
  };
}

async function untilWhole({ stack, ending }: World, isBack: () => number | undefined, end: number) {
  const port = Number(new URL(stack.baseUrl).port);
  let back: number | undefined;
  while (Date.now() - end < GIVE_UP_MS) {
    back ??= isBack();
    const isWhole = stack.apiPids().length === APIS && listenersOn(port) === APIS;
    if (isWhole && back !== undefined) return { back, whole: Math.max(back, Date.now()) };
    await sleep(POLL_MS, undefined, { signal: ending });
  }
  return { back, whole: undefined };
}
