import { createHmac } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Histogram, type Registry } from 'prom-client';
import type { BookingFigures } from './booking-figures.ts';
import type { Seen } from './seen.ts';

/** Asked by watchers all day long; counted, they would hide what customers get. */
const WATCHED = /^\/(metrics|api\/system\/)/;
const OF_CUSTOMERS = /^\/(s|b)\/|^\/api\/(salons|bookings)\//;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const KINDS = ['2xx', '3xx', '4xx', '5xx', 'read_only'] as const;

/** The first two steps of whoever wants to book. */
const STEPS: Record<string, 'opened' | 'looked_for_times'> = {
  '/s/:slug': 'opened',
  '/api/salons/:slug/availability': 'looked_for_times',
};

type Deps = {
  readonly seen: Seen;
  readonly secret: string;
  readonly step: BookingFigures['step'];
};

/** What is asked over HTTP, by the route's template (an address may hold a token), and who is there. */
export function countRequests(app: FastifyInstance, registry: Registry, { seen, secret, step }: Deps): void {
  const registers = [registry];
  const requests = new Counter({
    name: 'jn_http_requests_total',
    help: 'Requests, by route and answer.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'jn_http_request_duration_seconds',
    help: 'How long requests took, by route.',
    labelNames: ['method', 'route'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const kinds = new Counter({
    name: 'jn_http_responses_total',
    help: 'Answers by kind; refused because nothing may be changed just now is a kind of its own. Without those to watchers.',
    labelNames: ['kind'],
    registers,
  });
  for (const kind of KINDS) kinds.inc({ kind }, 0);
  const limited = new Counter({
    name: 'jn_rate_limited_total',
    help: 'Requests refused because somebody asks too often.',
    registers,
  });

  app.addHook('onResponse', async (request, reply) => {
    const { statusCode } = reply;
    const route = request.routeOptions.url ?? 'none';
    const method = METHODS.has(request.method) ? request.method : 'other';
    requests.inc({ method, route, status: statusCode });
    // A stream is open for hours, which says nothing of how fast it was there.
    if (!isStream(reply)) duration.observe({ method, route }, reply.elapsedTime / 1_000);
    if (statusCode === 429) limited.inc();
    if (WATCHED.test(route)) return;
    kinds.inc({ kind: request.problem === 'read_only' ? 'read_only' : `${Math.floor(statusCode / 100)}xx` });
    if (statusCode >= 400) return;
    const reached = STEPS[route];
    if (reached !== undefined) step(reached);
    if (OF_CUSTOMERS.test(route)) seen.note('customers', visitorOf(request, secret));
    else if (route.startsWith('/api/desk')) seen.note('desk', request.login.loginId);
  });
}

const isStream = (reply: FastifyReply) => String(reply.getHeader('content-type')).startsWith('text/event-stream');

/** Somebody by her address and browser, which cannot be told from what is kept of them, and for minutes only. */
function visitorOf({ ip, headers }: FastifyRequest, secret: string): string {
  return createHmac('sha256', secret)
    .update(`${ip} ${headers['user-agent'] ?? ''}`)
    .digest('base64url')
    .slice(0, 12);
}
