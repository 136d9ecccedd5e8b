import { overTaken } from '@salon/domain/desk/obstacles';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';
import { timeConflict } from './conflicts.ts';
import type { HeldSince } from './desk-change.repo.ts';
import type { WantState } from './visit-state.ts';

/**
 * The wants a visit had before a change made at an instant, to be held again among what is held now. Where its time has
 * passed on to what lay on it even then, it now lies on that; where somebody has taken it since, that is told. Throws
 * `time_conflict`.
 */
export function keptTime(
  salon: Salon,
  member: MemberScope,
  wants: readonly WantState[],
  { held, at }: { readonly held: readonly HeldSince[]; readonly at: number },
): WantState[] {
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
