import { useQueries } from '@tanstack/react-query';
import { addDays, type LocalDate } from '../../lib/dates.ts';
import type { Bounds } from './bookable-days.ts';
import type { Day } from './day.ts';
import { type TimesSource, timesQuery, windowsOf } from './times.queries.ts';

/**
 * The days from one to another, as far as they are known, and the windows around them: what comes next is there before
 * somebody asks for it.
 */
export function useDays(source: TimesSource, { today, last }: Bounds, from: LocalDate, to: LocalDate) {
  const ahead = addDays(to, 7);
  const windows = windowsOf(today, from, ahead < last ? ahead : last);
  return useQueries({
    queries: windows.map((begin) => timesQuery(source, begin)),
    combine: (results) => {
      const days = new Map<LocalDate, Day>();
      for (const { data } of results) for (const day of data?.days ?? []) days.set(day.date, day);
      const failed = results.find(({ data, error }) => data === undefined && error !== null);
      return {
        days,
        error: failed?.error ?? null,
        retry: () => void Promise.all(results.filter(({ error }) => error).map(({ refetch }) => refetch())),
      };
    },
  });
}
