import { INVALID_SPAN_CONTEXT, type Span, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';

/** A query that was sent, as whoever is told of errors sees it. */
export type QuerySpan = { end(failed: boolean): void };
/** Undefined: nothing is being done that the query could be part of. */
export type BeginQuery = (name: string) => QuerySpan | undefined;

const told: { tracer?: Tracer; begin?: BeginQuery } = {};
let isWatching = false;

/**
 * Tells of each query that is sent as part of something: as a span of `tracer`, to whoever is told of errors, or to both.
 * The driver can be looked into once, so both are told by the same look. What the queue does by itself all day belongs to
 * no request, and is told to nobody.
 */
export function tellOfQueries(to: { readonly tracer: Tracer } | { readonly begin: BeginQuery }): void {
  Object.assign(told, to);
  if (isWatching) return;
  isWatching = true;
  const queries = new PgInstrumentation({ ignoreConnectSpans: true });
  queries.setTracerProvider({ getTracer: () => ({ startSpan, startActiveSpan: noActive }) });
}

const startSpan: Tracer['startSpan'] = (name, options, context) => {
  const isPart = trace.getActiveSpan() !== undefined;
  // One of its own, that leads nowhere, where no tracer wants it.
  const span =
    (isPart && told.tracer?.startSpan(name, options, context)) || trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  const reported = told.begin?.(name);
  return reported === undefined ? span : endingBoth(span, reported);
};

const noActive = () => {
  throw new Error('queries are told one by one');
};

function endingBoth(span: Span, reported: QuerySpan): Span {
  const { end, setStatus } = span;
  let failed = false;
  return Object.assign(span, {
    setStatus(status: Parameters<Span['setStatus']>[0]) {
      failed = status.code === SpanStatusCode.ERROR;
      return setStatus.call(span, status);
    },
    end(at?: Parameters<Span['end']>[0]) {
      reported.end(failed);
      end.call(span, at);
    },
  });
}
