import { HealthAnswer, LiveAnswer } from '@salon/contracts/system';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { keptFor } from '../figures/kept-for.ts';
import type { ReadOnly } from '../read-only/read-only.ts';
import { healthAnswer } from './health-answer.ts';
import type { SystemRepo } from './system.repo.ts';

/** However many ask, the database is asked once in so many milliseconds: every open page does. */
const LOOK_KEPT = 1_000;

type Deps = {
  readonly repo: SystemRepo;
  readonly readOnly: ReadOnly;
  readonly version: string;
  /** True once the process has been told to stop: no new requests should come. */
  readonly stopping: () => boolean;
  readonly clock: () => number;
};

export const systemRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const look = keptFor(
      LOOK_KEPT,
      () => performance.now(),
      () => deps.repo.look(deps.clock()),
    );

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
        logLevel: 'warn',
        schema: {
          operationId: 'health',
          summary: 'Whether the process is ready for requests, and what works worse than it should',
          description: 'For everybody, as often as each second. Mails that are late make nothing unhealthy.',
          tags: ['system'],
          response: { 200: HealthAnswer, 503: HealthAnswer },
        },
      },
      async (_request, reply) => {
        const seen = (await look()) ?? { database: false, queue: false, mailLate: undefined };
        const answer = healthAnswer(seen, deps.readOnly, deps.version, deps.stopping());
        return reply.status(answer.status === 'healthy' ? 200 : 503).send(answer);
      },
    );
  };
