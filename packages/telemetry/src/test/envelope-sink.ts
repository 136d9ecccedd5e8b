import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

type Item = { readonly type: string; readonly payload: string };
type Envelope = {
  readonly project: string;
  readonly key: string;
  readonly dsn: unknown;
  readonly items: readonly Item[];
};

/** An event as Sentry would file it. */
export type ArrivedEvent = {
  readonly event_id: string;
  readonly level?: string;
  readonly release?: string;
  readonly environment?: string;
  readonly transaction?: string;
  readonly tags?: Record<string, string>;
  readonly user?: Record<string, unknown>;
  readonly contexts?: { readonly trace?: { readonly trace_id: string } };
  /** What was done as part of a request. */
  readonly spans?: { readonly trace_id: string; readonly op?: string; readonly description?: string }[];
  readonly breadcrumbs?: { readonly category?: string; readonly message?: string; readonly data?: object }[];
  readonly exception?: {
    readonly values: { readonly type: string; readonly value: string; readonly stacktrace?: object }[];
  };
};

/** Takes envelopes as Sentry does (develop.sentry.dev/sdk/envelopes), for any project and key; refuses what is none. */
export async function startEnvelopeSink() {
  const envelopes: Envelope[] = [];
  const headers: IncomingMessage['headers'][] = [];
  let heard = '';
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://sink');
    const project = /^\/api\/(\d+)\/envelope\/$/.exec(pathname)?.[1];
    const sent = await buffer(request);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
    heard += `${JSON.stringify([request.url, request.headers])}\n${body}\n`;
    if (request.method !== 'POST' || project === undefined) return response.writeHead(404).end('{}');
    const key =
      searchParams.get('sentry_key') ?? /sentry_key=(\w+)/.exec(String(request.headers['x-sentry-auth']))?.[1];
    headers.push(request.headers);
    envelopes.push({ project, key: key ?? '', ...read(body) });
    return response.setHeader('content-type', 'application/json').end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const ofType = <T>(type: string) =>
    envelopes.flatMap(({ items }) =>
      items.filter((item) => item.type === type).map(({ payload }) => JSON.parse(payload) as T),
    );
  return {
    /** Where a project of it takes what one has to say. */
    dsn: (project = 1) => `http://publickey@127.0.0.1:${port}/${project}`,
    envelopes,
    headers,
    errors: () => ofType<ArrivedEvent>('event'),
    transactions: () => ofType<ArrivedEvent>('transaction'),
    types: () => new Set(envelopes.flatMap(({ items }) => items.map(({ type }) => type))),
    /** All that was sent, as it was sent. */
    heard: () => heard,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type EnvelopeSink = Awaited<ReturnType<typeof startEnvelopeSink>>;

/** One line that says whose it is; then items, each a line about it and as many bytes as that says, or a line. */
function read(body: Buffer): { dsn: unknown; items: Item[] } {
  let at = 0;
  const line = () => {
    const end = body.indexOf(10, at);
    const text = body.subarray(at, end < 0 ? body.length : end).toString();
    at = end < 0 ? body.length : end + 1;
    return text;
  };
  const { dsn } = JSON.parse(line()) as { dsn?: unknown };
  const items: Item[] = [];
  while (at < body.length) {
    const about = line();
    if (about === '') continue;
    const { type, length } = JSON.parse(about) as { type: string; length?: number };
    const payload = length === undefined ? line() : body.subarray(at, at + length).toString();
    if (length !== undefined) at += length;
    items.push({ type, payload });
  }
  return { dsn, items };
}
