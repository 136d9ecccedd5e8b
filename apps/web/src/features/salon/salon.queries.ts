import type { SalonAnswer } from '@salon/contracts/salon';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../../lib/http.ts';
import { inlinedSalon } from './inlined-salon.ts';

/** A salon with its catalogue; the one written into the page needs no request. */
export const salonQuery = (slug: string) =>
  queryOptions({
    queryKey: ['salon', slug],
    queryFn: ({ signal }) => get<SalonAnswer>(`/api/salons/${encodeURIComponent(slug)}`, { signal }),
    initialData: () => {
      const inlined = inlinedSalon();
      return inlined?.salon.slug === slug ? inlined : undefined;
    },
    // What came with the page is as old as the page: looked at again when somebody comes back to it.
    initialDataUpdatedAt: () => performance.timeOrigin,
    staleTime: 60_000,
  });
