import { type Interval, merge, subtract } from '../time/interval.ts';
import { type LocalDay, localDay, rangeOf } from '../time/local-day.ts';
import { weekday } from '../time/wall-clock.ts';
import type { Closure, SalonConfig, Staff, WallRange } from './salon-config.ts';

/** ISO 8601 weekday (1 is Monday) and wall-clock minutes of the day. */
export type WeekdayHours = WallRange & { readonly weekday: number };

/** Working hours derived from a configuration live exactly as long as it does. */
const cache = new WeakMap<SalonConfig, Map<string, readonly Interval[]>>();
/** Six weeks of twenty staff, which is what one page asks for; more of thousands of salons would fill the memory. */
const CACHED_OPENINGS = 900;

/**
 * When a staff member can be booked on a local date, as instants: her weekly plan, or the exception that replaces it,
 * without the salon's closures; nothing outside her first and last date.
 */
export function staffOpenings(config: SalonConfig, staff: Staff, date: string): readonly Interval[] {
  let known = cache.get(config);
  if (known === undefined) {
    known = new Map();
    cache.set(config, known);
  }
  const key = `${date} ${staff.id}`;
  let openings = known.get(key);
  if (openings === undefined) {
    openings = readOpenings(config, staff, date);
    if (known.size >= CACHED_OPENINGS) known.clear();
    known.set(key, openings);
  }
  return openings;
}

function readOpenings(config: SalonConfig, staff: Staff, date: string): Interval[] {
  const ranges = plannedRanges(staff, date);
  if (ranges.length === 0) return [];
  const day = localDay(config.timeZone, date);
  const planned = merge(ranges.flatMap((range) => rangeOf(day, range.startMinute, range.endMinute)));
  const closed = config.closures.filter((closure) => within(date, closure.firstDate, closure.lastDate));
  return subtract(planned, merge(closed.flatMap((closure) => closedTime(closure, day))));
}

function plannedRanges(staff: Staff, date: string): readonly WallRange[] {
  if (!within(date, staff.activeFrom, staff.activeUntil)) return [];
  const exceptions = staff.exceptions.filter((exception) => exception.date === date);
  if (exceptions.length > 0) return exceptions.flatMap((exception) => exception.ranges);
  const day = weekday(date);
  return staff.weekly.filter((plan) => plan.weekday === day && within(date, plan.validFrom, plan.validUntil));
}

const WHOLE_DAY: WallRange = { startMinute: 0, endMinute: 1440 };

function closedTime({ range }: Closure, day: LocalDay): Interval[] {
  const { startMinute, endMinute } = range ?? WHOLE_DAY;
  return rangeOf(day, startMinute, endMinute);
}

/** When one closure closes the salon on some of its dates, as instants. */
export function closedSpans(timeZone: string, closure: Closure, dates: readonly string[]): Interval[] {
  const closed = dates.filter((date) => within(date, closure.firstDate, closure.lastDate));
  return merge(closed.flatMap((date) => closedTime(closure, localDay(timeZone, date))));
}

/** Dates as text compare as dates; both ends are inclusive. */
function within(date: string, first: string | null, last: string | null): boolean {
  return (first === null || first <= date) && (last === null || date <= last);
}

/** The hours of the public page: per weekday, when anybody works by the weekly plans valid on `date`, ascending. */
export function weeklyOpenings(config: SalonConfig, date: string): WeekdayHours[] {
  const plans = config.staff
    .filter((staff) => within(date, staff.activeFrom, staff.activeUntil))
    .flatMap((staff) => staff.weekly.filter((plan) => within(date, plan.validFrom, plan.validUntil)));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
    merge(plans.filter((plan) => plan.weekday === day).map(asMinutes)).map((hours) => ({
      weekday: day,
      startMinute: hours.start,
      endMinute: hours.end,
    })),
  );
}

/** When anybody works on a local date, exceptions and closures counted: wall-clock minutes, ascending. */
export function hoursOn(config: SalonConfig, date: string): WallRange[] {
  const planned = config.staff.flatMap((staff) => plannedRanges(staff, date));
  const closed = config.closures
    .filter((closure) => within(date, closure.firstDate, closure.lastDate))
    .map(({ range }) => range ?? WHOLE_DAY);
  return subtract(merge(planned.map(asMinutes)), merge(closed.map(asMinutes))).map((hours) => ({
    startMinute: hours.start,
    endMinute: hours.end,
  }));
}

function asMinutes({ startMinute, endMinute }: WallRange): Interval {
  return { start: startMinute, end: endMinute };
}
