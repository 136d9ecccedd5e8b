import { startBounds } from '../salon/policy.ts';
import type { SalonConfig } from '../salon/salon-config.ts';
import { localDay } from '../time/local-day.ts';
import { localDate } from '../time/wall-clock.ts';
import type { Arrangement, TakenTime, VisitRequest } from './arrangement.ts';
import { arrangementOf } from './arrangement-of.ts';
import { coursesOf } from './course.ts';
import { freeTime } from './free-time.ts';
import { gridStarts } from './grid.ts';
import { compareClass } from './preference.ts';
import { countUntaken, datesFrom, isCutShort, prepareSearch, type Search, shapesAt } from './search.ts';
import type { Shape } from './shape.ts';

/** Why a start can never be booked, whoever else books: the configuration and the clock alone forbid it. */
export type NeverReason = 'off_grid' | 'lead_time' | 'horizon' | 'closed' | 'not_offered';

export type ArrangementsAnswer =
  | {
      readonly kind: 'arrangements';
      /** Best first; empty: it could be booked, but is taken. */
      readonly list: readonly Arrangement[];
      /** There are more than the limit let through. */
      readonly cut: boolean;
    }
  | { readonly kind: 'never'; readonly reason: NeverReason }
  | { readonly kind: 'basket_too_complex' };

export type ArrangeOptions = {
  /** Epoch milliseconds. */
  readonly now: number;
  /** How long past its lead time a start is still taken, milliseconds. */
  readonly graceMs: number;
  /** Most arrangements to return; 50 if absent. */
  readonly limit?: number;
};

/**
 * Every way of serving the request at `startsAt` (epoch milliseconds), by the same rule and in the same order as the list
 * of slots. `taken` must hold all claims that touch the local day of the start, the day before and what the visit may
 * reach; `null` means nothing is taken: what the configuration alone allows.
 */
export function arrangementsAt(
  config: SalonConfig,
  request: VisitRequest,
  taken: readonly TakenTime[] | null,
  startsAt: number,
  { now, graceMs, limit = 50 }: ArrangeOptions,
): ArrangementsAnswer {
  const courses = coursesOf(config, request);
  if (courses === 'basket_too_complex') return { kind: courses };
  if (courses.length === 0) return { kind: 'never', reason: 'not_offered' };
  const date = localDate(config.timeZone, startsAt);
  const { earliest, lastDate } = startBounds(config, now, graceMs);
  if (!gridStarts(localDay(config.timeZone, date), config.policy.stepMinutes).includes(startsAt)) {
    return { kind: 'never', reason: 'off_grid' };
  }
  if (startsAt < earliest) return { kind: 'never', reason: 'lead_time' };
  if (date > lastDate) return { kind: 'never', reason: 'horizon' };

  const dates = datesFrom(courses, config.timeZone, startsAt);
  const search = prepareSearch(config, courses, freeTime(config, taken ?? [], dates));
  // One more than asked for, to know whether there are more.
  const found = shapesAt(search, date, [startsAt], limit + 1)[0] ?? [];
  if (found.length > 0) {
    const cut = found.length > limit || isCutShort(search);
    return { kind: 'arrangements', list: ranked(search, found.slice(0, limit), startsAt), cut };
  }
  if (isCutShort(search)) return { kind: 'basket_too_complex' };
  if (taken !== null && countUntaken(search, [startsAt]) > 0) return { kind: 'arrangements', list: [], cut: false };
  if (isCutShort(search)) return { kind: 'basket_too_complex' };
  return { kind: 'never', reason: 'closed' };
}

function ranked({ config, free }: Search, shapes: readonly Shape[], startsAt: number): Arrangement[] {
  let rank = 0;
  return shapes.map((shape, index) => {
    const before = shapes[index - 1];
    if (before !== undefined && compareClass(before, shape) !== 0) rank++;
    return arrangementOf(config, free, shape, startsAt, rank);
  });
}
