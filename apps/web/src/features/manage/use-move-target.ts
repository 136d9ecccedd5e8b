import { useQuery } from '@tanstack/react-query';
import { salonQuery } from '../salon/salon.queries.ts';
import { bookableDays } from '../times/bookable-days.ts';
import { slotAt } from '../times/day.ts';
import { timesQuery, windowsOf } from '../times/times.queries.ts';
import type { MoveView } from './MoveStep.tsx';
import { staffAt, timesToMoveTo, whomFor } from './move.ts';
import type { Visit } from './visit.queries.ts';

/** The slot somebody chose to move to, as far as it is known, and who would do it. */
export function useMoveTarget(token: string, visit: Visit, { whom: asked, day: askedDay, at }: MoveView) {
  const { today } = bookableDays(visit, Date.now());
  const whom = whomFor(visit, asked);
  const day = askedDay ?? today;
  const times = useQuery(timesQuery(timesToMoveTo(token, whom), windowsOf(today, day, day)[0] ?? today));
  const shown = times.data?.days.find(({ date }) => date === day);
  const slot = slotAt(shown, at ?? '');
  const staffIds = slot ? staffAt(slot, visit, whom) : [];
  const before = new Map(visit.booking.items.map(({ staffId, staff }) => [staffId, staff]));
  // The visit knows the names of its own people; for others the salon is asked.
  const salon = useQuery({
    ...salonQuery(visit.salon.slug),
    enabled: staffIds.some((id) => !before.has(id)),
  });
  const nameOf = (id: string) => before.get(id) ?? salon.data?.staff.find((one) => one.id === id)?.name;
  const names = [...new Set(staffIds)].map(nameOf);
  return {
    whom,
    times,
    day: shown,
    slot,
    /** Undefined while a name is not known yet. */
    staff: names.every((name) => name !== undefined) ? names : undefined,
  };
}
