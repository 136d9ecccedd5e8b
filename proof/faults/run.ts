import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimVerdict, checkHistory } from '../history/check.ts';
import { type Origin, originHere } from '../measuring/origin.ts';
import { ALL_KINDS, type Kind } from './kinds.ts';
import { answeredClaim, type KindReport, reportKinds } from './report.ts';
import { planFaults } from './schedule.ts';
import { type Survived, survive } from './survive.ts';
import { openWorld, type World } from './world.ts';

/** `origin` is of its beginning. */
export type FaultRun = {
  origin: Origin;
  attempts: number;
  faults: Survived[];
  kinds: KindReport[];
  claims: ClaimVerdict[];
};

/**
 * Customers book against the real stack while one fault after another hits it; then the history checker decides. The
 * clients' log stays in `folder`. Throws StartError where a tool is missing, and the signal's reason when ended early.
 */
export async function runFaults(options: {
  seed: string;
  seconds: number;
  only: readonly Kind[];
  folder: string;
  say: (line: string) => void;
  ending: AbortSignal;
}): Promise<FaultRun> {
  const { seed, only, folder, say, ending } = options;
  mkdirSync(folder, { recursive: true });
  const log = join(folder, 'clients.jsonl');
  say('Starting two API processes on a PostgreSQL with production settings.');
  const { world, close } = await openWorld({ seed, log, ending });
  try {
    const { burst, clock, stack } = world;
    const origin = await originHere(stack.ownerUrl);
    const kinds = (only.length > 0 ? only : ALL_KINDS).filter((kind) => clock || kind !== 'clock-moved');
    if (!clock) say('The clock is not moved: install libfaketime (Debian: apt install libfaketime) for that fault.');
    const faults = await hitBy(kinds, world, options);
    await burst.finish();
    ending.throwIfAborted();
    const { claims } = await checkHistory(stack.ownerUrl, [log], { oneClock: !kinds.includes('clock-moved') });
    const keys = burst.outcomes.filter(({ answered }) => answered).length + burst.gaveUp.length;
    return {
      origin,
      attempts: burst.outcomes.length,
      faults,
      kinds: reportKinds(kinds, faults),
      claims: [answeredClaim(keys, burst.gaveUp), ...claims],
    };
  } finally {
    await close();
  }
}

type HitOptions = { seed: string; seconds: number; say: (line: string) => void };

/** One fault after the other, until time is up and every kind was there, or the service does not come back. */
async function hitBy(kinds: readonly Kind[], world: World, { seed, seconds, say }: HitOptions): Promise<Survived[]> {
  const startedAt = Date.now();
  const lengthMs = seconds * 1_000;
  const faults: Survived[] = [];
  for (const planned of planFaults(seed, kinds, lengthMs)) {
    const late = Date.now() - startedAt > lengthMs;
    if (late && faults.some(({ kind }) => kind === planned.kind)) break;
    await sleep(Math.max(0, planned.at - (Date.now() - startedAt)), undefined, { signal: world.ending });
    const survived = await survive(world, planned, startedAt);
    faults.push(survived);
    say(lineOf(survived));
    if (survived.wholeAfter === null) break;
  }
  return faults;
}

function lineOf({ at, did, done, backAfter, unanswered, longestWait }: Survived): string {
  const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;
  const what = done ? did : `COULD NOT BE DONE: ${did}`;
  const back = backAfter === null ? 'not back within a minute' : `back after ${seconds(backAfter)}`;
  return `${seconds(at).padStart(8)}  ${what}: ${back}, ${unanswered} asked again, longest wait ${seconds(longestWait)}`;
}
