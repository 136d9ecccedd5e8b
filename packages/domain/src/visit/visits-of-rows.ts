import type { BookingStatus } from '../booking/status.ts';
import type { PhaseKind } from '../salon/salon-config.ts';
import { MINUTE } from '../time/interval.ts';
import { formatInstant } from '../time/wall-clock.ts';
import { unpacked } from './packed-rows.ts';
import { phasesInTime } from './phases-in-time.ts';
import type { PackedVisits, SentItem, SentVisit, SentVisits, SentWant, ToldOfCustomer } from './visit-rows.ts';

type Span = { startsAt: string; endsAt: string };

/** A service of a visit, its phases in time. */
export type ItemOfRows = Span & {
  position: number;
  serviceId: string;
  service: string;
  staffId: string;
  staff: string;
  phases: (Span & { kind: PhaseKind })[];
  bufferMinutes?: number;
  priceCents?: number;
};

/** A visit with all that hangs on it, as the desk shows it. */
export type VisitOfRows = Span & {
  id: string;
  reference: string;
  status: BookingStatus;
  version: number;
  customerId: string | null;
  name: string;
  guestName: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
  items: ItemOfRows[];
  stations: (Span & { stationId: string })[];
  priceCents?: number;
  marks: {
    newCustomer: boolean;
    note: boolean;
    allergy: boolean;
    noShows: number;
    online: boolean;
    overlaps: boolean;
    sameCustomerAtOnce: boolean;
  };
};

/** What was sent as rows, and whatever came with them, with its visits put together. */
export function withVisits<Sent extends PackedVisits & { readonly timezone: string }>(sent: Sent) {
  const { visits, items, wants, customers, atOnce, overlapping, ...rest } = unpacked(sent);
  const rows = { visits, items, wants, customers, atOnce, overlapping };
  return { ...rest, visits: visitsOfRows(sent.timezone, rows) };
}

/** Visits put together from their rows, in the order in which they begin. */
export function visitsOfRows(timeZone: string, rows: SentVisits): VisitOfRows[] {
  const itemsOf = Map.groupBy(rows.items, (item) => item[4]);
  const wantsOf = Map.groupBy(rows.wants, (want) => want[3]);
  const toldOf = Map.groupBy(rows.customers, ({ customerId }) => customerId);
  const [overlapping, atOnce] = [new Set(rows.overlapping), new Set(rows.atOnce)];
  const at = written(timeZone);
  return [...rows.visits].sort(byTime).map((visit) => {
    const [version, start, end, price, id, reference, status, customer, name, guest, phone, email, note, source] =
      visit;
    const wants = wantsOf.get(id) ?? [];
    const items = (itemsOf.get(id) ?? []).map((item) => itemOf(at, item, wants));
    const stations = wants.filter(([position]) => position === STATION);
    return {
      ...{ id, reference, status, version, startsAt: at(start), endsAt: at(end), customerId: customer || null, name },
      ...{ guestName: guest || null, phone: phone || null, email: email || null, note: note || null },
      items: items.sort((a, b) => a.position - b.position),
      stations: stations.map(([, from, to, , stationId]) => ({ stationId, startsAt: at(from), endsAt: at(to) })),
      ...(price === null ? {} : { priceCents: price }),
      marks: {
        ...marksOf(toldOf.get(customer) ?? [], start),
        ...{ note: note !== '', online: source === 'online' },
        ...{ overlaps: overlapping.has(id), sameCustomerAtOnce: atOnce.has(id) },
      },
    };
  });
}

/** The position of a want that is no item's. */
const STATION = -1;

function byTime(a: SentVisit, b: SentVisit): number {
  return a[1] - b[1] || (a[4] < b[4] ? -1 : 1);
}

function itemOf(at: (instant: number) => string, item: SentItem, wants: readonly SentWant[]): ItemOfRows {
  const [position, start, end, price, , serviceId, service, staffId, staff] = item;
  const wanted = wants.filter((want) => want[0] === position).map(([, from, to]) => ({ start: from, end: to }));
  const cleared = wanted.reduce((last, stretch) => Math.max(last, stretch.end), end);
  return {
    ...{ position, serviceId, service, staffId, staff, startsAt: at(start), endsAt: at(end) },
    phases: phasesInTime({ start, end }, wanted).map((phase) => ({
      ...{ kind: phase.kind, startsAt: at(phase.start), endsAt: at(phase.end) },
    })),
    ...(cleared > end ? { bufferMinutes: (cleared - end) / MINUTE } : {}),
    ...(price === null ? {} : { priceCents: price }),
  };
}

function marksOf(told: readonly ToldOfCustomer[], start: number) {
  const first = told.find(({ what }) => what === 'new');
  return {
    newCustomer: first !== undefined && (first.value ?? start) >= start,
    allergy: told.some(({ what }) => what === 'allergic'),
    noShows: told.find(({ what }) => what === 'missed')?.value ?? 0,
  };
}

/** Writes instants; the same ones come again and again. */
function written(timeZone: string): (instant: number) => string {
  const known = new Map<number, string>();
  return (instant) => {
    let text = known.get(instant);
    if (text === undefined) {
      text = formatInstant(timeZone, instant);
      known.set(instant, text);
    }
    return text;
  };
}
