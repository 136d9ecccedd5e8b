import { addDays, localDate } from '@salon/domain/time/wall-clock';
import type { Salon } from '../salon/salon.ts';
import type { TimeOffWrite } from '../time-off/time-off-write.ts';
import type { VisitWrite } from './visit-write.ts';

type Times = { readonly startsAt?: unknown; readonly endsAt?: unknown } | null;

/** The days that look different after a change: those it took from, and those it put to. */
export function datesOf(
  { config }: Salon,
  visits: readonly VisitWrite[],
  timeOffs: readonly TimeOffWrite[],
): ReadonlySet<string> {
  const dates = new Set<string>();
  const add = (times: Times) => {
    const [start, end] = [Date.parse(String(times?.startsAt)), Date.parse(String(times?.endsAt))];
    const instants = [start, end - 1].filter((instant) => !Number.isNaN(instant));
    const [first, last = first] = instants.map((instant) => localDate(config.timeZone, instant)).sort();
    for (let date = first; date !== undefined && last !== undefined && date <= last; date = addDays(date, 1)) {
      dates.add(date);
    }
  };
  for (const { state, audit } of visits) {
    add(state);
    // Only what has changed stands in the trail.
    add({ startsAt: state.startsAt, endsAt: state.endsAt, ...audit.before });
  }
  for (const { audit } of timeOffs) {
    add(audit.before);
    add(audit.after);
  }
  return dates;
}
