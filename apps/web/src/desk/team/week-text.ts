import type { WeeklyStretch } from '@salon/contracts/desk/team';

/** Weekdays (1 is Monday) on which somebody works the same hours, in the order of the week. */
export type SameHours = { readonly weekdays: readonly number[]; readonly spans: readonly WeeklyStretch[] };

/** The week that holds on a date, with days of the same hours together. */
export function sameHours(weekly: readonly WeeklyStretch[], today: string): SameHours[] {
  const held = weekly.filter(
    ({ validFrom, validUntil }) => (validFrom ?? '') <= today && today <= (validUntil ?? '9999-12-31'),
  );
  const groups = new Map<string, { weekdays: number[]; spans: WeeklyStretch[] }>();
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const spans = held.filter((one) => one.weekday === weekday).sort((a, b) => a.startMinute - b.startMinute);
    if (spans.length === 0) continue;
    const key = spans.map(({ startMinute, endMinute }) => `${startMinute}-${endMinute}`).join();
    const group = groups.get(key) ?? { weekdays: [], spans };
    group.weekdays.push(weekday);
    groups.set(key, group);
  }
  return [...groups.values()];
}
