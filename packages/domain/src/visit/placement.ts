import type { Crew } from './crew.ts';

/** An item by one of a crew at a time after the visit's start; one object in all courses that have it there. */
export type Spot = {
  /** Counts the spots of a request. */
  readonly index: number;
  readonly crew: Crew;
  /** Milliseconds after the visit's start; the end is that of the last phase. */
  readonly start: number;
  readonly end: number;
};

/** A spot on the way to a course. */
export type Placement = {
  readonly spot: Spot;
  /** How long the customer sits idle before it; time in which a colour develops does not count. */
  readonly waited: number;
  /** The processing phase it is done in; `null`: none. */
  readonly inside: Inside | null;
};

/** A processing phase of an earlier item, which may itself be done inside another one. */
type Inside = { readonly host: Placement; readonly until: number };

/** The salon's grid (milliseconds, counted from the visit's start, which lies on it) and its longest wait. */
export type Pace = { readonly step: number; readonly maxWait: number };

/** Finds the spot of a crew at a time, or makes it. */
export type Spots = (crew: Crew, start: number) => Spot;

export function spotsOfRequest(): Spots {
  const known = new Map<Crew, Map<number, Spot>>();
  let count = 0;
  return (crew, start) => {
    const ofCrew = known.get(crew) ?? new Map<number, Spot>();
    known.set(crew, ofCrew);
    const spot = ofCrew.get(start) ?? { index: count++, crew, start, end: start + crew.pace.length };
    ofCrew.set(start, spot);
    return spot;
  };
}

/**
 * Every place for the item after `previous`, done by one of `crew`: inside one of its processing phases, or after it. What is
 * done inside a processing phase must end there, so no customer is ever worked on twice at once; and not everything can
 * be done then (nobody's hair is cut with the colour in it).
 */
export function placesAfter(previous: Placement, crew: Crew, pace: Pace, spots: Spots): Placement[] {
  const places = placesBehind(previous, crew, pace, spots);
  if (!crew.pace.service.duringProcessing) return places.filter(({ inside }) => inside === null);
  return [...placesInside(previous, crew, pace, spots), ...places];
}

/** The first item: it starts the visit. */
export function firstPlace(crew: Crew, spots: Spots): Placement {
  return { spot: spots(crew, 0), waited: 0, inside: null };
}

function placesInside(host: Placement, crew: Crew, { step }: Pace, spots: Spots): Placement[] {
  const { start: hostStart, crew: hosts } = host.spot;
  return hosts.pace.processing.flatMap((phase) => {
    const until = hostStart + phase.end;
    return startsBetween(hostStart + phase.start, until - crew.pace.length, step).map((start) => ({
      spot: spots(crew, start),
      waited: 0,
      inside: { host, until },
    }));
  });
}

/** After an item that lies inside another one: in the rest of the same phase, or once the outer one is over. */
function placesBehind(previous: Placement, crew: Crew, { step, maxWait }: Pace, spots: Spots): Placement[] {
  const places: Placement[] = [];
  for (let before: Placement | undefined = previous; before !== undefined; before = before.inside?.host) {
    const { end } = before.spot;
    const { inside } = before;
    const last = Math.min(end + maxWait, (inside?.until ?? Number.POSITIVE_INFINITY) - crew.pace.length);
    for (const start of startsBetween(end, last, step)) {
      places.push({ spot: spots(crew, start), waited: start - end, inside });
    }
  }
  return places;
}

/** `first` itself and every point of the grid after it, up to `last`. */
function startsBetween(first: number, last: number, step: number): number[] {
  if (first > last) return [];
  const starts = [first];
  for (let start = (Math.floor(first / step) + 1) * step; start <= last; start += step) starts.push(start);
  return starts;
}
