import {
  addBreadcrumb,
  getActiveSpan,
  getCurrentScope,
  Scope,
  type Span,
  startInactiveSpan,
  withActiveSpan,
  withIsolationScope,
  withScope,
} from '@sentry/node';
import type { BeginQuery } from './queries.ts';
import type { Failure, Reporting } from './reports.ts';
import { traceIdOf } from './traces.ts';

type Capture = (failure: Failure, tags: Record<string, string | undefined>) => void;

/** Requests, and what is done because of them: each with steps, labels and a trace of its own. */
export function undertakings(capture: Capture): Pick<Reporting, 'begin' | 'step'> {
  return {
    begin(requestId, { name, op, tags: known = {} }) {
      const own = new Scope();
      own.setTags({ ...known, request_id: requestId ?? undefined });
      const current = getCurrentScope().clone();
      const traceId = traceIdOf(requestId);
      // The id of a request is that of its trace, here as where spans go: decision 016.
      if (traceId !== undefined) current.setPropagationContext({ traceId, sampleRand: shareOf(traceId) });
      // Not `work` itself: it would be handed the scope.
      const inside = <T>(work: () => T): T => withIsolationScope(own, () => withScope(current, () => work()));
      const span = inside(() =>
        startInactiveSpan({ name, op, forceTransaction: true, attributes: { 'sentry.source': 'route' } }),
      );
      return {
        within: (work) => inside(() => withActiveSpan(span, () => work())),
        end({ tags, user, failure }) {
          own.setTags({ ...tags });
          if (user !== undefined) own.setUser({ id: user });
          inside(() =>
            withActiveSpan(span, () => {
              if (failure !== undefined) capture(failure, {});
              if (failure !== undefined) span.setStatus({ code: 2, message: 'internal_error' });
              span.end();
            }),
          );
        },
      };
    },
    step: (message) => addBreadcrumb({ category: 'step', level: 'info', message }),
  };
}

/** Queries told of one undertaking: they are kept until it ends, and a stream is open for a day. */
export const MOST_QUERIES = 100;
const queriesOf = new WeakMap<Span, number>();

/** A query as part of what is being done, told by the statement's kind and name; never with what was asked for. */
export const beginQuery: BeginQuery = (name) => {
  const active = getActiveSpan();
  const already = active === undefined ? MOST_QUERIES : (queriesOf.get(active) ?? 0);
  if (active === undefined || already >= MOST_QUERIES) return undefined;
  queriesOf.set(active, already + 1);
  const span = startInactiveSpan({ name, op: 'db' });
  return {
    end(failed) {
      if (failed) span.setStatus({ code: 2, message: 'internal_error' });
      span.end();
    },
  };
};

/** A number from 0 to 1 by the trace's id alone, so that API and worker tell of the same requests. */
const shareOf = (traceId: string) => Number.parseInt(traceId.slice(0, 8), 16) / 2 ** 32;
