import type { IllPreview } from '@salon/contracts/desk/ill';
import { queryOptions } from '@tanstack/react-query';
import type { LocalDate } from '../../lib/dates.ts';
import { deskGet } from '../lib/desk-http.ts';

/** What could become of each visit of somebody who is ill on some days. */
export const illQuery = (salonId: string, staffId: string, from: LocalDate, to: LocalDate) =>
  queryOptions({
    queryKey: ['desk', salonId, 'ill', staffId, from, to],
    queryFn: ({ signal }) =>
      deskGet<IllPreview>(`/api/desk/${salonId}/ill?${new URLSearchParams({ staffId, from, to })}`, { signal }),
    staleTime: 0,
  });
