import { anOffer, aStaff } from '../salon/salon.fixture.ts';
import type { SalonConfig, Staff } from '../salon/salon-config.ts';
import { formatInstant, resolveStart, wallTime } from '../time/wall-clock.ts';
import type { TakenTime, VisitRequest } from './arrangement.ts';
import { listSlots, type Slot } from './slots.ts';

/** A Monday in winter on which the stories play, and a `now` a week before it. */
export const MONDAY = '2026-12-07';
export const WEEK_BEFORE = Date.parse('2026-11-30T00:00:00Z');

/** `colour`, or `colour by anna`, each an item of a visit. */
export function asking(...items: readonly string[]): VisitRequest {
  return {
    items: items.map((item) => {
      const [serviceId = '', staffId] = item.split(' by ');
      return { serviceId, staffId };
    }),
  };
}

/** So many people who do all of these services, each in minutes of her own. */
export function eachAtHerOwnPace(count: number, services: readonly string[]): Staff[] {
  return Array.from({ length: count }, (_, index) =>
    aStaff(
      `staff-${index}`,
      services.map((id) => anOffer(id, { phaseMinutes: [5 + index] })),
    ),
  );
}

/** `anna 09:00-10:30` on a date in Berlin: a visit of hers; with `block` before it, blocked time. */
export function taken(date: string, ...lines: readonly string[]): TakenTime[] {
  return lines.map((line) => {
    const visit = !line.startsWith('block ');
    const [claimantId = '', range = ''] = line.replace('block ', '').split(' ');
    const [from = '', to = ''] = range.split('-');
    return { claimantId, start: instant(date, from), end: instant(date, to), visit };
  });
}

/** The instant of a local time; Berlin unless said otherwise. */
export function instant(date: string, time: string, timeZone = 'Europe/Berlin'): number {
  const start = resolveStart(timeZone, date, time);
  if (start === undefined) throw new Error(`No ${time} on ${date} in ${timeZone}`);
  return start;
}

export function slotsOn(
  date: string,
  config: SalonConfig,
  request: VisitRequest,
  claims: readonly TakenTime[] = [],
  now = WEEK_BEFORE,
): readonly Slot[] {
  const days = listSlots(config, request, claims, { from: date, days: 1, now });
  if (days === 'basket_too_complex') throw new Error(days);
  return days[0]?.slots ?? [];
}

export function timesOf(slots: readonly Slot[]): string[] {
  return slots.map((slot) => slot.time);
}

/** The best arrangement of a slot as lines `colour anna 09:00-10:15`. */
export function planOf(config: SalonConfig, slot: Slot | undefined): string[] {
  const clock = (at: number) => wallTime(config.timeZone, at).time;
  return (slot?.best.items ?? []).map(
    (item) => `${item.serviceId} ${item.staffId} ${clock(item.startsAt)}-${clock(item.endsAt)}`,
  );
}

/** Starts with their offsets, which tell the two halves of a double hour apart. */
export function startsOf(config: SalonConfig, slots: readonly Slot[]): string[] {
  return slots.map((slot) => formatInstant(config.timeZone, slot.startsAt).slice(11));
}
