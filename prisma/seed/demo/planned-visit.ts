import { newReference } from '@salon/api/features/booking/reference';
import type { BookingRequest } from '@salon/contracts/booking';
import { addDays, weekday } from '@salon/domain/time/wall-clock';
import type { Slot } from '@salon/domain/visit/slots';
import type { Random } from '../random.ts';
import { seededId } from '../seeded-id.ts';
import { instant } from './clock.ts';
import type { Ending } from './ending.ts';
import { type Errand, NOTES } from './errands.ts';
import type { Regular } from './regulars.ts';

/** A visit as it is going to be booked. */
export type PlannedVisit = {
  readonly id: string;
  readonly reference: string;
  /** Idempotency key. */
  readonly key: string;
  readonly body: BookingRequest & { date: string };
  readonly source: 'online' | 'salon';
  /** When the customer asked, epoch milliseconds. */
  readonly bookedAt: number;
  /** How a past visit went; `undefined`: it is still ahead. */
  readonly ending: Ending | undefined;
};

/** When and how somebody asks for a visit on `date`: the evening before `today` at the latest, mostly days ahead. */
export function enquiry(today: string, date: string, random: Random): { bookedAt: number; source: 'online' | 'salon' } {
  const soonest = date < today ? 1 : 1 + daysFrom(today, date);
  const askedOn = addDays(date, -(soonest + Math.floor(30 * random.share() ** 2)));
  const source = weekday(askedOn) === 7 || random.chance(0.58) ? 'online' : 'salon';
  const [first, last] = source === 'online' ? [7, 22] : [9, 18];
  const [hour, minute] = [first + random.below(last - first), random.below(60)];
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { bookedAt: instant(askedOn, time) + random.below(60_000), source };
}

/** The booking of a slot. */
export function plannedVisit(
  found: {
    readonly salonId: string;
    readonly key: string;
    readonly date: string;
    readonly regular: Regular;
    readonly errand: Errand;
    readonly slot: Slot;
    readonly bookedAt: number;
    readonly source: 'online' | 'salon';
    readonly ending: Ending | undefined;
  },
  random: Random,
): PlannedVisit {
  const { salonId, key, date, regular, errand, slot, bookedAt, source, ending } = found;
  const { name, email, phone, locale, children } = regular;
  return {
    id: seededId(random, bookedAt),
    reference: newReference(random.below),
    key,
    bookedAt,
    source,
    ending,
    body: {
      salonId,
      services: slot.best.items.map(({ serviceId, staffId }) => ({ service: serviceId, staffId })),
      date,
      time: slot.time,
      customer: { name, email, ...(phone === undefined ? {} : { phone }) },
      ...(errand.forChild ? { guestName: `${random.pick(children)} ${name.slice(name.indexOf(' ') + 1)}` } : {}),
      ...(random.chance(0.09) ? { note: random.pick(NOTES) } : {}),
      locale,
      expectedPriceCents: slot.priceCents,
    },
  };
}

const daysFrom = (earlier: string, later: string) => Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
