import { datesTouched } from '@salon/domain/time/days-span';
import { DAY } from '@salon/domain/time/interval';
import { MOST_DATES } from '../live/change-payload.ts';
import type { Salon } from '../salon/salon.ts';
import type { TimeOffWrite } from '../time-off/time-off-write.ts';
import type { VisitWrite } from './visit-write.ts';

/** As they stand in a write or the trail. */
type Times = { readonly startsAt: unknown; readonly endsAt: unknown };

/**
 * The days that look different after a change: those it took from, and those it put to. `all` where some of it lasts
 * longer than is told day by day: time off has no end that it must come to.
 */
export function datesOf(
  { config }: Salon,
  visits: readonly VisitWrite[],
  timeOffs: readonly TimeOffWrite[],
): ReadonlySet<string> | 'all' {
  const times: Times[] = [
    // Only what has changed stands in the trail.
    ...visits.flatMap(({ state, audit }): Times[] => [state, { ...state, ...audit.before }]),
    ...timeOffs.flatMap(({ audit }) => [audit.before, audit.after].filter((one) => one !== null)),
  ];
  const spans = times.map(({ startsAt, endsAt }) => ({
    start: Date.parse(String(startsAt)),
    end: Date.parse(String(endsAt)),
  }));
  if (spans.some(({ start, end }) => end - start > MOST_DATES * DAY)) return 'all';
  return new Set(spans.flatMap((span) => datesTouched(config.timeZone, span)));
}
