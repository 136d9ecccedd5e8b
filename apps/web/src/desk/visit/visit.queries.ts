import type { VisitAnswer } from '@salon/contracts/desk/visit';
import { queryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

const at = (salonId: string, path: string) => `/api/desk/${salonId}/${path}`;

/** A visit as it stands. */
export const visitQuery = (salonId: string, visitId: string) =>
  queryOptions({
    queryKey: ['desk', salonId, 'visit', visitId],
    queryFn: ({ signal }) => deskGet<VisitAnswer>(at(salonId, `visits/${visitId}`), { signal }),
    staleTime: 5_000,
  });
