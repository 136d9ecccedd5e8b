import type { MonthAnswer } from '@salon/contracts/desk/calendar';
import { staffOpenings } from '@salon/domain/salon/openings';
import { datesFrom, spanOfDates } from '@salon/domain/time/days-span';
import { type Interval, MINUTE, merge, subtract } from '@salon/domain/time/interval';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { CalendarDeps } from './calendar.service.ts';
import { shownStaff, visibleStaff } from './shown-staff.ts';

type Query = { readonly from: string; readonly days: number; readonly staff?: readonly string[] | undefined };

/** How full each of some days is. */
export async function month(deps: CalendarDeps, member: MemberScope, query: Query): Promise<MonthAnswer> {
  const { config } = await deps.salons.current({ id: member.salonId });
  const { timeZone } = config;
  const dates = datesFrom(query.from, query.days);
  const visible = visibleStaff(member, query.staff);
  const { start: from, end: to } = spanOfDates(timeZone, dates);
  const [load, timeOff] = await Promise.all([
    deps.calendar.load(member, { from, to }, timeZone, visible),
    deps.calendar.timeOff(member, { from, to }, visible),
  ]);
  const staff = shownStaff(config, visible, dates, new Set());
  const away = Map.groupBy(timeOff, (one) => one.staff_id);
  const awayOf = new Map(
    staff.map(({ id }) => [
      id,
      merge((away.get(id) ?? []).map(({ from_ms, to_ms }) => ({ start: from_ms, end: to_ms }))),
    ]),
  );
  return {
    timezone: timeZone,
    days: dates.map((date) => {
      const { visits = 0, minutes = 0 } = load.get(date) ?? {};
      const hours = staff.map((one) => ({ id: one.id, open: staffOpenings(config, one, date) }));
      return {
        date,
        visits,
        openMinutes: Math.round(
          hours.reduce((sum, { id, open }) => sum + lengthOf(subtract(open, awayOf.get(id) ?? [])), 0) / MINUTE,
        ),
        takenMinutes: minutes,
        closed: hours.every(({ open }) => open.length === 0),
      };
    }),
  };
}

const lengthOf = (spans: readonly Interval[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
