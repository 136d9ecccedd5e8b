import type { AnyErrorCode } from '@salon/contracts/desk/errors';
import { plainError } from '@salon/telemetry/plain-error';
import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The salon a request turned out to be about, for its log line. */
    salonId: string | undefined;
    /** The code it was refused with. */
    problem: AnyErrorCode | undefined;
  }
}

/**
 * JSON lines. An error is told by type, code, message and stack, without what it quotes; never by the details
 * PostgreSQL adds, which hold the row.
 */
export function loggerOptions(level: string): Exclude<FastifyServerOptions['logger'], boolean | undefined> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: plainError },
  };
}

/**
 * One line a request: its id, the route's template (an address may hold a token), salon, status,
 * the code of a refusal, and duration. Nothing personal.
 */
export function logRequests(app: FastifyInstance) {
  app.decorateRequest('salonId', undefined);
  app.decorateRequest('problem', undefined);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request: FastifyRequest, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        salon: request.salonId,
        status: reply.statusCode,
        code: request.problem,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
  });
}
