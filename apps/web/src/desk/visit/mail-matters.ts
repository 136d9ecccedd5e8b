import type { DeskVisit } from '@salon/contracts/desk/visit';

const EXPECTED: ReadonlySet<DeskVisit['status']> = new Set(['requested', 'confirmed']);

/** Whether a customer would want to hear of a change: she is still to come, and comes at another time or to others. */
export function mailMatters(before: DeskVisit, after: DeskVisit, now: number): boolean {
  if (before.email === null || !EXPECTED.has(before.status) || Date.parse(before.startsAt) < now) return false;
  const whom = ({ items }: DeskVisit) => items.map(({ staffId }) => staffId).join();
  return Date.parse(before.startsAt) !== Date.parse(after.startsAt) || whom(before) !== whom(after);
}
