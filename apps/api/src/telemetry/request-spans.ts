import { beginRequest, isTraced, type RequestSpan } from '@salon/telemetry/traces';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Watchers ask these all day. */
const POLLED = '/api/system/';

/** A span for each request, told by its route's template: an address may hold a token. Only where somebody wants them. */
export function traceRequests(app: FastifyInstance): void {
  if (!isTraced()) return;
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, id } = request;
    const route = request.routeOptions.url ?? 'none';
    if (route.startsWith(POLLED)) return done();
    const attributes = { 'http.request.method': method, 'http.route': route, 'salon.request_id': id };
    const span = beginRequest(id, `${method} ${route}`, attributes);
    if (span === undefined) return done();
    spans.set(request, span);
    span.within(done);
  });
  // The body was read by whoever reads the connection, which is not part of any request.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) return done();
    span.within(done);
  });
  app.addHook('onResponse', async (request, reply) => {
    const salon = request.salonId === undefined ? {} : { 'salon.id': request.salonId };
    const { statusCode } = reply;
    spans.get(request)?.end({ 'http.response.status_code': statusCode, ...salon }, statusCode >= 500);
  });
}
