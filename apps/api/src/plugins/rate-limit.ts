import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Redis } from 'ioredis';
import type { RateLimits } from '../config.ts';
import { AppError } from '../errors/app-error.ts';

/** Paths that watchers poll, being asked often is their purpose; and files of the page, dozens to a view. */
const FREE = new Set(['/api/system/live', '/api/system/health', '/metrics', '/assets/*']);

/**
 * Limits requests per client address: per process, or over all processes where Redis is
 * configured. A Redis that is away lets requests through rather than closing the salon.
 */
export async function limitRequests(app: FastifyInstance, limits: RateLimits | undefined, redis: Redis | undefined) {
  if (limits === undefined) return;
  const store = redis === undefined ? {} : { redis, skipOnError: true, nameSpace: 'salon-rate-' };
  const tooMany = (_request: FastifyRequest, context: { ttl: number }) =>
    new AppError('rate_limited', 'Too many requests from this address. Wait a little, then try again.', {
      retryAfter: Math.max(1, Math.ceil(context.ttl / 1000)),
    });
  await app.register(rateLimit, {
    ...store,
    max: limits.all,
    timeWindow: '1 minute',
    allowList: (request) => FREE.has(request.routeOptions.url ?? ''),
    errorResponseBuilder: tooMany,
  });
}

/** Route option: a read of free times. One for several services is worth several reads, and limited like a write. */
export function timesLimit(limits: RateLimits | undefined) {
  if (limits === undefined) return {};
  const max = (request: FastifyRequest) => {
    const { services } = request.query as { services?: unknown };
    return typeof services === 'string' && services.includes(',') ? limits.writes : limits.all;
  };
  return { rateLimit: { max, timeWindow: '1 minute', groupId: 'times' } };
}

/** Route option: counts towards the stricter limit of writes; those of a `group` of its own are counted apart. */
export function writeLimit(limits: RateLimits | undefined, group = 'write') {
  return limits === undefined ? {} : { rateLimit: { max: limits.writes, timeWindow: '1 minute', groupId: group } };
}
