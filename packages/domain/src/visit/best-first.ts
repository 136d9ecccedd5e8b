import TinyQueue from 'tinyqueue';
import type { Course } from './course.ts';
import type { Effort } from './effort.ts';
import { leastOf, NOTHING, type Option, outlookOf, plusItem } from './outlook.ts';
import { type Choice, type Cost, compareChoices, compareToFloor, type Load } from './preference.ts';
import type { Shape, Shaper } from './shape.ts';
import { addAll, has, type StartSet } from './start-set.ts';
import type { Fits } from './starts.ts';

/** A list of starts (ascending) with all that decides what fits at them. */
export type Field = {
  readonly running: readonly Running[];
  /** Those at which any course may run. */
  readonly possible: StartSet;
  readonly fits: Fits;
  readonly shapeOf: Shaper;
  readonly load: Load;
  readonly effort: Effort;
};

/** A course and the starts at which somebody can do each item and of each kind some station is free. */
type Running = { readonly course: Course; readonly starts: StartSet };

type Given = Pick<Field, 'fits' | 'shapeOf' | 'load' | 'effort'>;

/** Lays courses over starts; `all` is the set of those starts. */
export function fieldOf(courses: readonly Course[], all: StartSet, given: Given): Field {
  const running: Running[] = [];
  const possible = all.slice().fill(0);
  const starts = all.slice();
  for (const course of courses) {
    if (given.effort.left-- <= 0) break;
    starts.set(all);
    if (!given.fits.keepPossible(course, starts)) continue;
    addAll(possible, starts);
    running.push({ course, starts: starts.slice() });
  }
  return { running, possible, ...given };
}

/** A choice under way. */
type Candidate = Choice & {
  readonly outlook: readonly (readonly Option[])[];
  /** Of the items somebody is named for. */
  readonly soFar: Cost;
};

/**
 * The shapes that fit at one start (by its index), at most `most`, in the order of preference; fewer if no effort is left.
 *
 * A best-first search (A*): each choice stands in the queue by the least that can become of it, so the first complete one
 * is the best. That is exact; a course is looked at only when it might be better than all that stands in the queue.
 */
export function shapesFrom(field: Field, start: number, most: number): Shape[] {
  const { running, possible, fits, shapeOf, load, effort } = field;
  const found: Shape[] = [];
  if (!has(possible, start)) return found;
  const queue = new TinyQueue<Candidate>([], compareChoices);
  let unseen = 0;
  while (found.length < most && effort.left > 0) {
    for (let next = running[unseen]; next !== undefined; next = running[++unseen]) {
      const first = queue.peek();
      if (first !== undefined && compareToFloor(next.course, first) > 0) break;
      if (has(next.starts, start)) queue.push(opened(next.course, field, start));
    }
    const choice = queue.pop();
    if (choice === undefined) break;
    const options = choice.outlook[choice.who.length];
    if (options === undefined) {
      const shape = shapeOf(choice.course, choice.who);
      if (fits.has(shape, start)) found.push(shape);
    } else {
      effort.left -= options.length;
      for (const option of options) queue.push(withNext(choice, option, load));
    }
  }
  return found;
}

function opened(course: Course, { fits, load, effort }: Field, start: number): Candidate {
  const able = course.spots.map((spot) => {
    const { byMember } = fits.ofSpot(spot, course);
    return spot.crew.members.filter((_, index) => has(byMember[index], start));
  });
  const outlook = outlookOf(able, load);
  effort.left -= able.length;
  return { course, who: [], least: leastOf(outlook[0] ?? [], load), outlook, soFar: NOTHING };
}

function withNext({ course, who, outlook, soFar: before }: Candidate, option: Option, load: Load): Candidate {
  const { variant, rest } = option;
  const previous = who.at(-1);
  const soFar = plusItem(before, variant, previous === undefined || previous.staffId === variant.staffId ? 0 : 1, load);
  const least = {
    priceCents: soFar.priceCents + rest.priceCents,
    changes: soFar.changes + rest.changes,
    load: soFar.load + rest.load,
  };
  return { course, who: [...who, variant], least, outlook, soFar };
}
