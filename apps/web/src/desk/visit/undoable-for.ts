import type { Change } from '@salon/contracts/desk/visit';

/** So long a change can be taken back; the mail waits for it. */
const USUAL_MS = 10_000;
const LONGEST_MS = 60_000;
/** The answer was on its way meanwhile, and so will the undoing be. */
const ON_THE_WAY_MS = 500;

/** How long a change can still be undone; by the usual time where the clock of this device is wrong. */
export function undoableFor({ undoableUntil }: Change, now: number): number {
  const left = Date.parse(undoableUntil) - now;
  return (left > 0 && left <= LONGEST_MS ? left : USUAL_MS) - ON_THE_WAY_MS;
}
