import type { DeskAnswer } from '@salon/contracts/desk/desk';
import { queryOptions } from '@tanstack/react-query';
import { deskGet } from './desk-http.ts';

/** Whoever is signed in, and where she may work. */
export const deskQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: ({ signal }) => deskGet<DeskAnswer>('/api/desk', { signal }),
  staleTime: 60_000,
});
