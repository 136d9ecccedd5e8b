import { QueryClient } from '@tanstack/react-query';
import { ApiProblem, secondsToWait } from './http.ts';

const SLOWEST_MS = 20_000;

/**
 * Reads again after what may pass (no network, too busy), never after a refusal; offline it waits for the network.
 * Asked to wait, it says so at once instead of trying on in silence, and reads again when it may.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => mayPass(error) && failures < 3,
        retryDelay: (failures, error) =>
          error instanceof ApiProblem && error.retryAfter !== undefined
            ? Math.min(error.retryAfter * 1000, SLOWEST_MS)
            : Math.min(500 * 2 ** failures, SLOWEST_MS),
        refetchInterval: ({ state }) => {
          const seconds = secondsToWait(state.error);
          return seconds === undefined ? false : seconds * 1000;
        },
      },
    },
  });
}

function mayPass(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  return error.code === 'overloaded' || error.code === 'internal';
}
