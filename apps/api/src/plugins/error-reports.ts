import { isConnectionLoss, sqlState } from '@salon/db/sql-state';
import { OverloadedError } from '@salon/db/write-statement';
import {
  beginUndertaking,
  type Failure,
  isReporting,
  type ReportTags,
  type Undertaking,
} from '@salon/telemetry/reports';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What was thrown, if it is a fault of ours and no refusal. */
    fault: unknown;
    /** The id of the first service that is asked for, once it is known. */
    serviceId: string | undefined;
    /** Who is signed in, once she is known. */
    loginId: string | undefined;
    /** As which it is told of, where somebody is. */
    undertaking: Undertaking | undefined;
  }
}

/** Watchers ask these all day, and are told of what is wrong by the answer itself. */
const POLLED = '/api/system/';

/**
 * Reports each answer of 5xx once, when it has been given: whatever became of a request on its way, it ends once. What
 * a client is told and can mend is no error, and a product that an operator has set to read-only does as it was told.
 */
export function reportFaults(app: FastifyInstance): void {
  app.decorateRequest('fault', undefined);
  app.decorateRequest('serviceId', undefined);
  app.decorateRequest('loginId', undefined);
  app.decorateRequest('undertaking', undefined);
  if (!isReporting()) return;
  const within = ({ undertaking }: FastifyRequest, done: () => void) => {
    if (undertaking === undefined) done();
    else undertaking.within(done);
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const route = routeOf(request);
    if (route.startsWith(POLLED)) return done();
    request.undertaking = beginUndertaking(request.id, { name: `${request.method} ${route}`, op: 'http.server' });
    within(request, done);
  });
  // The body was read by whoever reads the connection, which is not part of any request.
  app.addHook('preValidation', (request, _reply, done) => within(request, done));
  app.addHook('onResponse', async (request, { statusCode }) => {
    const failure = statusCode >= 500 && request.problem !== 'read_only' ? failureOf(request, statusCode) : undefined;
    request.undertaking?.end({ tags: tagsOf(request, statusCode), user: request.loginId, failure });
  });
}

const routeOf = (request: FastifyRequest) => request.routeOptions.url ?? 'none';

function failureOf({ fault }: FastifyRequest, status: number): Failure {
  // Turned away rather than kept waiting: as it is meant to be, and yet somebody wants to know.
  if (fault instanceof OverloadedError) return { error: fault, level: 'warning' };
  return { error: fault ?? new Error(`answered ${status}`) };
}

function tagsOf(request: FastifyRequest, status: number): ReportTags {
  const { method, fault, problem, salonId } = request;
  return {
    ...{ method, route: routeOf(request), status: String(status), salon: salonId, service: request.serviceId },
    feature: request.routeOptions.schema?.tags?.[0] ?? 'page',
    code: problem,
    fault: fault !== undefined && isOfDatabase(fault) ? 'database' : undefined,
  };
}

const isOfDatabase = (fault: unknown) => sqlState(fault) !== undefined || isConnectionLoss(fault);
