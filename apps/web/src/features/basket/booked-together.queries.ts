import type { BookedTogether } from '@salon/contracts/booked-together';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/http.ts';

/** What people of a salon book together. It only helps: where it cannot be had, nothing is said about it. */
export const bookedTogetherQuery = (slug: string) =>
  queryOptions({
    queryKey: ['booked together', slug],
    queryFn: ({ signal }) => get<BookedTogether>(`/api/salons/${encodeURIComponent(slug)}/booked-together`, { signal }),
    staleTime: 10 * 60_000,
    retry: false,
    retryOnMount: false,
    refetchInterval: false,
  });
