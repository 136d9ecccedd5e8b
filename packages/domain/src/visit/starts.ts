import type { SalonConfig } from '../salon/salon-config.ts';
import { type Interval, merge } from '../time/interval.ts';
import type { StaffClaim } from './arrangement.ts';
import type { KindNeed } from './claims.ts';
import type { Course } from './course.ts';
import type { Room } from './free-time.ts';
import type { Spot } from './placement.ts';
import type { Shape } from './shape.ts';
import { addAll, fittingStarts, has, keepCommon, type StartSet } from './start-set.ts';

/** At which starts of a visit one of its items can be done. */
export type SpotFit = {
  /** By each member of its crew, in their order. */
  readonly byMember: readonly StartSet[];
  readonly byAny: StartSet;
};

/** Which of a list of starts suit what a visit needs: everybody free for her work, and of each kind some station. */
export type Fits = {
  /** An item of a course: its work alone, and with clearing up where that is sure whoever does the others. */
  readonly ofSpot: (spot: Spot, course: Course) => SpotFit;
  /** Keeps in `starts` those at which somebody can do each item and some station is free; false if none is left. */
  readonly keepPossible: (course: Course, starts: StartSet) => boolean;
  /** Whether a shape has all it needs at a start, by its index. */
  readonly has: (shape: Shape, index: number) => boolean;
};

/** Tells what fits at `starts` (ascending). Much of a visit is alike in many ways of serving it, so all is remembered. */
export function fitsAt(config: SalonConfig, free: Room, starts: readonly number[]): Fits {
  const plain: SpotFit[] = [];
  const closing: SpotFit[] = [];
  const claims = new Map<StaffClaim | KindNeed, StartSet>();

  const ofStaff = (staffId: string, stretch: Interval) => fittingStarts(starts, free.ofStaff(staffId), stretch);
  const ofKind = (need: KindNeed) => {
    const any = noneOf(starts);
    for (const { id, kind } of config.stations) {
      if (kind === need.kind) addAll(any, fittingStarts(starts, free.ofStation(id), need));
    }
    return any;
  };
  const ofClaim = (claim: StaffClaim) => remembered(claims, claim, () => ofStaff(claim.staffId, claim));
  const ofNeed = (need: KindNeed) => remembered(claims, need, () => ofKind(need));

  function readSpot({ crew, start, end }: Spot, clearsUp: boolean): SpotFit {
    const byAny = noneOf(starts);
    const { busy, buffer } = crew.pace;
    const stretches = busy.map((one) => ({ start: start + one.start, end: start + one.end }));
    if (clearsUp) stretches.push({ start: end, end: end + buffer });
    const joined = merge(stretches);
    const byMember = crew.members.map(({ staffId }) => {
      const [first, ...others] = joined.map((stretch) => ofStaff(staffId, stretch));
      const set = first ?? noneOf(starts);
      for (const other of others) keepCommon(set, other);
      addAll(byAny, set);
      return set;
    });
    return { byMember, byAny };
  }

  function ofSpot(spot: Spot, course: Course): SpotFit {
    // Whoever ends last clears up after it, whoever does the rest (two who end together: each, or one for the longer).
    const clearsUp = spot.end === course.end;
    const known = clearsUp ? closing : plain;
    let fit = known[spot.index];
    if (fit === undefined) {
      fit = readSpot(spot, clearsUp);
      known[spot.index] = fit;
    }
    return fit;
  }

  return {
    ofSpot,
    keepPossible: (course, possible) =>
      course.spots.every((spot) => keepCommon(possible, ofSpot(spot, course).byAny)) &&
      course.stationNeeds.every((need) => keepCommon(possible, ofNeed(need))),
    has: (shape, index) =>
      shape.staffClaims.every((claim) => has(ofClaim(claim), index)) &&
      shape.stationNeeds.every((need) => has(ofNeed(need), index)),
  };
}

const noneOf = (starts: readonly number[]): StartSet => new Uint32Array(Math.ceil(starts.length / 32));

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, read: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = read();
    known.set(key, value);
  }
  return value;
}
