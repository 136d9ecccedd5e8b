import type { Conflict } from '@salon/contracts/desk/visit';

const TAKEN: ReadonlySet<Conflict['kind']> = new Set(['visit', 'time_off', 'blocked', 'station']);

/** What is confirmed by doing it although this is in the way: no more than what was told. */
export function anyway(conflicts: readonly Conflict[]): { overlap?: true; outside?: true } {
  return {
    ...(conflicts.some(({ kind }) => TAKEN.has(kind)) ? { overlap: true } : {}),
    ...(conflicts.some(({ kind }) => !TAKEN.has(kind)) ? { outside: true } : {}),
  };
}
