import type { FastifyInstance } from 'fastify';

/**
 * Bodies are JSON; Fastify's parser of plain text goes. No body at all is no body, also for clients
 * that always say they send JSON; where one is needed, its schema says so.
 */
export function readJsonOnly(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}
