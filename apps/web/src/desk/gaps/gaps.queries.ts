import type { GapsAnswer } from '@salon/contracts/desk/calendar';
import { queryOptions } from '@tanstack/react-query';
import type { LocalDate } from '../../lib/dates.ts';
import { deskGet } from '../lib/desk-http.ts';

/** Free time of a day that something could be sold into. */
export const gapsQuery = (salonId: string, date: LocalDate) =>
  queryOptions({
    queryKey: ['desk', salonId, 'gaps', date],
    queryFn: ({ signal }) => deskGet<GapsAnswer>(`/api/desk/${salonId}/gaps?date=${date}`, { signal }),
    staleTime: 10_000,
  });
