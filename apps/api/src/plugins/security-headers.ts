import type { FastifyInstance, FastifyReply } from 'fastify';
import { protectiveHeaders, type Security } from '../edge/headers.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the answers of this route may do in a browser, where it is not what all others may. */
    security?: Security;
  }
}

/** What all may that say nothing else. */
export const AS_ALL: Security = {};

/**
 * Sets the protective headers on every answer. Helmet's own Fastify plugin makes them anew for each request, which took a
 * twentieth of the time of a booking: here once for each set of settings. Returns how to set others on an answer that is
 * none of a route's.
 */
export function setSecurityHeaders(app: FastifyInstance, keepToHttps: boolean) {
  const known = new Map<Security, ReadonlyMap<string, string>>();

  function secure(security: Security, reply: FastifyReply): void {
    let headers = known.get(security);
    if (headers === undefined) {
      headers = protectiveHeaders(security, keepToHttps);
      known.set(security, headers);
    }
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
  }

  app.addHook('onRequest', (request, reply, next) => {
    secure(request.routeOptions.config.security ?? AS_ALL, reply);
    next();
  });
  return secure;
}

export type Secure = ReturnType<typeof setSecurityHeaders>;
