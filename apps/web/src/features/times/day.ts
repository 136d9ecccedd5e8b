import type { AvailabilityAnswer } from '@salon/contracts/availability';
import { wallClock } from '../../lib/dates.ts';

/** A day of the salon with the starts that are free. */
export type Day = AvailabilityAnswer['days'][number];
export type Slot = Day['slots'][number];

/** closed: nothing to be had even if nobody had booked; full: all taken. */
export type Fullness = 'closed' | 'full' | 'few' | 'some' | 'many';

/** Up to this share of a day's starts is few, up to that one some. */
const FEW = 0.25;
const SOME = 0.6;
/** However long the day, this many free starts are few. */
const FEW_STARTS = 3;

/** How full a day is. */
export function fullness({ slots, possible }: Pick<Day, 'slots' | 'possible'>): Fullness {
  if (slots.length === 0) return possible === 0 ? 'closed' : 'full';
  const share = slots.length / Math.max(possible, slots.length);
  if (share <= FEW || slots.length <= FEW_STARTS) return 'few';
  return share <= SOME ? 'some' : 'many';
}

const PARTS = ['morning', 'noon', 'afternoon', 'evening'] as const;
export type Part = (typeof PARTS)[number];

/** Wall-clock time from which a part of the day counts. */
const BEGINS: Readonly<Record<Part, string>> = {
  morning: '00:00',
  noon: '12:00',
  afternoon: '14:00',
  evening: '18:00',
};

/** The slots of a day by part of day, in order; parts without any are left out. */
export function byPart(slots: readonly Slot[]): readonly { readonly part: Part; readonly slots: readonly Slot[] }[] {
  const partOf = ({ time }: Slot) => PARTS.findLast((part) => BEGINS[part] <= time.slice(0, 5)) ?? 'morning';
  return PARTS.map((part) => ({ part, slots: slots.filter((slot) => partOf(slot) === part) })).filter(
    (group) => group.slots.length > 0,
  );
}

/** What tells a slot of a day apart in an address: its time, in the double hour with the offset. */
export function startOf(slot: Slot, slots: readonly Slot[]): string {
  const time = slot.time.slice(0, 5);
  const twins = slots.filter((one) => one.time.slice(0, 5) === time);
  return twins.length > 1 ? time + offsetOf(slot.startsAt) : time;
}

/** The slot that a start in an address names; without an offset the earlier one is meant. */
export function slotAt(day: Pick<Day, 'slots'> | undefined, at: string): Slot | undefined {
  const [time, offset] = [at.slice(0, 5), at.slice(5)];
  return day?.slots.find(
    (slot) => slot.time.slice(0, 5) === time && (offset === '' || offset === offsetOf(slot.startsAt)),
  );
}

/** Wall-clock time (`HH:MM`) at which a visit at a slot ends; a clock change on the way counts. */
export function endOf({ startsAt, durationMinutes }: Slot, timezone: string): string {
  return wallClock(timezone, Date.parse(startsAt) + durationMinutes * 60_000).time;
}

/** Minutes of one of the services that a slot is for, with whoever does it then. */
export function minutesOf(slot: Slot, index: number): number {
  const item = slot.items?.[index];
  return item ? (Date.parse(item.endsAt) - Date.parse(item.startsAt)) / 60_000 : slot.durationMinutes;
}

/** Whether the starts of a day differ in price, so that each has to say its own. */
export function pricesDiffer(slots: readonly Slot[]): boolean {
  return slots.some(({ priceCents }) => priceCents !== slots[0]?.priceCents);
}

/** "+01:00" of an instant with offset. */
export const offsetOf = (instant: string) => /(Z|[+-]\d\d:\d\d)$/.exec(instant)?.[0] ?? '';
