import type { AuditAnswer } from '@salon/contracts/desk/audit';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

/** Who changed what in a salon, the latest first; of one visit or card only, where `subject` is given. */
export const auditQuery = (salonId: string, subject?: string) =>
  infiniteQueryOptions({
    queryKey: ['audit', salonId, subject],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams();
      if (subject !== undefined) query.set('subject', subject);
      if (pageParam !== null) query.set('before', pageParam);
      return deskGet<AuditAnswer>(`/api/desk/${salonId}/audit?${query}`, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before,
    staleTime: 0,
  });
