import type { SalonConfig } from '../salon/salon-config.ts';
import { DAY } from '../time/interval.ts';
import { localDay } from '../time/local-day.ts';
import { addDays, localDate } from '../time/wall-clock.ts';
import { type Field, fieldOf, shapesFrom } from './best-first.ts';
import type { Course } from './course.ts';
import { type Effort, effortAfter } from './effort.ts';
import type { FreeTime, Room } from './free-time.ts';
import type { Load } from './preference.ts';
import { type Shape, type Shaper, shaper } from './shape.ts';
import { allOf } from './start-set.ts';
import { fitsAt } from './starts.ts';

/** Everything the choice of arrangements is made from; listing slots and checking one start both go through it. */
export type Search = {
  readonly config: SalonConfig;
  readonly courses: readonly Course[];
  readonly free: FreeTime;
  readonly shapeOf: Shaper;
  readonly effort: Effort;
};

/** Prepares a search over free time, which holds all dates a visit may reach. */
export function prepareSearch(config: SalonConfig, courses: readonly Course[], free: FreeTime): Search {
  const effort = effortAfter(courses.length);
  return { config, courses, free, shapeOf: shaper(effort), effort };
}

/** Whether the search had to end before all was looked at: what it found is right, but there may be more. */
export const isCutShort = ({ effort }: Search) => effort.left <= 0;

/** The shapes that fit at each of `starts` (ascending, all on `date`), the best first and at most `most` per start. */
export function shapesAt(search: Search, date: string, starts: readonly number[], most: number): Shape[][] {
  const load = search.free.loadOn(localDay(search.config.timeZone, date));
  const field = fieldAt(search, search.free, starts, load);
  return starts.map((_, index) => shapesFrom(field, index, most));
}

/** At how many of `starts` (ascending) some shape would fit if nothing were taken. */
export function countUntaken(search: Search, starts: readonly number[]): number {
  const field = fieldAt(search, search.free.untaken, starts, () => 0);
  return starts.filter((_, index) => shapesFrom(field, index, 1).length > 0).length;
}

function fieldAt({ config, courses, ...rest }: Search, room: Room, starts: readonly number[], load: Load): Field {
  return fieldOf(courses, allOf(starts.length), { fits: fitsAt(config, room, starts), load, ...rest });
}

/**
 * The dates that matter to starts on the local dates `first` to `last`: one day more on either side, since a visit may end,
 * and a gap beside it begin, beyond midnight.
 */
export function datesAround(courses: readonly Course[], first: string, last: string): string[] {
  return datesTo(addDays(first, -1), addDays(last, Math.ceil(longestOf(courses) / DAY) + 1));
}

/** The dates that a visit which starts at an instant may touch: mostly one, and each costs everybody's hours. */
export function datesFrom(courses: readonly Course[], timeZone: string, startsAt: number): string[] {
  return datesTo(localDate(timeZone, startsAt), localDate(timeZone, startsAt + longestOf(courses)));
}

function datesTo(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function longestOf(courses: readonly Course[]): number {
  return courses.reduce((most, course) => Math.max(most, course.busyAtMost), 0);
}
