import type { FeedAnswer } from '@salon/contracts/desk/calendar';
import { queryOptions } from '@tanstack/react-query';
import { deskGet, deskPost } from '../lib/desk-http.ts';

/** What customers did by themselves, and how much of it she has not seen. */
export const feedQuery = (salonId: string) =>
  queryOptions({
    queryKey: ['desk', salonId, 'feed'],
    queryFn: ({ signal }) => deskGet<FeedAnswer>(`/api/desk/${salonId}/feed`, { signal }),
    staleTime: 10_000,
    refetchOnWindowFocus: 'always',
  });

/** She has seen what came until then. */
export const seeFeed = (salonId: string, until: string) => deskPost(`/api/desk/${salonId}/feed/seen`, { until });
