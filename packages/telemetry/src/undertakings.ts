import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { plainBreadcrumb } from '@salon/reports/plain-event';
import { type Breadcrumb, getCurrentScope, type Scope, type Span, startInactiveSpan, withScope } from '@sentry/node';
import type { BeginQuery } from './queries.ts';
import type { About, Failure, Reporting } from './reports.ts';
import { traceIdOf } from './traces.ts';

type Tags = Record<string, string | undefined>;
type Capture = (failure: Failure, tags: Tags) => void;

/** A request, or what is done because of one, until it ends. */
type Course = {
  readonly name: string;
  readonly traceId: string;
  readonly tags: Tags;
  readonly steps: Breadcrumb[];
  /** A person's id. */
  user?: string | undefined;
  /** Only where it is told of whether or not it fails. */
  span?: Span;
  /** Queries told so far. */
  queries: number;
};

const MOST_STEPS = 30;
/** Queries told of one undertaking: they are kept until it ends, and a stream is open for a day. */
export const MOST_QUERIES = 100;
const courses = new AsyncLocalStorage<Course>();

/**
 * Requests, and what is done because of them: each with steps, labels and a trace of its own. The library's scopes and
 * spans cost a booking processor time, and most requests neither fail nor are among the share told of: they are made when
 * there is something to tell.
 */
export function undertakings(capture: Capture, share: number): Omit<Reporting, 'end'> {
  return {
    begin(requestId, about) {
      const course = courseOf(requestId, about);
      const scope = shareOf(course.traceId) < share ? scopeOf(course) : undefined;
      if (scope !== undefined) course.span = startSpan(scope, about);
      return {
        within: (work) => courses.run(course, work),
        end({ tags, user, failure }) {
          Object.assign(course.tags, tags);
          course.user = user;
          // A span is told by what the scope it began in knows when it ends.
          if (scope !== undefined) label(scope, course);
          if (failure !== undefined) {
            withScope(scopeOf(course), () => capture(failure, {}));
            course.span?.setStatus({ code: 2, message: 'internal_error' });
          }
          course.span?.end();
        },
      };
    },
    step(message) {
      const steps = courses.getStore()?.steps;
      steps?.push({ category: 'step', level: 'info', message, timestamp: Date.now() / 1_000 });
      if (steps !== undefined && steps.length > MOST_STEPS) steps.shift();
    },
    report(failure, tags) {
      const course = courses.getStore();
      if (course === undefined) capture(failure, tags);
      else withScope(scopeOf(course), () => capture(failure, tags));
    },
  };
}

/** A query as part of what is being done, told by the statement's kind and name; never with what was asked for. */
export const beginQuery: BeginQuery = (name) => {
  const course = courses.getStore();
  if (course?.span === undefined || course.queries >= MOST_QUERIES) return undefined;
  course.queries++;
  const span = startInactiveSpan({ name, op: 'db', parentSpan: course.span });
  return {
    end(failed) {
      if (failed) span.setStatus({ code: 2, message: 'internal_error' });
      span.end();
    },
  };
};

/** The id of a request is that of its trace, here as where spans go: decision 016. */
const courseOf = (requestId: string | null, { name, tags = {} }: About): Course => ({
  ...{ name, tags: { ...tags, request_id: requestId ?? undefined }, steps: [], queries: 0 },
  traceId: traceIdOf(requestId) ?? randomUUID().replaceAll('-', ''),
});

/** What fails hangs on the span of what it failed in, where there is one. */
function scopeOf(course: Course): Scope {
  const { traceId, steps, span } = course;
  const scope = label(getCurrentScope().clone(), course);
  const hanging = span === undefined ? {} : { propagationSpanId: span.spanContext().spanId };
  scope.setPropagationContext({ traceId, sampleRand: shareOf(traceId), ...hanging });
  for (const one of steps) scope.addBreadcrumb(plainBreadcrumb(one), MOST_STEPS);
  return scope;
}

function label(scope: Scope, { name, tags, user }: Course): Scope {
  scope.setTransactionName(name).setTags(tags);
  return user === undefined ? scope : scope.setUser({ id: user });
}

const startSpan = (scope: Scope, { name, op }: About): Span =>
  startInactiveSpan({ name, op, scope, forceTransaction: true, attributes: { 'sentry.source': 'route' } });

/** A number from 0 to 1 by the trace's id alone, so that API and worker tell of the same requests. */
const shareOf = (traceId: string) => Number.parseInt(traceId.slice(0, 8), 16) / 2 ** 32;
