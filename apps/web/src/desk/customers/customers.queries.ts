import type {
  CustomerCard,
  CustomerRow,
  CustomerVisits,
  ErasePreview,
  MergePreview,
} from '@salon/contracts/desk/customers';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { deskGet } from '../lib/desk-http.ts';

/** Customers shown at once. */
export const SHOWN = 30;

/** Where the customers of a salon are at the API. */
export const customersUrl = (salonId: string, rest = '') => `/api/desk/${salonId}/customers${rest}`;

/** All that was read of customers, for reading it anew. */
export const customersKey = (salonId: string) => ['desk', salonId, 'customers'] as const;

/** Customers as typed; what was found before stays until the new answer is there. */
export const customersQuery = (salonId: string, search: string, limit = SHOWN) =>
  queryOptions({
    queryKey: [...customersKey(salonId), 'list', search, limit],
    queryFn: ({ signal }) =>
      deskGet<{ customers: CustomerRow[] }>(
        `${customersUrl(salonId)}?${new URLSearchParams({ search, limit: String(limit) })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
  });

export const customerQuery = (salonId: string, id: string) =>
  queryOptions({
    queryKey: [...customersKey(salonId), 'card', id],
    queryFn: ({ signal }) => deskGet<CustomerCard>(customersUrl(salonId, `/${id}`), { signal }),
  });

/** What comes before the visits on the card; read only when asked for. */
export const historyQuery = (salonId: string, id: string, before: string | null) =>
  infiniteQueryOptions({
    queryKey: [...customersKey(salonId), 'visits', id, before],
    queryFn: ({ pageParam, signal }) =>
      deskGet<CustomerVisits>(
        `${customersUrl(salonId, `/${id}/visits`)}?${new URLSearchParams({ before: pageParam ?? '' })}`,
        { signal },
      ),
    initialPageParam: before,
    getNextPageParam: (page) => page.before,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const mergeQuery = (salonId: string, keeps: string, goes: string) =>
  queryOptions({
    queryKey: [...customersKey(salonId), 'merge', keeps, goes],
    queryFn: ({ signal }) => deskGet<MergePreview>(customersUrl(salonId, `/${keeps}/merge/${goes}`), { signal }),
    staleTime: 0,
  });

export const eraseQuery = (salonId: string, id: string) =>
  queryOptions({
    queryKey: [...customersKey(salonId), 'erase', id],
    queryFn: ({ signal }) => deskGet<ErasePreview>(customersUrl(salonId, `/${id}/erase`), { signal }),
    staleTime: 0,
  });
