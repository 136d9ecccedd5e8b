import { datesFrom, spanOfDates } from '@salon/domain/time/days-span';
import { DAY, type Interval, MINUTE } from '@salon/domain/time/interval';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { VisitRows } from '../calendar/desk-visit.row.ts';
import { spansOf } from '../desk-visit/desk-change.repo.ts';
import type { ChangeDeps } from '../desk-visit/desk-change.service.ts';
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

/**
 * Her visits in that time: those that have yet to be dealt with, and all others (under way, done, cleared up after). Visits,
 * items and time are read beside each other, and somebody may book or move one between two of the reads: it is
 * another one only if its own state or the time it holds says so, not because none of its items is hers yet.
 */
export async function herVisits(
  { deskVisits, changes }: Pick<ChangeDeps, 'deskVisits' | 'changes'>,
  member: MemberScope,
  staffId: string,
  away: Interval,
): Promise<{ open: VisitRows; others: readonly string[] }> {
  const [rows, held] = await Promise.all([
    deskVisits.inWindow(member, { from: away.start, to: away.end }, [staffId]),
    changes.held(member, spansOf([staffId], { from: away.start, to: away.start + 1 }), []),
  ]);
  const hers = new Set(
    rows.items
      .filter((item) => item.staff_id === staffId && item.from_ms < away.end && away.start < item.to_ms)
      .map((item) => item.booking_id),
  );
  const isOpen = ({ status }: VisitRows['visits'][number]) => status === 'requested' || status === 'confirmed';
  return {
    open: { ...rows, visits: rows.visits.filter((visit) => isOpen(visit) && hers.has(visit.id)) },
    others: [
      ...rows.visits.filter((visit) => !isOpen(visit)).map(({ id }) => id),
      // A visit that is over may hold her a little longer: its buffer.
      ...held
        .filter(({ start, holder }) => start < away.start && holder.kind === 'visit')
        .map(({ holder }) => holder.id),
    ],
  };
}
