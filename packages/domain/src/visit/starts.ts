import type { SalonConfig } from '../salon/salon-config.ts';
import type { StaffClaim } from './arrangement.ts';
import type { KindNeed } from './claims.ts';
import type { Room } from './free-time.ts';
import type { Shape } from './shape.ts';
import { addAll, fittingStarts, keepCommon, type StartSet } from './start-set.ts';

/** Keeps in `open` the starts of one list at which a shape has all it needs; false if none is left. */
export type StartFilter = (shape: Shape, open: StartSet) => boolean;

/**
 * Tells which of `starts` (ascending) suit a shape: everybody is free for her claims, and of each kind some station is
 * free for the whole stretch. Shapes share their claims, so each claim is laid over free time once.
 */
export function startFilter(config: SalonConfig, free: Room, starts: readonly number[]): StartFilter {
  const known = new Map<StaffClaim | KindNeed, StartSet>();
  const startsFor = <T extends StaffClaim | KindNeed>(claim: T, read: (claim: T) => StartSet): StartSet => {
    let set = known.get(claim);
    if (set === undefined) {
      set = read(claim);
      known.set(claim, set);
    }
    return set;
  };
  const ofStaff = (claim: StaffClaim) => fittingStarts(starts, free.ofStaff(claim.staffId), claim);
  const ofKind = (need: KindNeed) => {
    const any = new Uint32Array(Math.ceil(starts.length / 32));
    for (const { id, kind } of config.stations) {
      if (kind === need.kind) addAll(any, fittingStarts(starts, free.ofStation(id), need));
    }
    return any;
  };
  return (shape, open) =>
    shape.staffClaims.every((claim) => keepCommon(open, startsFor(claim, ofStaff))) &&
    shape.stationNeeds.every((need) => keepCommon(open, startsFor(need, ofKind)));
}
