import { overTaken } from '@salon/domain/desk/obstacles';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';
import { timeConflict } from './conflicts.ts';
import type { DeskChangeRepo } from './desk-change.repo.ts';
import type { WantState } from './visit-state.ts';

/** When the change was made that is taken back, and what is touched by taking it back. */
type Before = { readonly at: number; readonly gone: readonly string[] };

/**
 * The wants a visit had before a change, to be held again. Where its time has passed on to what lay on it even then, it now
 * lies on that; where somebody has taken it since, that is told. Throws `time_conflict`.
 */
export async function keptTime(
  { changes }: { readonly changes: DeskChangeRepo },
  salon: Salon,
  member: MemberScope,
  wants: readonly WantState[],
  { at, gone }: Before,
): Promise<WantState[]> {
  const window = { from: Math.min(...wants.map((one) => one.from)), to: Math.max(...wants.map((one) => one.to)) };
  const claimants = [...new Set(wants.map((want) => want.claimantId))];
  const held = await changes.held(member, claimants, window, gone);
  const since = held.filter((one) => one.since >= at);
  const strict = wants.filter((want) => !want.mayOverlap);
  const inTheWay = overTaken(
    strict.map(({ claimantId, from, to }) => ({ staffId: claimantId, itemIndex: 0, start: from, end: to })),
    [],
    since,
  ).filter((one) => one.kind !== 'station' && one.holder !== null);
  if (inTheWay.length > 0) throw timeConflict(salon, member, inTheWay);
  return wants.map((want) => ({
    ...want,
    mayOverlap:
      want.mayOverlap ||
      held.some((one) => one.claimantId === want.claimantId && one.start < want.to && want.from < one.end),
  }));
}
