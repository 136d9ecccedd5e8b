import type { Query, QueryClient } from '@tanstack/react-query';
import { type ChangedDays, isTouched } from './touched-queries.ts';

/**
 * Reads again what is shown of days that have changed. While nothing is `heard` a change is only a guess: what failed is
 * then left alone until something is heard, or its page would go from saying so to waiting and back with every guess.
 */
export async function lookAgainAt(client: QueryClient, salonId: string, changed: ChangedDays, heard: boolean) {
  const isWanted = ({ queryKey, state }: Query) =>
    isTouched(queryKey, salonId, changed) && (heard || state.status !== 'error' || state.data !== undefined);
  // What is read for the first time is not begun anew, but may have been read before the change.
  const first = client.getQueryCache().findAll({
    predicate: (query) => isWanted(query) && query.state.data === undefined && query.state.fetchStatus === 'fetching',
  });
  await client.invalidateQueries({ predicate: isWanted });
  if (heard && first.length > 0) await client.invalidateQueries({ predicate: (query) => first.includes(query) });
}
