import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { reachOf } from '@salon/contracts/desk/rights';
import { closedSpans, staffOpenings } from '@salon/domain/salon/openings';
import type { Staff } from '@salon/domain/salon/salon-config';
import { datesFrom, spanOfDates } from '@salon/domain/time/days-span';
import type { Interval } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import { byteWriter } from './byte-writer.ts';
import type { CalendarRepo, TimeOffRow } from './calendar.repo.ts';
import type { DeskVisitRepo } from './desk-visit.repo.ts';
import type { SeesPrices, VisitRows } from './desk-visit.row.ts';
import { shownStaff, visibleStaff } from './shown-staff.ts';
import { writeVisits } from './write-visits.ts';

export type CalendarDeps = {
  readonly salons: SalonService;
  readonly deskVisits: DeskVisitRepo;
  readonly calendar: CalendarRepo;
  readonly clock: () => number;
};

/** What most visits need at most, written. */
const BYTES_OF_VISIT = 1_200;

type Query = { readonly from: string; readonly days: number; readonly staff?: readonly string[] | undefined };

/** All a calendar of some days shows to a member, as the text of a CalendarAnswer. */
export async function calendarText(deps: CalendarDeps, member: MemberScope, query: Query): Promise<Buffer> {
  const salon = await deps.salons.current({ id: member.salonId });
  const { timeZone } = salon.config;
  const dates = datesFrom(query.from, query.days);
  const visible = visibleStaff(member, query.staff);
  const { start: from, end: to } = spanOfDates(timeZone, dates);
  const [rows, timeOff] = await Promise.all([
    deps.deskVisits.inWindow(member, { from, to }, visible),
    deps.calendar.timeOff(member, { from, to }, visible),
  ]);
  const staff = shownStaff(salon.config, visible, dates, bookedStaff(rows));
  const frame: Omit<CalendarAnswer, 'visits'> = {
    timezone: timeZone,
    from: query.from,
    days: query.days,
    staff: staff.map((one) => staffAnswer(salon, one, member)),
    stations: salon.config.stations.map(({ id, kind }) => ({ id, kind, name: salon.stations.get(id)?.name ?? '' })),
    openings: dates.flatMap((date) =>
      staff.map((one) => ({
        date,
        staffId: one.id,
        spans: spansAnswer(timeZone, staffOpenings(salon.config, one, date)),
      })),
    ),
    closures: salon.closures.flatMap((closure) =>
      spansAnswer(timeZone, closedSpans(timeZone, closure, dates)).map((span) => ({ name: closure.name, ...span })),
    ),
    timeOff: timeOff.map((row) => timeOffAnswer(timeZone, row)),
  };
  const begin = `${JSON.stringify(frame).slice(0, -1)},"visits":`;
  const out = byteWriter(begin.length + rows.visits.length * BYTES_OF_VISIT + 1_000);
  out.add(begin);
  writeVisits(out, timeZone, rows, pricesFor(member));
  out.add('}');
  return out.written();
}

/** Whose prices a member may see. */
export function pricesFor(member: MemberScope): SeesPrices {
  return reachOf(member.role, 'seeRevenue') === 'all' ? 'all' : { staffId: member.staffId };
}

const bookedStaff = ({ items }: VisitRows) => new Set(items.map((item) => item.staff_id));

function staffAnswer(salon: Salon, { id }: Staff, member: MemberScope) {
  const listing = salon.staff.get(id);
  return {
    id,
    name: listing?.name ?? '',
    title: listing?.title ?? null,
    photoUrl: listing?.photoUrl ?? null,
    colour: listing?.colour ?? null,
    mine: id === member.staffId,
  };
}

function spansAnswer(timeZone: string, spans: readonly Interval[]) {
  return spans.map(({ start, end }) => ({
    startsAt: formatInstant(timeZone, start),
    endsAt: formatInstant(timeZone, end),
  }));
}

function timeOffAnswer(timeZone: string, row: TimeOffRow) {
  return {
    id: row.id,
    staffId: row.staff_id,
    kind: row.kind,
    startsAt: formatInstant(timeZone, row.from_ms),
    endsAt: formatInstant(timeZone, row.to_ms),
    reason: row.reason,
    overlaps: row.overlaps,
  };
}
