import {
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { rootSpanIdOf, type Tracing } from './traces.ts';

const KINDS = { producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER };

/** Spans of requests, and of what they lead to. A span started in `asRequest` gets the ids of its request. */
export function spansBy(
  tracer: Tracer,
  asRequest: (traceId: string, start: () => Span) => Span,
): Pick<Tracing, 'beginRequest' | 'tracedFor'> {
  return {
    beginRequest(traceId, name, attributes) {
      const span = asRequest(traceId, () =>
        tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT),
      );
      const inside = trace.setSpan(ROOT_CONTEXT, span);
      return {
        within: (work) => context.with(inside, work),
        end(more, failed) {
          span.setAttributes(more);
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    async tracedFor(traceId, { name, kind, attributes }, work) {
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, contextOf(traceId));
      try {
        return await context.with(trace.setSpan(ROOT_CONTEXT, span), work);
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
  };
}

function contextOf(traceId: string | undefined): Context {
  if (traceId === undefined) return ROOT_CONTEXT;
  const parent = { traceId, spanId: rootSpanIdOf(traceId), traceFlags: TraceFlags.SAMPLED, isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}
