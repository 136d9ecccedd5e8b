import compress from '@fastify/compress';
import etag from '@fastify/etag';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * Answers of these routes are sent compressed, and not again to whoever has them already. Only for
 * what everybody may see: beside a secret (a token), what an answer shrinks to tells about it.
 */
export async function answerCompactly(app: FastifyInstance) {
  // Weak, because an answer and its compressed form share it.
  await app.register(etag, { weak: true });
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || !knows(request, String(reply.getHeader('etag')))) return payload;
    reply.code(304);
    return '';
  });
  await app.register(compress, { encodings: ['br', 'gzip'] });
}

/** Caches send all the tags they hold; the plugin looks at a single one only. */
function knows({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match'] ?? '';
  return (
    known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''))
  );
}
