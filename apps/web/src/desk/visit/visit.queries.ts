import type { AuditAnswer } from '@salon/contracts/desk/audit';
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

/** Who changed what of a visit, the last first. */
export const visitAuditQuery = (salonId: string, visitId: string) =>
  queryOptions({
    queryKey: ['desk', salonId, 'visit', visitId, 'audit'],
    queryFn: ({ signal }) => deskGet<AuditAnswer>(at(salonId, `visits/${visitId}/audit`), { signal }),
    staleTime: 0,
  });
