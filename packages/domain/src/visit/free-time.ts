import { staffOpenings } from '../salon/openings.ts';
import type { SalonConfig } from '../salon/salon-config.ts';
import { type Interval, merge, subtract } from '../time/interval.ts';
import type { LocalDay } from '../time/local-day.ts';
import type { TakenTime } from './arrangement.ts';
import type { Load } from './preference.ts';

/** When claimants are free. */
export type Room = {
  /** A staff member's openings without what is taken of them. */
  readonly ofStaff: (staffId: string) => readonly Interval[];
  /** A station has no hours of its own: it is free whenever it is not taken. */
  readonly ofStation: (stationId: string) => readonly Interval[];
};

/** What free time ends at: a visit, time off or blocked time, or the edge of somebody's hours. */
export type Beside = 'visit' | 'blocked' | 'hours';

/** What is free and what is not over some dates; worked out per claimant when first asked for. */
export type FreeTime = Room & {
  /** The same as if nothing were taken. */
  readonly untaken: Room;
  /** What touches an instant at which a staff member's free time begins (`end`: what ends there) or ends (`start`). */
  readonly beside: (staffId: string, edge: 'start' | 'end', instant: number) => Beside;
  /** Time of the visits that start on a day, per staff member; time off and blocked time are no load. */
  readonly loadOn: (day: LocalDay) => Load;
};

const ALWAYS: readonly Interval[] = [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }];

/** Free time on `dates` (ascending, without a hole) beside what is `taken`, in any order. */
export function freeTime(config: SalonConfig, taken: readonly TakenTime[], dates: readonly string[]): FreeTime {
  const takenOf = Map.groupBy(taken, (one) => one.claimantId);
  const without = (id: string, open: readonly Interval[]) => subtract(open, merge(takenOf.get(id) ?? []));
  const openings = remembered((id) => {
    const staff = config.staff.find((one) => one.id === id);
    return staff === undefined ? [] : merge(dates.flatMap((date) => staffOpenings(config, staff, date)));
  });
  return {
    ofStaff: remembered((id) => without(id, openings(id))),
    ofStation: remembered((id) => without(id, ALWAYS)),
    untaken: { ofStaff: openings, ofStation: () => ALWAYS },
    beside: (id, edge, instant) => {
      const touching = (takenOf.get(id) ?? []).filter((one) => one[edge] === instant);
      if (touching.length === 0) return 'hours';
      return touching.some((one) => one.visit) ? 'visit' : 'blocked';
    },
    loadOn: (day) => remembered((id) => visitTime(takenOf.get(id) ?? [], day)),
  };
}

function visitTime(taken: readonly TakenTime[], day: LocalDay): number {
  const starts = (one: TakenTime) => day.segments.some(({ start, end }) => start <= one.start && one.start < end);
  return taken.reduce((sum, one) => (one.visit && starts(one) ? sum + one.end - one.start : sum), 0);
}

function remembered<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    let value = known.get(id);
    if (value === undefined) {
      value = read(id);
      known.set(id, value);
    }
    return value;
  };
}
