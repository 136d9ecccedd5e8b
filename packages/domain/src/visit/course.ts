import type { SalonConfig } from '../salon/salon-config.ts';
import { MINUTE } from '../time/interval.ts';
import type { VisitRequest } from './arrangement.ts';
import type { KindNeed } from './claims.ts';
import { type Crew, crewsOf } from './crew.ts';
import { leastOf, outlookOf } from './outlook.ts';
import {
  firstPlace,
  type Pace,
  type Placement,
  placesAfter,
  type Spot,
  type Spots,
  spotsOfRequest,
} from './placement.ts';
import type { Cost } from './preference.ts';
import { variantsOf } from './variant.ts';

/** How the items of a request may run, whenever it starts and whoever of each item's crew does it. */
export type Course = {
  /** In the order of the request. */
  readonly spots: readonly Spot[];
  /** End of the last phase, milliseconds after the visit's start. */
  readonly end: number;
  /** One station of each kind for the least of time: until whoever ends last has cleared up. */
  readonly stationNeeds: readonly KindNeed[];
  /** When all have cleared up at the latest. */
  readonly busyAtMost: number;
  /** How long the customer sits idle in all. */
  readonly waited: number;
  /** The least it costs, whoever is free and however busy they are. */
  readonly floor: Cost;
  /** Its place among all courses by when items start: the earlier is preferred where nothing else tells. */
  readonly order: number;
};

/** Beyond this many courses a basket is refused rather than guessed at. */
const MAX_COURSES = 20_000;

/**
 * Every course of a request, by the least that can become of it. Empty: something is not sold, not offered by whom it is
 * asked of, or needs a chair the salon has not got.
 */
export function coursesOf(config: SalonConfig, request: VisitRequest): readonly Course[] | 'basket_too_complex' {
  const crews = variantsOf(config, request).map(crewsOf);
  const lines = crews.reduce((product, list) => product * list.length, 1);
  if (crews.length === 0 || lines === 0) return [];
  if (lines > MAX_COURSES) return 'basket_too_complex';
  const pace: Pace = { step: config.policy.stepMinutes * MINUTE, maxWait: config.policy.maxWaitMinutes * MINUTE };
  const spots = spotsOfRequest();
  const needs: NeedPool = new Map();
  const courses: Unordered[] = [];
  for (const line of linesOf(crews)) {
    const [first, ...others] = line;
    if (first === undefined) continue;
    const floor = floorOf(line);
    const add = (placed: readonly Placement[]) => courses.push(courseOf(placed, floor, needs)) <= MAX_COURSES;
    if (!extend([firstPlace(first, spots)], others, pace, spots, add)) return 'basket_too_complex';
  }
  return courses
    .sort(compareStarts)
    .map((course, order) => ({ ...course, order }))
    .sort(compareFloors);
}

type Unordered = Omit<Course, 'order'>;

/** Thousands of courses need a chair in few ways: equal needs are one object, so each is looked up once. */
type NeedPool = Map<string, KindNeed>;

/** Every choice of one crew for each item. */
function linesOf(crews: readonly (readonly Crew[])[]): (readonly Crew[])[] {
  return crews.reduce<(readonly Crew[])[]>(
    (lines, list) => lines.flatMap((line) => list.map((crew) => [...line, crew])),
    [[]],
  );
}

/** Adds every way of going on from `placed`; false once there are too many. */
function extend(
  placed: readonly Placement[],
  others: readonly Crew[],
  pace: Pace,
  spots: Spots,
  add: (placed: readonly Placement[]) => boolean,
): boolean {
  const [next, ...later] = others;
  const previous = placed.at(-1);
  if (next === undefined || previous === undefined) return add(placed);
  return placesAfter(previous, next, pace, spots).every((place) => extend([...placed, place], later, pace, spots, add));
}

function courseOf(placed: readonly Placement[], floor: Cost, needs: NeedPool): Unordered {
  const spots = placed.map((place) => place.spot);
  const end = Math.max(...spots.map((spot) => spot.end));
  const last = spots.filter((spot) => spot.end === end);
  const clearedUp = (spot: Spot) => spot.end + spot.crew.pace.buffer;
  return {
    spots,
    end,
    stationNeeds: needsOf(spots, Math.max(...last.map(clearedUp)), needs),
    busyAtMost: Math.max(...spots.map(clearedUp)),
    waited: placed.reduce((sum, place) => sum + place.waited, 0),
    floor,
  };
}

/** One station of each kind, from the first item that needs it on. */
function needsOf(spots: readonly Spot[], end: number, pool: NeedPool): KindNeed[] {
  const firstNeed = new Map<string, number>();
  for (const { crew, start } of spots) {
    const kind = crew.pace.service.stationKind;
    if (kind !== null && !firstNeed.has(kind)) firstNeed.set(kind, start);
  }
  return [...firstNeed].map(([kind, start]) => {
    const key = `${start} ${end} ${kind}`;
    const need = pool.get(key) ?? { kind, start, end };
    pool.set(key, need);
    return need;
  });
}

function floorOf(line: readonly Crew[]): Cost {
  const noLoad = () => 0;
  const [first] = outlookOf(
    line.map((crew) => crew.members),
    noLoad,
  );
  return leastOf(first ?? [], noLoad);
}

function compareFloors(a: Course, b: Course): number {
  return (
    a.floor.priceCents - b.floor.priceCents || a.end - b.end || a.floor.changes - b.floor.changes || a.waited - b.waited
  );
}

function compareStarts(a: Unordered, b: Unordered): number {
  for (const [index, { start }] of a.spots.entries()) {
    const difference = start - (b.spots[index]?.start ?? start);
    if (difference !== 0) return difference;
  }
  return 0;
}
