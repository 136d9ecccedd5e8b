import type { CustomerRow } from '@salon/contracts/desk/customers';
import { queryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

/** As many as fit under what was typed. */
const MOST = 6;

/** Customers found as typed, for the palette. */
export const peopleQuery = (salonId: string, typed: string) =>
  queryOptions({
    queryKey: ['palette', salonId, typed],
    queryFn: ({ signal }) =>
      deskGet<{ customers: CustomerRow[] }>(
        `/api/desk/${salonId}/customers?${new URLSearchParams({ search: typed, limit: String(MOST) })}`,
        { signal },
      ),
  });
