import { HealthAnswer, LiveAnswer } from '@salon/contracts/system';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SystemRepo } from './system.repo.ts';

type Deps = {
  readonly repo: SystemRepo;
  readonly readOnly: { readonly on: boolean; readonly until: string | null };
  readonly version: string;
  /** True once the process has been told to stop: no new requests should come. */
  readonly stopping: () => boolean;
};

export const systemRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/system/live',
      {
        schema: {
          operationId: 'live',
          summary: 'Whether the process runs, and is not about to stop',
          tags: ['system'],
          response: { 200: LiveAnswer, 503: LiveAnswer },
        },
      },
      // For a proxy: it asks nobody else, so that a database that is slow does not take all processes out at once.
      async (_request, reply) =>
        deps.stopping() ? reply.status(503).send({ status: 'stopping' }) : reply.send({ status: 'live' }),
    );

    app.get(
      '/api/system/health',
      {
        schema: {
          operationId: 'health',
          summary: 'Whether the process is ready for requests',
          tags: ['system'],
          response: { 200: HealthAnswer, 503: HealthAnswer },
        },
      },
      async (_request, reply) => {
        const { database, queue } = await deps.repo.areConnected();
        // A queue that is away keeps nobody from booking: mails wait in the ledger.
        const ready = database && !deps.stopping();
        return reply.status(ready ? 200 : 503).send({
          status: ready ? 'healthy' : 'unhealthy',
          database: database ? 'connected' : 'disconnected',
          queue: queue ? 'connected' : 'disconnected',
          readOnlyMode: deps.readOnly.on,
          estimatedRecovery: deps.readOnly.until,
          version: deps.version,
        });
      },
    );
  };
