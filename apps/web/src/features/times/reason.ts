import type { Messages } from '../../i18n/de.ts';
import type { Slot } from './day.ts';

/** Which sentence says why a time is recommended. */
export type Reason = keyof Messages['visit']['reasons'];

/** `hours` is any edge of somebody's working hours, also where she goes to lunch: that it begins or ends her day cannot be said. */
type Beside = 'visit' | 'blocked' | 'hours';

/** Where it touches on both sides, nothing of somebody's free time is left over. */
const BOTH: Readonly<Record<Beside, Readonly<Record<Beside, Reason>>>> = {
  visit: { visit: 'betweenVisits', blocked: 'betweenVisitAndBreak', hours: 'allAfterVisit' },
  blocked: { visit: 'betweenBreakAndVisit', blocked: 'betweenBreaks', hours: 'allAfterBreak' },
  hours: { visit: 'allBeforeVisit', blocked: 'allBeforeBreak', hours: 'noGapAround' },
};
const BEFORE: Readonly<Record<Beside, Reason>> = { visit: 'afterVisit', blocked: 'afterBreak', hours: 'noGapBefore' };
const AFTER: Readonly<Record<Beside, Reason>> = { visit: 'beforeVisit', blocked: 'beforeBreak', hours: 'noGapAfter' };

/** Why a time suits the salon, by what it touches before and after; undefined where it is not recommended or not known why. */
export function reasonOf({ recommended, gap }: Pick<Slot, 'recommended' | 'gap'>): Reason | undefined {
  if (recommended === undefined) return undefined;
  if (recommended === 'opens_day') return 'opensDay';
  if (gap === undefined) return undefined;
  const before = gap.before.minutes === 0 ? gap.before.beside : undefined;
  const after = gap.after.minutes === 0 ? gap.after.beside : undefined;
  if (before === undefined) return after && AFTER[after];
  if (after === undefined) return BEFORE[before];
  const isOnePerson = gap.before.staffId === gap.after.staffId;
  if (isOnePerson || (before === after && before !== 'hours')) return BOTH[before][after];
  // One begins and another ends the visit: what is said is true of the time of one of them; a visit tells most.
  return before !== 'visit' && after === 'visit' ? AFTER[after] : BEFORE[before];
}
