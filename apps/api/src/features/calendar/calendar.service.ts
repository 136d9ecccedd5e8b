import type { CalendarRows } from '@salon/contracts/desk/calendar';
import { reachOf } from '@salon/contracts/desk/rights';
import { closedSpans, staffOpenings } from '@salon/domain/salon/openings';
import type { Staff } from '@salon/domain/salon/salon-config';
import { datesFrom, spanOfDates } from '@salon/domain/time/days-span';
import type { Interval } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { packedRows, unpacked } from '@salon/domain/visit/packed-rows';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import type { CalendarRepo, TimeOffRow } from './calendar.repo.ts';
import { type DeskVisitRepo, readVisits, type WrittenRows, type WrittenVisits } from './desk-visit.repo.ts';
import { type SeesPrices, withPricesFor } from './desk-visit.row.ts';
import { shownStaff, visibleStaff } from './shown-staff.ts';

export type CalendarDeps = {
  readonly salons: SalonService;
  readonly deskVisits: DeskVisitRepo;
  readonly calendar: CalendarRepo;
  readonly clock: () => number;
};

type Query = { readonly from: string; readonly days: number; readonly staff?: readonly string[] | undefined };

/**
 * All a calendar of some days shows to a member, as bytes of JSON. A large salon's week has over eight thousand visits: the database
 * writes the text of their rows, and nobody here looks at them.
 */
export async function calendarAnswer(deps: CalendarDeps, member: MemberScope, query: Query): Promise<Buffer> {
  const salon = await deps.salons.current({ id: member.salonId });
  const { timeZone } = salon.config;
  const dates = datesFrom(query.from, query.days);
  const visible = visibleStaff(member, query.staff);
  const { start: from, end: to } = spanOfDates(timeZone, dates);
  const [rows, timeOff] = await Promise.all([
    deps.deskVisits.textsInWindow(member, { from, to }, visible),
    deps.calendar.timeOff(member, { from, to }, visible),
  ]);
  const staff = shownStaff(salon.config, visible, dates, bookedStaff(salon, rows));
  const frame = {
    timezone: timeZone,
    from: query.from,
    days: query.days,
    staff: staff.map((one) => staffAnswer(salon, one, member)),
    stations: shownStations(salon, rows),
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
    ...{ customers: [...rows.customers], atOnce: [...rows.atOnce], overlapping: [...rows.overlapping] },
  } satisfies Omit<CalendarRows, 'visits' | 'items' | 'wants'>;
  const { visits, items, wants } = writtenFor(pricesFor(member), rows);
  return bytesOf([
    ...[JSON.stringify(frame).slice(0, -1), ',"visits":', ...listOf(visits), ',"items":', ...listOf(items)],
    ...[',"wants":', ...listOf(wants), '}'],
  ]);
}

const listOf = (rows: readonly WrittenRows[]) => [
  '[',
  ...rows.flatMap(({ json }, nth) => (nth === 0 ? [json] : [',', json])),
  ']',
];

/** Texts one after the other; joined as texts first, each answer would leave megabytes more to the collector. */
function bytesOf(texts: readonly string[]): Buffer {
  const bytes = Buffer.allocUnsafe(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0));
  let at = 0;
  for (const text of texts) at += bytes.write(text, at);
  return bytes;
}

/** Hiding prices takes to read all rows and to write them anew; who may see all of them gets them as they are. */
function writtenFor(prices: SeesPrices, written: WrittenVisits): Pick<WrittenVisits, 'visits' | 'items' | 'wants'> {
  if (prices === 'all') return written;
  const { visits, items } = withPricesFor(prices, unpacked(readVisits(written)));
  const anew = (rows: Parameters<typeof packedRows>[0]) => [{ json: JSON.stringify(packedRows(rows)) }];
  return { visits: anew(visits), items: anew(items), wants: written.wants };
}

/** Whose prices a member may see. */
export function pricesFor(member: MemberScope): SeesPrices {
  const reach = reachOf(member.role, 'seeRevenue');
  return reach === 'all' ? 'all' : { staffId: reach === 'own' ? member.staffId : null };
}

/** Whether an id is in rows: it stands in their text as it is, and nowhere else. */
const has = (rows: readonly WrittenRows[], id: string) => rows.some(({ json }) => json.includes(id));

const bookedStaff = ({ config }: Salon, { items }: WrittenVisits) =>
  new Set(config.staff.flatMap(({ id }) => (has(items, id) ? [id] : [])));

/** Chairs and rooms in use, and others on which somebody is booked in these days: who was to sit there has to be seen. */
function shownStations({ config, stations }: Salon, { wants }: WrittenVisits) {
  const used = new Set(config.stations.map(({ id }) => id));
  return [...stations].flatMap(([id, { kind, name }]) => {
    if (used.has(id)) return [{ id, kind, name }];
    return has(wants, id) ? [{ id, kind, name, retired: true }] : [];
  });
}

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
    version: row.version,
    staffId: row.staff_id,
    kind: row.kind,
    startsAt: formatInstant(timeZone, row.from_ms),
    endsAt: formatInstant(timeZone, row.to_ms),
    reason: row.reason,
    overlaps: row.overlaps,
  };
}
