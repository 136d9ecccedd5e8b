import { startBounds } from '../salon/policy.ts';
import type { SalonConfig } from '../salon/salon-config.ts';
import { datesFrom } from '../time/days-span.ts';
import { localDay } from '../time/local-day.ts';
import { localDate, wallTime } from '../time/wall-clock.ts';
import type { Arrangement, TakenTime, VisitRequest } from './arrangement.ts';
import { arrangementOf } from './arrangement-of.ts';
import { coursesOf } from './course.ts';
import { freeTime } from './free-time.ts';
import { gridStarts } from './grid.ts';
import { type Recommendation, recommendations } from './recommended.ts';
import { countUntaken, datesAround, isCutShort, prepareSearch, type Search, shapesAt } from './search.ts';

export type SlotDay = {
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Ascending by `startsAt`. */
  readonly slots: readonly Slot[];
  /** Starts the day would offer if nothing were taken; 0: closed, or out of bounds. */
  readonly possible: number;
};

/** A start a visit can be booked at now. */
export type Slot = {
  /** Epoch milliseconds; what identifies the slot. */
  readonly startsAt: number;
  /** `HH:MM` on the salon's wall; twice the same in the double hour of a clock change. */
  readonly time: string;
  /** One service: everybody it can be booked with, best first. A basket: who serves its items in the best arrangement. */
  readonly staffIds: readonly string[];
  /** Of the best arrangement, minor units. */
  readonly priceCents: number;
  readonly best: Arrangement;
  readonly recommended?: Recommendation;
};

export type SlotRange = {
  /** First local date. */
  readonly from: string;
  readonly days: number;
  /** Epoch milliseconds. */
  readonly now: number;
};

/**
 * The free starts of a visit, per local date from `from`. `taken` must hold all claims that touch these dates, the day
 * before and what a visit may reach after them.
 */
export function listSlots(
  config: SalonConfig,
  request: VisitRequest,
  taken: readonly TakenTime[],
  range: SlotRange,
): SlotDay[] | 'basket_too_complex' {
  const courses = coursesOf(config, request);
  if (courses === 'basket_too_complex') return courses;
  const dates = datesFrom(range.from, range.days);
  const bookable = new Map(bookableDays(config, range).map((day) => [day.date, day.starts]));
  const [first, last] = [[...bookable.keys()].at(0), [...bookable.keys()].at(-1)];
  if (courses.length === 0 || first === undefined || last === undefined) return dates.map(emptyDay);
  const search = prepareSearch(config, courses, freeTime(config, taken, datesAround(courses, first, last)));
  const single = request.items.length === 1;
  const listed = dates.map((date) => {
    const starts = bookable.get(date);
    if (starts === undefined) return emptyDay(date);
    const slots = slotsOn(search, date, starts, single);
    const free = new Set(slots.map((slot) => slot.startsAt));
    const others = starts.filter((start) => !free.has(start));
    return { date, slots: withMarks(search, date, slots), possible: slots.length + countUntaken(search, others) };
  });
  return isCutShort(search) ? 'basket_too_complex' : listed;
}

/** The dates of a range that can be booked, with the starts of each that the clock allows, taken or not; ascending. */
export function bookableDays(config: SalonConfig, { from, days, now }: SlotRange) {
  const { earliest, lastDate } = startBounds(config, now);
  const today = localDate(config.timeZone, now);
  return datesFrom(from, days)
    .filter((date) => today <= date && date <= lastDate)
    .map((date) => {
      const grid = gridStarts(localDay(config.timeZone, date), config.policy.stepMinutes);
      return { date, starts: grid.filter((start) => start >= earliest) };
    });
}

/** The slots of a date among `starts` (ascending); `single`: one service alone is asked for. */
export function slotsOn(search: Search, date: string, starts: readonly number[], single: boolean): Slot[] {
  const { config, free } = search;
  const found = shapesAt(search, date, starts, single ? Number.POSITIVE_INFINITY : 1);
  return starts.flatMap((startsAt, index) => {
    const shapes = found[index];
    const best = shapes?.[0];
    if (shapes === undefined || best === undefined) return [];
    return {
      startsAt,
      time: wallTime(config.timeZone, startsAt).time,
      // Of a basket only the best was asked for, of one service all that fit.
      staffIds: shapes.flatMap((shape) => shape.items.map((item) => item.variant.staffId)),
      priceCents: best.priceCents,
      best: arrangementOf(config, free, best, startsAt, 0),
    };
  });
}

function withMarks(search: Search, date: string, slots: readonly Slot[]): readonly Slot[] {
  const marks = recommendations(
    search,
    date,
    slots.map((slot) => slot.best),
  );
  return slots.map((slot) => {
    const recommended = marks.get(slot.best);
    return recommended === undefined ? slot : { ...slot, recommended };
  });
}

function emptyDay(date: string): SlotDay {
  return { date, slots: [], possible: 0 };
}
