import type { WallSpan } from '@salon/contracts/desk/set-up';
import type { WeeklyStretch } from '@salon/contracts/desk/team';

/** A week as it is edited: seven days from Monday on, and from when to when it holds. */
export type WeekPlan = {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly days: readonly (readonly WallSpan[])[];
};

const NO_DAYS: readonly WallSpan[][] = [[], [], [], [], [], [], []];

/** A week without hours, that holds always. */
export const EMPTY_WEEK: WeekPlan = { validFrom: null, validUntil: null, days: NO_DAYS };

/** Stretches as weeks: those that hold over the same dates belong together, the earlier week first. */
export function weeksOf(weekly: readonly WeeklyStretch[]): WeekPlan[] {
  const weeks = new Map<string, { validFrom: string | null; validUntil: string | null; days: WallSpan[][] }>();
  for (const { weekday, validFrom, validUntil, startMinute, endMinute } of weekly) {
    const key = `${validFrom} ${validUntil}`;
    const week = weeks.get(key) ?? { validFrom, validUntil, days: NO_DAYS.map(() => []) };
    week.days[weekday - 1]?.push({ startMinute, endMinute });
    weeks.set(key, week);
  }
  if (weeks.size === 0) return [EMPTY_WEEK];
  return [...weeks.values()].sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
}

/** The other way round. */
export function stretchesOf(weeks: readonly WeekPlan[]): WeeklyStretch[] {
  return weeks.flatMap(({ days, validFrom, validUntil }) =>
    days.flatMap((spans, day) =>
      spans.map(({ startMinute, endMinute }) => ({ weekday: day + 1, startMinute, endMinute, validFrom, validUntil })),
    ),
  );
}

/** The first week that holds on a date on which one before it does; then nobody knows which is meant. */
export function clashingWeek(weeks: readonly WeekPlan[]): number | undefined {
  const at = weeks.findIndex((week, index) =>
    weeks
      .slice(0, index)
      .some(
        (other) =>
          (week.validFrom ?? '') <= (other.validUntil ?? '9999') &&
          (other.validFrom ?? '') <= (week.validUntil ?? '9999'),
      ),
  );
  return at === -1 ? undefined : at;
}
