import type { HealthAnswer } from '@salon/contracts/system';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { wallClock } from './dates.ts';
import type { Formats } from './formats.ts';
import { get } from './http.ts';

/** How often an open page asks; while nobody looks at it, it does not. */
const ASK_EVERY = 3_000;
/** The page itself goes first. */
const FIRST_ASKED_AFTER = 1_000;
/** What one process says of another may be so old: each looks once a second. */
const BEHIND = 2_000;

/** How the product stands. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => get<HealthAnswer>('/api/system/health', { signal }),
  staleTime: 0,
  refetchInterval: ASK_EVERY,
  // It asks again soon enough; until then what was said last holds.
  retry: false,
});

export type ReadOnlyNow = { readonly on: boolean; readonly until: string | null };

const readOnlyIn = ({ readOnlyMode, estimatedRecovery }: HealthAnswer): ReadOnlyNow => ({
  on: readOnlyMode,
  until: estimatedRecovery,
});

/** Whether nothing may be changed just now, as it is from second to second; undefined: nobody has said yet. */
export function useReadOnly(): ReadOnlyNow | undefined {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setAwake(true), FIRST_ASKED_AFTER);
    return () => clearTimeout(later);
  }, []);
  return useQuery({ ...healthQuery, enabled: awake, select: readOnlyIn }).data;
}

/** Whether it is over since somebody was refused because of it: since this was first drawn. */
export function useOverSince(): boolean {
  const [refusedAt] = useState(Date.now);
  const { data, dataUpdatedAt } = useQuery({ ...healthQuery, select: readOnlyIn });
  return data?.on === false && dataUpdatedAt > refusedAt + BEHIND;
}

/** When it is thought to end, in words: the time, and the day as well if that is not today. */
export function endInWords(until: string | null | undefined, timeZone: string, f: Formats, now = Date.now()) {
  if (!until) return undefined;
  const end = wallClock(timeZone, Date.parse(until));
  const time = f.time(end.time);
  return end.date === wallClock(timeZone, now).date ? time : `${f.day(end.date)}, ${time}`;
}
