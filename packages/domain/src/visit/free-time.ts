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

/** Free time of everybody, and the same where what one holder takes counts as free. */
export type FreeTimes = FreeTime & { readonly without: (holder: string) => FreeTime };

const ALWAYS: readonly Interval[] = [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }];

/** Free time on `dates` (ascending, without a hole) beside what is `taken`, in any order. */
export function freeTime(config: SalonConfig, taken: readonly TakenTime[], dates: readonly string[]): FreeTimes {
  const byClaimant = Map.groupBy(taken, (one) => one.claimantId);
  const takenOf = (id: string) => byClaimant.get(id) ?? [];
  const openings = remembered((id: string) => {
    const staff = config.staff.find((one) => one.id === id);
    return staff === undefined ? [] : merge(dates.flatMap((date) => staffOpenings(config, staff, date)));
  });
  const all = freeBeside(takenOf, openings);
  let byHolder: ReadonlyMap<string | undefined, readonly TakenTime[]> | undefined;
  return {
    ...all,
    without(holder) {
      byHolder ??= Map.groupBy(taken, (one) => one.holder);
      const claimants = new Set(byHolder.get(holder)?.map((one) => one.claimantId));
      const freed = freeBeside((id) => takenOf(id).filter((one) => one.holder !== holder), openings);
      // Worked out anew only for those whose time it takes.
      const of = (id: string) => (claimants.has(id) ? freed : all);
      return {
        ofStaff: (id) => of(id).ofStaff(id),
        ofStation: (id) => of(id).ofStation(id),
        untaken: all.untaken,
        beside: (id, edge, instant) => of(id).beside(id, edge, instant),
        loadOn: (day) => (id) => of(id).loadOn(day)(id),
      };
    },
  };
}

type Openings = (staffId: string) => readonly Interval[];

function freeBeside(takenOf: (id: string) => readonly TakenTime[], openings: Openings): FreeTime {
  const without = (id: string, open: readonly Interval[]) => subtract(open, merge(takenOf(id)));
  return {
    ofStaff: remembered((id: string) => without(id, openings(id))),
    ofStation: remembered((id: string) => without(id, ALWAYS)),
    untaken: { ofStaff: openings, ofStation: () => ALWAYS },
    beside: (id, edge, instant) => {
      const touching = takenOf(id).filter((one) => one[edge] === instant);
      if (touching.length === 0) return 'hours';
      return touching.some((one) => one.visit) ? 'visit' : 'blocked';
    },
    loadOn: remembered((day: LocalDay) => remembered((id: string) => visitTime(takenOf(id), day))),
  };
}

function visitTime(taken: readonly TakenTime[], day: LocalDay): number {
  const starts = (one: TakenTime) => day.segments.some(({ start, end }) => start <= one.start && one.start < end);
  return taken.reduce((sum, one) => (one.visit && starts(one) ? sum + one.end - one.start : sum), 0);
}

function remembered<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = read(key);
      known.set(key, value);
    }
    return value;
  };
}
