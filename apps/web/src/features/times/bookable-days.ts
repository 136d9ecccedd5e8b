import { addDays, type LocalDate, wallClock } from '../../lib/dates.ts';

/** The first and the last day that can be chosen. */
export type Bounds = { readonly today: LocalDate; readonly last: LocalDate };

/** The days that a salon has on sale, by its own clock; `now` in epoch milliseconds. */
export function bookableDays(
  {
    salon,
    policy,
  }: { readonly salon: { readonly timezone: string }; readonly policy: { readonly horizonDays: number } },
  now: number,
): Bounds {
  const today = wallClock(salon.timezone, now).date;
  return { today, last: addDays(today, policy.horizonDays) };
}
