import type { FastifyInstance } from 'fastify';
import { readOnly } from '../features/booking/refusals.ts';
import type { ReadOnly } from '../features/read-only/read-only.ts';
import { changesNothing } from './own-origin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What becomes of a write while nothing may be changed: it is refused, unless it changes no salon (true), or answers
     * what it was asked before and refuses by itself what is new (`by_key`). Signing in changes no salon unless it says so.
     */
    evenReadOnly?: boolean | 'by_key';
  }
}

const SIGNING_IN = '/api/auth/';

/** Refuses every write of every route while nothing may be changed; a route nobody thought of too. */
export function refuseWhileReadOnly(app: FastifyInstance, state: ReadOnly, clock: () => number): void {
  app.addHook('onRequest', async (request) => {
    if (!state.on || changesNothing(request)) return;
    const { url = '', config } = request.routeOptions;
    if (!url.startsWith('/api/')) return;
    const { right, evenReadOnly = right === undefined && url.startsWith(SIGNING_IN) } = config;
    if (evenReadOnly === false) throw readOnly(state, clock());
  });
}
