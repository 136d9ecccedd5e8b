import type { FunnelAnswer } from '@salon/contracts/funnel';
import { queryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

/** How far visitors of the booking page got in the last so many days. */
export const funnelQuery = (salonId: string, days: number) =>
  queryOptions({
    queryKey: ['desk', salonId, 'funnel', days],
    queryFn: ({ signal }) => deskGet<FunnelAnswer>(`/api/desk/${salonId}/funnel?days=${days}`, { signal }),
  });
