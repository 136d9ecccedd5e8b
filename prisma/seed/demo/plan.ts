import type { SalonConfig, Staff } from '@salon/domain/salon/salon-config';
import { addDays, weekday } from '@salon/domain/time/wall-clock';
import type { TakenTime } from '@salon/domain/visit/arrangement';
import type { Slot } from '@salon/domain/visit/slots';
import { type Random, seededRandom } from '../random.ts';
import { type DayBook, dayBook } from './day-book.ts';
import { endingOf } from './ending.ts';
import { ERRANDS, type Errand } from './errands.ts';
import { occupancy } from './occupancy.ts';
import type { Person } from './people.ts';
import { enquiry, type PlannedVisit, plannedVisit } from './planned-visit.ts';
import { type Regular, regularsBefore, whoIsDue } from './regulars.ts';

/** Days before and after today that are filled. */
export type Span = { readonly past: number; readonly ahead: number };

export type PlannedDay = { readonly date: string; readonly visits: readonly PlannedVisit[] };

type Setting = {
  readonly config: SalonConfig;
  readonly today: string;
  /** Holidays and blocked time of staff. */
  readonly away: readonly TakenTime[];
  /** Whom each staff member is asked for by name. */
  readonly nameOf: (staff: Staff) => string;
};

/** A staff member is left alone that day after this many customers for whom she had no time. */
const PATIENCE = 12;

/** Every visit of the demo salon, day by day and within a day in the order in which they find their places. */
export function planVisits(setting: Setting, people: readonly Person[], span: Span): PlannedDay[] {
  const { today } = setting;
  const first = addDays(today, -span.past);
  const regulars = regularsBefore(first, people, seededRandom(`regulars ${today}`));
  return Array.from({ length: span.past + span.ahead + 1 }, (_, index) => {
    const date = addDays(first, index);
    return { date, visits: planDay(setting, regulars, date) };
  });
}

function planDay(setting: Setting, regulars: Regular[], date: string): PlannedVisit[] {
  const { config, today, away, nameOf } = setting;
  const random = seededRandom(`visits of ${date} seen on ${today}`);
  const fill = occupancy(today, date, random);
  const book = dayBook(config, away, date);
  const patience = new Map(config.staff.map((staff) => [staff, PATIENCE]));
  const missing = (staff: Staff) => fill * book.openMinutes(staff) - book.bookedMinutes(staff);
  const visits: PlannedVisit[] = [];
  for (;;) {
    const idle = config.staff.filter((staff) => missing(staff) > 15 && (patience.get(staff) ?? 0) > 0);
    const staff = idle.sort((a, b) => missing(b) - missing(a))[0];
    if (staff === undefined) return visits;
    const hers = regulars.filter((regular) => regular.favourite === nameOf(staff));
    const key = `demo-${date}-${String(visits.length + 1).padStart(2, '0')}`;
    const visit =
      findPlace(setting, book, staff, key, whoIsDue(hers, date, random), random) ??
      findPlace(setting, book, staff, key, whoIsDue(regulars, date, random), random);
    if (visit === undefined) patience.set(staff, (patience.get(staff) ?? 0) - 1);
    else visits.push(visit);
  }
}

function findPlace(
  { config, today }: Setting,
  book: DayBook,
  staff: Staff,
  key: string,
  regular: Regular | undefined,
  random: Random,
): PlannedVisit | undefined {
  const errand = regular && errandFor(config, staff, regular, random);
  if (!regular || !errand) return undefined;
  const { date } = book;
  const asked = enquiry(today, date, random);
  const items = errand.services.map((name) => ({ serviceId: serviceId(config, name), staffId: staff.id }));
  const slots = book.free({ items }, asked.bookedAt);
  if (slots.length === 0) return undefined;
  const slot = random.weighted(slots, (one) => appeal(one, date));
  book.take(slot.best);
  regular.last = date;
  const ending = date < today ? endingOf(slot, asked.bookedAt, config.policy.cancellationMinutes, random) : undefined;
  return plannedVisit({ salonId: config.salonId, key, date, regular, errand, slot, ...asked, ending }, random);
}

function errandFor(config: SalonConfig, staff: Staff, regular: Regular, random: Random): Errand | undefined {
  const does = (name: string) => staff.offers.some((offer) => offer.serviceId === serviceId(config, name));
  const possible = ERRANDS[regular.habit].filter(({ services }) => services.every(does));
  return possible.length === 0 ? undefined : random.weighted(possible, ({ weight }) => weight);
}

/** Visits gather beside one another, after work and on Saturday mornings. */
function appeal({ time, recommended }: Slot, date: string): number {
  const popular = weekday(date) === 6 ? time < '12:00' : time >= '16:00';
  return (popular ? 2 : 1) * (recommended === undefined || recommended.reason === 'opens_day' ? 1 : 8);
}

function serviceId(config: SalonConfig, name: string): string {
  return config.services.find((service) => service.name === name)?.id ?? '';
}
