import type { Variant } from './variant.ts';

/** One item of a visit with who does it and when; times are milliseconds after the visit's start. */
export type Placement = {
  readonly itemIndex: number;
  readonly variant: Variant;
  readonly start: number;
  /** End of the last phase. */
  readonly end: number;
  /** How long the customer sits idle before it; time in which a colour develops does not count. */
  readonly waited: number;
  /** The processing phase it is done in; `null`: none. */
  readonly inside: Inside | null;
};

/** A processing phase of an earlier item, which may itself be done inside another one. */
type Inside = { readonly host: Placement; readonly until: number };

/** The salon's grid (milliseconds, counted from the visit's start, which lies on it) and its longest wait. */
export type Pace = { readonly step: number; readonly maxWait: number };

/**
 * Every place for the item after `previous`, done as `variant`: inside one of its processing phases, or after it. What is
 * done inside a processing phase must end there, so no customer is ever worked on twice at once.
 */
export function placesAfter(previous: Placement, variant: Variant, pace: Pace): Placement[] {
  return [...placesInside(previous, variant, pace), ...placesBehind(previous, variant, pace)];
}

/** The first item: it starts the visit. */
export function firstPlace(variant: Variant): Placement {
  return place(0, variant, 0, 0, null);
}

function placesInside(host: Placement, variant: Variant, { step }: Pace): Placement[] {
  return host.variant.processing.flatMap((phase) => {
    const until = host.start + phase.end;
    return startsBetween(host.start + phase.start, until - variant.length, step).map((start) =>
      place(host.itemIndex + 1, variant, start, 0, { host, until }),
    );
  });
}

/** After an item that lies inside another one: in the rest of the same phase, or once the outer one is over. */
function placesBehind(previous: Placement, variant: Variant, { step, maxWait }: Pace): Placement[] {
  const places: Placement[] = [];
  for (let before: Placement | undefined = previous; before !== undefined; before = before.inside?.host) {
    const { end, inside } = before;
    const last = Math.min(end + maxWait, (inside?.until ?? Number.POSITIVE_INFINITY) - variant.length);
    for (const start of startsBetween(end, last, step)) {
      places.push(place(previous.itemIndex + 1, variant, start, start - end, inside));
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

function place(itemIndex: number, variant: Variant, start: number, waited: number, inside: Inside | null): Placement {
  return { itemIndex, variant, start, end: start + variant.length, waited, inside };
}
