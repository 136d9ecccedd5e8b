import { bears } from '@salon/telemetry/bearer';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { AppError } from '../../errors/app-error.ts';

/** Where the figures of the whole product are asked for; by whoever has the token, if there is one. */
export const metricsRoutes =
  ({ tell, token }: { tell: () => Promise<string>; token: string | undefined }) =>
  async (app: FastifyInstance) => {
    app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
      if (token !== undefined && !bears(request.headers.authorization, token)) {
        reply.header('www-authenticate', 'Bearer');
        throw new AppError('unauthenticated', 'The figures are told to whoever has their token.');
      }
      reply.header('cache-control', 'no-store');
      return reply.type(Registry.PROMETHEUS_CONTENT_TYPE).send(await tell());
    });
  };
