import type { Alternative } from '@salon/contracts/errors';
import { type LocalDate, wallClock } from '../../lib/dates.ts';
import { type Day, offsetOf, type Slot } from './day.ts';
import { nearest } from './nearest.ts';

/** As many as fit on a phone without thinking. */
const SHOWN = 3;
/** By so much a clock goes back: an hour, on Lord Howe Island half of one. */
const TURNED_BACK_MS = [3_600_000, 1_800_000];

/** What the API found instead. */
export type Alternatives = readonly (Pick<Alternative, 'startsAt'> & Partial<Pick<Alternative, 'staffIds'>>)[];

/** A start as it stands in an address: its day, and its time, in the double hour with the offset. */
export type OtherStart = {
  readonly startsAt: string;
  readonly date: LocalDate;
  readonly at: string;
  /** As it is offered, where its day is known. */
  readonly slot?: Slot;
  /** Who would do it, as far as the API said. */
  readonly staffIds?: readonly string[];
};

/**
 * Up to three starts instead of one that cannot be had: what the API found comes first, the nearest of the day fill up.
 * None of them is the one that was refused, though what we read before may still offer it.
 */
export function otherStarts(about: {
  readonly timezone: string;
  readonly alternatives?: Alternatives | undefined;
  /** The day of the refused start, as far as it is known. */
  readonly day: Pick<Day, 'slots'> | undefined;
  /** The refused start, as it stands in the address. */
  readonly date: LocalDate | null;
  readonly at: string | null;
  /** An instant that will not do either: where a visit is already. */
  readonly not?: string;
}): readonly OtherStart[] {
  const { timezone, alternatives = [], day, date, at, not } = about;
  const near = nearest(day?.slots ?? [], at ?? '', SHOWN + 2);
  const offered = new Map<string, Pick<OtherStart, 'slot' | 'staffIds'>>();
  for (const { startsAt, staffIds } of alternatives) offered.set(startsAt, staffIds ? { staffIds } : {});
  for (const slot of day?.slots ?? []) offered.set(slot.startsAt, { slot });
  const found = new Set([...alternatives, ...near].map(({ startsAt }) => startsAt));
  return [...found]
    .filter((startsAt) => not === undefined || Date.parse(startsAt) !== Date.parse(not))
    .map((startsAt) => startIn(timezone, startsAt))
    .filter((start) => start.date !== date || !start.names.includes(at ?? ''))
    .slice(0, SHOWN)
    .map(({ startsAt, date, names: [own] }) => ({
      ...{ startsAt, date, at: own },
      ...offered.get(startsAt),
    }));
}

/** A start with its names in an address, its own first; the earlier of a double hour goes by the bare time too. */
function startIn(timezone: string, startsAt: string) {
  const instant = Date.parse(startsAt);
  const { date, time } = wallClock(timezone, instant);
  const reads = (at: number) => wallClock(timezone, at).time === time;
  const isEarlier = TURNED_BACK_MS.some((ms) => reads(instant + ms));
  const isLater = TURNED_BACK_MS.some((ms) => reads(instant - ms));
  const full = time + offsetOf(startsAt);
  const names: readonly [string, ...string[]] = isLater ? [full] : isEarlier ? [full, time] : [time, full];
  return { startsAt, date, names };
}
