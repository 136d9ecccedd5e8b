import type { CustomerRow } from '@salon/contracts/desk/customers';
import type { FoundVisits } from '@salon/contracts/desk/visit';
import { queryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

/** As many as fit under what was typed. */
const MOST = 6;

/** Customers found as typed, for the palette. */
export const peopleQuery = (salonId: string, typed: string) =>
  queryOptions({
    queryKey: ['palette', salonId, 'people', typed],
    queryFn: ({ signal }) =>
      deskGet<{ customers: CustomerRow[] }>(
        `/api/desk/${salonId}/customers?${new URLSearchParams({ search: typed, limit: String(MOST) })}`,
        { signal },
      ),
  });

/** The visit of a reference, or what the customers that may be meant come for next. */
export const visitsQuery = (salonId: string, typed: string) =>
  queryOptions({
    queryKey: ['palette', salonId, 'visits', typed],
    queryFn: ({ signal }) =>
      deskGet<FoundVisits>(`/api/desk/${salonId}/visits?${new URLSearchParams({ search: typed })}`, { signal }),
  });
