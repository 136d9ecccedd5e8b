import { datesFrom, spanOfDates } from '@salon/domain/time/days-span';
import { DAY, type Interval, MINUTE } from '@salon/domain/time/interval';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { DeskVisitRepo } from '../calendar/desk-visit.repo.ts';
import type { VisitRows } from '../calendar/desk-visit.row.ts';
import type { Salon } from '../salon/salon.ts';

/** Longest illness that is dealt with in one go. */
const MOST_DAYS = 31;

type Ill = { readonly staffId: string; readonly from: string; readonly to: string };

/** From when to when somebody is away: the days named, from now on. Throws `staff_not_found`, `invalid_request`. */
export function awayTime({ config }: Salon, { staffId, from, to }: Ill, now: number): Interval {
  if (!config.staff.some((staff) => staff.id === staffId)) {
    throw new AppError('staff_not_found', 'The salon has no such staff member.');
  }
  const days = (Date.parse(to) - Date.parse(from)) / DAY + 1;
  const { start, end } = spanOfDates(config.timeZone, datesFrom(from, Math.min(Math.max(days, 1), MOST_DAYS)));
  if (days < 1 || days > MOST_DAYS || end <= now) {
    throw new AppError('invalid_request', `Name days from today on, ${MOST_DAYS} at most, the first one first.`);
  }
  return { start: Math.max(start, Math.floor(now / MINUTE) * MINUTE), end };
}

/** Her visits in that time: those that have yet to be dealt with, and all others (under way, done). */
export async function herVisits(
  { deskVisits }: { readonly deskVisits: DeskVisitRepo },
  member: MemberScope,
  staffId: string,
  away: Interval,
): Promise<{ open: VisitRows; others: readonly string[] }> {
  const rows = await deskVisits.inWindow(member, { from: away.start, to: away.end }, [staffId]);
  const hers = new Set(
    rows.items
      .filter((item) => item.staff_id === staffId && item.from_ms < away.end && away.start < item.to_ms)
      .map((item) => item.booking_id),
  );
  const isOpen = ({ id, status }: VisitRows['visits'][number]) =>
    hers.has(id) && (status === 'requested' || status === 'confirmed');
  return {
    open: { ...rows, visits: rows.visits.filter(isOpen) },
    others: rows.visits.filter((visit) => !isOpen(visit)).map(({ id }) => id),
  };
}
