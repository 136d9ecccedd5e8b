import { MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { phasesInTime } from '@salon/domain/visit/phases-in-time';
import type { ByteWriter } from './byte-writer.ts';
import type { CustomerRow, ItemRow, SeesPrices, VisitRow, VisitRows, WantRow } from './desk-visit.row.ts';

/**
 * Writes visits as a JSON array of DeskVisit, in the order of their rows. A large salon's week has over eight thousand of
 * them: objects first and then their text would take a multiple of the time, most of it to collect them again. Tests
 * read it against the contract.
 */
export function writeVisits(out: ByteWriter, timeZone: string, rows: VisitRows, prices: SeesPrices): void {
  const itemsOf = grouped(rows.items);
  const wantsOf = grouped(rows.wants);
  const told = toldOfCustomers(rows.customers);
  const at = remembered((millis: number) => `"${formatInstant(timeZone, millis)}"`);
  const writer = { at, quoted: remembered((text: string) => JSON.stringify(text)), prices };
  let before = '[';
  for (const visit of rows.visits) {
    const text = visitText(writer, visit, itemsOf.get(visit.id) ?? NONE, wantsOf.get(visit.id) ?? NONE, {
      ...told(visit),
      overlaps: rows.overlapping.has(visit.id),
      atOnce: rows.atOnce.has(visit.id),
    });
    out.add(before + text);
    before = ',';
  }
  out.add(before === '[' ? '[]' : ']');
}

const NONE: readonly never[] = [];

type ToldOfCustomer = { readonly isNew: boolean; readonly allergy: boolean; readonly noShows: number };
const NOTHING_TOLD: ToldOfCustomer = { isNew: false, allergy: false, noShows: 0 };

function toldOfCustomers(rows: readonly CustomerRow[]): (visit: VisitRow) => ToldOfCustomer {
  const of = Map.groupBy(rows, (row) => row.customer_id);
  return ({ customer_id, from_ms }) => {
    const told = customer_id === null ? undefined : of.get(customer_id);
    if (told === undefined) return NOTHING_TOLD;
    const first = told.find(({ what }) => what === 'new');
    return {
      isNew: first !== undefined && (first.value ?? from_ms) >= from_ms,
      allergy: told.some(({ what }) => what === 'allergic'),
      noShows: told.find(({ what }) => what === 'missed')?.value ?? 0,
    };
  };
}

type Writer = {
  readonly at: (millis: number) => string;
  readonly quoted: (text: string) => string;
  readonly prices: SeesPrices;
};

function visitText(
  writer: Writer,
  visit: VisitRow,
  items: readonly ItemRow[],
  wants: readonly WantRow[],
  marks: ToldOfCustomer & { readonly overlaps: boolean; readonly atOnce: boolean },
): string {
  const { at } = writer;
  let stations = '';
  for (const { item_position, claimant_id, from_ms, to_ms } of wants) {
    if (item_position !== null) continue;
    if (stations !== '') stations += ',';
    stations += `{"stationId":"${claimant_id}","startsAt":${at(from_ms)},"endsAt":${at(to_ms)}}`;
  }
  let done = '';
  let seesAll = true;
  for (const item of inOrder(items)) {
    const sees = seesPrice(writer.prices, item);
    seesAll &&= sees;
    if (done !== '') done += ',';
    done += itemText(writer, item, wants, sees);
  }
  return (
    `{"id":"${visit.id}","reference":${JSON.stringify(visit.reference)},"status":"${visit.status}"` +
    `,"version":${visit.version},"startsAt":${at(visit.from_ms)},"endsAt":${at(visit.to_ms)}` +
    `,"customerId":${visit.customer_id === null ? 'null' : `"${visit.customer_id}"`}` +
    `,"name":${JSON.stringify(visit.name)},"guestName":${JSON.stringify(visit.guest_name)}` +
    `,"phone":${JSON.stringify(visit.phone)},"email":${JSON.stringify(visit.email)}` +
    `,"note":${JSON.stringify(visit.note)},"items":[${done}],"stations":[${stations}]` +
    `${seesAll ? `,"priceCents":${visit.price_cents}` : ''}` +
    `,"marks":{"newCustomer":${marks.isNew},"note":${visit.note !== null},"allergy":${marks.allergy}` +
    `,"noShows":${marks.noShows},"online":${visit.online},"overlaps":${marks.overlaps}` +
    `,"sameCustomerAtOnce":${marks.atOnce}}}`
  );
}

function itemText({ at, quoted }: Writer, item: ItemRow, wants: readonly WantRow[], seesPrice: boolean): string {
  const wanted: { start: number; end: number }[] = [];
  let cleared = item.to_ms;
  for (const { item_position, from_ms, to_ms } of wants) {
    if (item_position !== item.position) continue;
    wanted.push({ start: from_ms, end: to_ms });
    if (to_ms > cleared) cleared = to_ms;
  }
  let phases = '';
  for (const { kind, start, end } of phasesInTime({ start: item.from_ms, end: item.to_ms }, wanted)) {
    if (phases !== '') phases += ',';
    phases += `{"kind":"${kind}","startsAt":${at(start)},"endsAt":${at(end)}}`;
  }
  return (
    `{"position":${item.position},"serviceId":"${item.service_id}","service":${quoted(item.service_name)}` +
    `,"staffId":"${item.staff_id}","staff":${quoted(item.staff_name)},"startsAt":${at(item.from_ms)}` +
    `,"endsAt":${at(item.to_ms)},"phases":[${phases}]` +
    `${cleared > item.to_ms ? `,"bufferMinutes":${(cleared - item.to_ms) / MINUTE}` : ''}${seesPrice ? `,"priceCents":${item.price_cents}` : ''}}`
  );
}

const inOrder = (items: readonly ItemRow[]) =>
  items.length < 2 ? items : [...items].sort((a, b) => a.position - b.position);

const seesPrice = (prices: SeesPrices, item: ItemRow) => prices === 'all' || prices.staffId === item.staff_id;

/** Instants come again and again, and so do the names of services and people. */
function remembered<Key>(write: (key: Key) => string): (key: Key) => string {
  const known = new Map<Key, string>();
  return (key) => {
    let text = known.get(key);
    if (text === undefined) {
      text = write(key);
      known.set(key, text);
    }
    return text;
  };
}

function grouped<Row extends { readonly booking_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.booking_id);
    if (group === undefined) groups.set(row.booking_id, [row]);
    else group.push(row);
  }
  return groups;
}
