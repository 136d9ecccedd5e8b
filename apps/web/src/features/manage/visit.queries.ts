import type { ManageAnswer } from '@salon/contracts/manage';
import { queryOptions } from '@tanstack/react-query';
import type { infer as Infer } from 'zod';
import { get } from '../../lib/http.ts';

/** A visit as the holder of its link sees it. */
export type Visit = Infer<typeof ManageAnswer>;

export const visitQuery = (token: string) =>
  queryOptions({
    queryKey: ['visit', token],
    queryFn: ({ signal }) => get<Visit>(`/api/bookings/manage/${encodeURIComponent(token)}`, { signal }),
  });
