import type { FastifyInstance } from 'fastify';

/**
 * Sends whoever came by plain http to the same address by https. Only a trusted proxy knows how somebody came (it also says
 * for whom it asks); where none says so (a platform's own checks, a request past the proxy) nobody is sent anywhere. Behind
 * several proxies the inner ones may well talk plainly: it is enough that one was asked by https.
 */
export function sendToHttps(app: FastifyInstance, publicUrl: string) {
  const { origin, protocol } = new URL(publicUrl);
  if (protocol !== 'https:') return;
  app.addHook('onRequest', async (request, reply) => {
    const told = request.headers['x-forwarded-proto'];
    const byTrusted = request.ips !== undefined && request.ips.length > 1;
    if (told === undefined || !byTrusted) return;
    if (/\bhttps\b/i.test(String(told))) return;
    // A request may name a whole address in place of a path; it is not for us to lead there.
    const path = request.raw.url?.startsWith('/') ? request.raw.url : '/';
    // Browsers ask again with the same method and body.
    return reply.redirect(origin + path, 308);
  });
}
