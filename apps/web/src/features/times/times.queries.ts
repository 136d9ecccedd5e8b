import type { AvailabilityAnswer } from '@salon/contracts/availability';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { addDays, daysBetween, type LocalDate } from '../../lib/dates.ts';
import { get } from '../../lib/http.ts';

/** Where free times are asked for: an address of the API, and what is asked besides the days. */
export type TimesSource = { readonly path: string; readonly params: Readonly<Record<string, string>> };

/** Days that are asked for at once: what a strip shows, and a little more. */
const WINDOW = 14;

/** Free times from a day on. They go stale in seconds: looked at again whenever somebody comes back to the page. */
export function timesQuery({ path, params }: TimesSource, from: LocalDate, days = WINDOW) {
  const query = new URLSearchParams({ ...params, from, days: String(days) });
  return queryOptions({
    queryKey: ['times', path, params, from, days],
    queryFn: ({ signal }) => get<AvailabilityAnswer>(`${path}?${query}`, { signal }),
    staleTime: 15_000,
    gcTime: 10 * 60_000,
  });
}

/** First days of the windows that a stretch of days lies in; windows are counted from today. */
export function windowsOf(today: LocalDate, from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const numberOf = (day: LocalDate) => Math.max(0, Math.floor(daysBetween(today, day) / WINDOW));
  const [first, last] = [numberOf(from), numberOf(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => addDays(today, (first + index) * WINDOW));
}

/** The first day after another on which something is free, up to a last one; null: there is none. */
export function nextFreeQuery(source: TimesSource, bounds: { today: LocalDate; last: LocalDate }, after: LocalDate) {
  return queryOptions({
    queryKey: ['next free', source.path, source.params, after, bounds.last],
    queryFn: ({ client }) => nextFree(client, source, bounds, after),
    staleTime: 15_000,
    // What it reads has been tried again already.
    retry: false,
  });
}

async function nextFree(
  client: QueryClient,
  source: TimesSource,
  { today, last }: { today: LocalDate; last: LocalDate },
  after: LocalDate,
): Promise<LocalDate | null> {
  const [begin] = windowsOf(today, addDays(after, 1), addDays(after, 1));
  for (let from = begin ?? today; from <= last; from = addDays(from, WINDOW)) {
    const { days } = await client.fetchQuery(timesQuery(source, from));
    const free = days.find(({ date, slots }) => date > after && date <= last && slots.length > 0);
    if (free) return free.date;
  }
  return null;
}
