import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** Those of helmet's settings that differ between answers. */
export type Security = Pick<HelmetOptions, 'contentSecurityPolicy'> & {
  strictTransportSecurity?: boolean;
  xFrameOptions?: { action: 'deny' };
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the answers of this route may do in a browser, where it is not what all others may. */
    security?: Security;
  }
}

/**
 * Sets helmet's headers on every answer; a route's own settings replace those of the same name. Its Fastify plugin makes
 * them anew for each request, which took a twentieth of the time of a booking: here once for each set of settings.
 * Returns how to set others on an answer that is none of a route's.
 */
export function setSecurityHeaders(app: FastifyInstance, common: Security) {
  const headersOf = new Map<Security, ReturnType<typeof helmet>>([[common, helmet(common)]]);

  function secure(options: Security, request: FastifyRequest, reply: FastifyReply): void {
    let headers = headersOf.get(options);
    if (headers === undefined) {
      headers = helmet({ ...common, ...options });
      headersOf.set(options, headers);
    }
    headers(request.raw, reply.raw, () => undefined);
  }

  app.addHook('onRequest', (request, reply, next) => {
    secure(request.routeOptions.config.security ?? common, request, reply);
    next();
  });
  return secure;
}

export type Secure = ReturnType<typeof setSecurityHeaders>;
