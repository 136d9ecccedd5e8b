import { seededRandom } from '../../prisma/seed/random.ts';
import { KINDS, type Kind } from './kinds.ts';

/** One fault to come. It begins no earlier than `at`, and later when the one before has not been recovered from. */
export type PlannedFault = {
  kind: Kind;
  /** Milliseconds from the start of the burst. */
  at: number;
  /** How long it lasts, in milliseconds. */
  lasts: number;
  /** Which of several (process, connection) is hit: from 0 up to, not including, 1. */
  pick: number;
};

/** Clients work undisturbed before the first fault, and between the end of one and the next: milliseconds. */
const CALM = [1_800, 3_200] as const;

/**
 * A random schedule, equal for equal seeds: round after round of all kinds in an order of its own, as many as fit into
 * `lengthMs`, and the first round whatever its length.
 */
export function planFaults(seed: string, kinds: readonly Kind[], lengthMs: number): PlannedFault[] {
  const random = seededRandom(`faults ${seed}`);
  const between = ([least, most]: readonly [number, number]) => Math.round(least + random.share() * (most - least));
  const planned: PlannedFault[] = [];
  let at = between(CALM);
  for (let round = 0; kinds.length > 0; round++) {
    for (const kind of shuffled(kinds, random.below)) {
      const lasts = between(KINDS[kind].lasts);
      if (round > 0 && at + lasts > lengthMs) return planned;
      planned.push({ kind, at, lasts, pick: random.share() });
      at += lasts + between(CALM);
    }
  }
  return planned;
}

function shuffled<T>(list: readonly T[], below: (bound: number) => number): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(below(rest.length), 1)[0] as T);
}
