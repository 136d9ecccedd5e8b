import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** How long a browser need not ask again, in seconds: as long as Chromium allows. */
const REMEMBERED = 7_200;
/** What our pages send beyond what every page may. */
const SENT = ['content-type', 'idempotency-key', 'x-visitor'];
/** What our pages read of an answer beyond what every page may. */
const READ = ['retry-after', 'x-request-id', 'x-sentry-rate-limits'];

/**
 * Lets pages of these origins call the API with cookies, where the two are not at one address. Nobody else is answered
 * differently, and where there are none nothing here is registered.
 */
export async function letPagesCall(app: FastifyInstance, origins: ReadonlySet<string>): Promise<void> {
  if (origins.size === 0) return;
  await app.register(cors, {
    origin: (asking, done) => done(null, asking !== undefined && origins.has(asking)),
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: SENT,
    exposedHeaders: READ,
    maxAge: REMEMBERED,
  });
}
