import type { CustomerCard } from '@salon/contracts/desk/customers';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../lib/desk.ts';
import { deskDelete, deskPatch, deskPost, deskPut } from '../lib/desk-http.ts';
import { customerQuery, customersKey, customersUrl } from './customers.queries.ts';

/** A write of a card: where, how, and with what. */
export type CardWrite = {
  readonly method: 'PATCH' | 'POST' | 'PUT' | 'DELETE';
  /** Below the card, as `/block`; empty: the card itself. */
  readonly to: string;
  readonly body?: unknown;
};

const SEND = {
  PATCH: (path: string, body: unknown) => deskPatch<CustomerCard>(path, body),
  POST: (path: string, body: unknown) => deskPost<CustomerCard>(path, body),
  PUT: (path: string, body: unknown) => deskPut<CustomerCard>(path, body),
  DELETE: (path: string) => deskDelete<CustomerCard>(path),
} as const;

/** Writes to a card; the card as it is then is shown at once, and lists are read anew. */
export function useCardWrite(id: string): UseMutationResult<CustomerCard, Error, CardWrite> {
  const { salon } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, to, body }: CardWrite) => SEND[method](customersUrl(salon.id, `/${id}${to}`), body),
    onSuccess: (card) => {
      queries.setQueryData(customerQuery(salon.id, id).queryKey, card);
      queries.setQueryData(customerQuery(salon.id, card.id).queryKey, card);
      void queries.invalidateQueries({ queryKey: [...customersKey(salon.id), 'list'] });
    },
  });
}
