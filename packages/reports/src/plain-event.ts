import { asItIs, type Data, figure, file, list, only, release, route, word, words } from './keep.ts';
import { plainText } from './plain-text.ts';
import { routeOf } from './route-of.ts';

/** What labels an event: all that a search or an alert may ask for. */
const TAGS = [
  'part',
  'salon',
  'service',
  'feature',
  'route',
  'method',
  'status',
  'code',
  'fault',
  'request_id',
  'kind',
];

/** `POST /api/salons/:slug`, or any few words of ours; of an address its route. */
const name = (value: unknown) => {
  if (typeof value !== 'string') return undefined;
  const [, method = '', path] = /^([A-Z]+ )?(\/\S*)$/.exec(value) ?? [];
  return path === undefined ? plainText(value) : `${method}${path.includes(':') ? path : routeOf(path)}`;
};

const FRAME = only({
  ...{ filename: file, function: asItIs, module: asItIs, lineno: figure, colno: figure, in_app: asItIs },
  ...{ pre_context: asItIs, context_line: asItIs, post_context: asItIs },
});

function exception(value: unknown): unknown {
  const { type, value: said } = value as { type?: string; value?: string };
  const rest = only({
    mechanism: only({ type: word, handled: asItIs, exception_id: figure, parent_id: figure, source: word }),
    stacktrace: only({ frames: list(FRAME) }),
  })(value);
  return { ...(rest as Data), type: word(type) ?? 'Error', value: plainText(said ?? '', type) };
}

const DATA = only({
  ...{ 'http.request.method': word, 'http.route': name, 'http.response.status_code': figure },
  ...{ method: word, route: name, status: figure, from: route, to: route },
  ...{ 'sentry.op': word, 'sentry.origin': word, 'sentry.source': word, 'sentry.sample_rate': figure },
  // What joins a request to the profile of its process.
  ...{ 'thread.id': word, 'thread.name': word },
});
const BREADCRUMB = only({ timestamp: figure, category: word, level: word, message: words, data: DATA });
const TIMES = { start_timestamp: figure, timestamp: figure };
const PLACE = { trace_id: word, span_id: word, parent_span_id: word, op: word, status: word, origin: word, data: DATA };
const SPAN = only({ ...TIMES, ...PLACE, description: name });
const RUNTIME = only({ name: words, version: word });

const EVENT = only({
  ...{ event_id: word, type: word, platform: word, level: word, release, environment: word, ...TIMES },
  ...{ transaction: name, logger: word, message: words, sdk: asItIs, debug_meta: asItIs, fingerprint: list(words) },
  transaction_info: only({ source: word }),
  exception: only({ values: list(exception) }),
  breadcrumbs: list(BREADCRUMB),
  spans: list(SPAN),
  tags: only(
    Object.fromEntries(
      TAGS.map((tag) => [tag, (value: unknown) => (tag === 'route' ? name(value) : word(String(value ?? '')))]),
    ),
  ),
  user: only({ id: word }),
  contexts: only({
    trace: only(PLACE),
    ...{ runtime: RUNTIME, browser: RUNTIME, os: RUNTIME, replay: only({ replay_id: word }) },
    profile: only({ profiler_id: word }),
  }),
  measurements: asItIs,
  // How the library itself goes about it; never sent.
  sdkProcessingMetadata: asItIs,
});

/**
 * An event of the error reporter, of a server or of a browser, as it may leave the house: what is known to be about the
 * product, and nothing else. A list of what goes, not of what stays: what a later version of the library gathers by itself
 * falls away too.
 */
export function plainEvent<T extends object>(event: T): T {
  return EVENT(event) as T;
}

/** The same for one step on the way to an event. */
export function plainBreadcrumb<T extends object>(step: T): T {
  return BREADCRUMB(step) as T;
}
