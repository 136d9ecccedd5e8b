import type { FastifyInstance } from 'fastify';

/** Salons want to be found; a visit, whose address is a secret, never; and at the desk there is nothing to find. */
const ROBOTS = `User-agent: *
Disallow: /b/
Disallow: /desk
Disallow: /inbox
`;

export function robotsRoutes(app: FastifyInstance) {
  app.get('/robots.txt', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400').send(ROBOTS),
  );
}
