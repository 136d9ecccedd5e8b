/** What is known of a span, by the names OpenTelemetry gives it. */
export type SpanAttributes = Record<string, string | number | boolean>;

/** The span of a request that is being answered. */
export type RequestSpan = {
  /** Does work as part of it. */
  within<T>(work: () => T): T;
  end(attributes: SpanAttributes, failed: boolean): void;
};

/** What makes spans and sends them: spans.ts, loaded only where somebody wants them. */
export type Tracing = {
  beginRequest(traceId: string, name: string, attributes: SpanAttributes): RequestSpan;
  tracedFor<T>(traceId: string | undefined, about: SpanAbout, work: () => Promise<T>): Promise<T>;
  /** Sends what is left. */
  end(): Promise<void>;
};

/** What is done because of a request of before: handed to the queue, or taken from it. */
export type SpanAbout = {
  readonly name: string;
  readonly kind: 'producer' | 'consumer';
  readonly attributes: SpanAttributes;
};

let tracing: Tracing | undefined;

/** From now on this process is traced. */
export function traceWith(started: Tracing): void {
  tracing = started;
}

/** Whether anybody wants to know; where not, a request costs nothing more. */
export const isTraced = () => tracing !== undefined;

/** Sends what is left, before the process ends. */
export async function endTraces(): Promise<void> {
  await tracing?.end();
}

const REQUEST_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * A request and its trace have one number: the request's id without dashes is the trace's, and its last sixteen digits
 * are those of the span that all others hang on. So whatever carries the request's id (the outbox, the ledger, the queue)
 * carries the trace, and who reads a line of the log finds its trace.
 */
export const traceIdOf = (requestId: string | null) =>
  requestId !== null && REQUEST_ID.test(requestId) ? requestId.replaceAll('-', '') : undefined;

/** The span that all others of a trace hang on. */
export const rootSpanIdOf = (traceId: string) => traceId.slice(16);

/** Begins the span of a request; undefined where nothing is traced. */
export function beginRequest(requestId: string, name: string, attributes: SpanAttributes): RequestSpan | undefined {
  const traceId = traceIdOf(requestId);
  return traceId === undefined ? undefined : tracing?.beginRequest(traceId, name, attributes);
}

/** Does what a request of before has led to, as part of its trace. */
export function tracedFor<T>(requestId: string | null, about: SpanAbout, work: () => Promise<T>): Promise<T> {
  return tracing === undefined ? work() : tracing.tracedFor(traceIdOf(requestId), about, work);
}
