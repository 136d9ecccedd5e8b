import type { AuditAnswer } from '@salon/contracts/desk/audit';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

/** Who changed what in a salon, the latest first; of one visit only, where it is named. */
export const auditQuery = (salonId: string, visitId?: string) =>
  infiniteQueryOptions({
    // That of a visit is looked at again whenever the visit is.
    queryKey: ['desk', salonId, ...(visitId === undefined ? ['audit'] : ['visit', visitId, 'audit'])],
    queryFn: ({ pageParam, signal }) => {
      const at = `/api/desk/${salonId}${visitId === undefined ? '' : `/visits/${visitId}`}/audit`;
      const query = pageParam === null ? '' : `?${new URLSearchParams({ before: pageParam })}`;
      return deskGet<AuditAnswer>(at + query, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before,
    staleTime: 0,
  });
