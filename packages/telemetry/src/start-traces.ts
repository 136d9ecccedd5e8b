import { context, type Span } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  type IdGenerator,
  RandomIdGenerator,
  type ReadableSpan,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { tellOfQueries } from './queries.ts';
import { spansBy } from './spans.ts';
import { rootSpanIdOf, traceWith } from './traces.ts';

/** How long sending the rest may keep a process from ending, in milliseconds. */
const PATIENCE = 2_000;

/**
 * Traces this process, and sends its spans to where the standard variables say (OTEL_EXPORTER_OTLP_ENDPOINT, …_HEADERS).
 * The libraries that make and send spans are loaded here and nowhere else.
 *
 * The provider is not made the global one: an error reporter brings its own, and of two only the first would count.
 */
export function startTraces(service: string, share: number): void {
  const ids = requestIds();
  const exporter = new OTLPTraceExporter();
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    // By the trace's id alone, so that API and worker decide the same of one request.
    sampler: new TraceIdRatioBasedSampler(share),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor({ exporter: withoutWords(exporter) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  tellOfQueries({ tracer: provider.getTracer('salon-queries') });
  traceWith({
    ...spansBy(provider.getTracer('salon'), ids.asRequest),
    async end() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref());
      await Promise.race([provider.shutdown().catch(() => {}), late]);
    },
  });
}

/** Random ids, but for a span that begins a request: the library asks for both of them at once, without waiting. */
function requestIds(): IdGenerator & { asRequest(traceId: string, start: () => Span): Span } {
  const random = new RandomIdGenerator();
  let request: string | undefined;
  return {
    generateTraceId: () => request ?? random.generateTraceId(),
    generateSpanId: () => (request === undefined ? random.generateSpanId() : rootSpanIdOf(request)),
    asRequest(traceId, start) {
      request = traceId;
      try {
        return start();
      } finally {
        request = undefined;
      }
    },
  };
}

/** Spans as they are, without what somebody said of an error: PostgreSQL quotes values, mail servers name people. */
function withoutWords(exporter: SpanExporter): SpanExporter {
  const quiet = (span: ReadableSpan): ReadableSpan =>
    Object.create(span, { status: { value: { code: span.status.code } }, events: { value: [] } });
  return {
    export: (spans, done) => exporter.export(spans.map(quiet), done),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}
