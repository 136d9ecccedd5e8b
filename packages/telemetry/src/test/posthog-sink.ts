import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';

export type SunkEvent = {
  readonly event: string;
  readonly uuid: string;
  readonly timestamp: string;
  readonly distinct_id: string;
  readonly properties: Readonly<Record<string, unknown>>;
};
export type SunkRequest = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** A key as PostHog gives to a project. */
export const PROJECT_KEY = 'phc_aKeyThatBelongsToNoProjectAtAll';

export type PostHogSink = Awaited<ReturnType<typeof startPostHogSink>>;

/**
 * Stands in for PostHog: its capture API on a port of this machine, packed bodies and all. `answer` gives the status of the
 * next answer, and may take its time.
 */
export async function startPostHogSink(answer: (events: readonly SunkEvent[]) => number | Promise<number> = () => 200) {
  const requests: SunkRequest[] = [];
  const events: SunkEvent[] = [];
  const server = createServer(async (request, response) => {
    const packed = request.headers['content-encoding'] === 'gzip';
    const body = await text(packed ? request.pipe(createGunzip()) : request);
    requests.push({ headers: request.headers, body });
    const said = JSON.parse(body) as { api_key: string; batch: SunkEvent[] };
    const known = request.method === 'POST' && request.url === '/batch/' && said.api_key === PROJECT_KEY;
    const status = known ? await answer(said.batch) : 401;
    if (status === 200) events.push(...said.batch);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"status":"Ok"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    settings: { POSTHOG_KEY: PROJECT_KEY, POSTHOG_HOST: url },
    /** All that ever arrived, taken or not. */
    requests,
    /** What was taken. */
    events,
    /** What stays of it: PostHog keeps one of those that have name, visitor, day and uuid in common. */
    kept(): SunkEvent[] {
      const keyOf = (one: SunkEvent) => [one.event, one.distinct_id, one.timestamp.slice(0, 10), one.uuid].join(' ');
      return [...new Map(events.map((one) => [keyOf(one), one])).values()];
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
