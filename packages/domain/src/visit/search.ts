import type { SalonConfig } from '../salon/salon-config.ts';
import { DAY } from '../time/interval.ts';
import { localDay } from '../time/local-day.ts';
import { addDays } from '../time/wall-clock.ts';
import type { TakenTime } from './arrangement.ts';
import { type FreeTime, freeTime } from './free-time.ts';
import { compareClass, compareShapes, loadOf } from './preference.ts';
import type { Shape } from './shape.ts';
import { allOf, indexesIn, isEmpty, keepCommon, remove, removeAll } from './start-set.ts';
import { startFilter } from './starts.ts';

/** Everything the choice of arrangements is made from; listing slots and checking one start both go through it. */
export type Search = {
  readonly config: SalonConfig;
  /** Shapes that only load and the salon's order tell apart, the preferred class first. */
  readonly classes: readonly (readonly Shape[])[];
  readonly free: FreeTime;
};

/** Prepares a search for starts on the local dates `first` to `last`. */
export function prepareSearch(
  config: SalonConfig,
  shapes: readonly Shape[],
  taken: readonly TakenTime[],
  first: string,
  last: string,
): Search {
  const longest = shapes.reduce((most, shape) => Math.max(most, shape.busyUntil), 0);
  return { config, classes: classesOf(shapes), free: freeTime(config, taken, datesAround(first, last, longest)) };
}

/**
 * The shapes that fit at each of `starts` (ascending, all on `date`), the best first and at most `most` per start: lowest
 * price, earliest end, fewest changes of staff, least waiting, fairest load of the day, the salon's order of staff.
 */
export function shapesAt(search: Search, date: string, starts: readonly number[], most: number): Shape[][] {
  const filter = startFilter(search.config, search.free, starts);
  const load = search.free.loadOn(localDay(search.config.timeZone, date));
  const found: Shape[][] = starts.map(() => []);
  const open = allOf(starts.length);
  for (const shapes of search.classes) {
    if (isEmpty(open)) break;
    const fitting = shapes.flatMap((shape) => {
      const set = open.slice();
      return filter(shape, set) ? { shape, set, load: loadOf(shape, load) } : [];
    });
    // The sort is stable: equal load leaves the salon's order of staff.
    for (const { shape, set } of fitting.sort((a, b) => a.load - b.load)) {
      keepCommon(set, open);
      for (const index of indexesIn(set)) {
        const here = found[index];
        if (here?.push(shape) === most) remove(open, index);
      }
    }
  }
  return found;
}

/** At how many of `starts` (ascending) some shape would fit if nothing were taken. */
export function countUntaken({ config, classes, free }: Search, starts: readonly number[]): number {
  const filter = startFilter(config, free.untaken, starts);
  const missing = allOf(starts.length);
  const here = missing.slice();
  for (const shape of classes.flat()) {
    here.set(missing);
    if (filter(shape, here)) removeAll(missing, here);
    if (isEmpty(missing)) break;
  }
  return starts.length - indexesIn(missing).length;
}

function classesOf(shapes: readonly Shape[]): Shape[][] {
  const classes: Shape[][] = [];
  for (const shape of [...shapes].sort(compareShapes)) {
    const last = classes.at(-1);
    if (last?.[0] !== undefined && compareClass(last[0], shape) === 0) last.push(shape);
    else classes.push([shape]);
  }
  return classes;
}

/** One day more on either side: a visit may end, and a gap beside it begin, beyond midnight. */
function datesAround(first: string, last: string, longest: number): string[] {
  const dates: string[] = [];
  const end = addDays(last, Math.ceil(longest / DAY) + 1);
  for (let date = addDays(first, -1); date <= end; date = addDays(date, 1)) dates.push(date);
  return dates;
}
