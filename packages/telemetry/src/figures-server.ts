import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { FiguresSettings } from '@salon/settings/figures';
import { Registry } from 'prom-client';
import { bears } from './bearer.ts';
import { PEER_PATH, type Told } from './peers.ts';

export type FiguresServer = { close(): Promise<void> };

/**
 * Answers on a port of its own, where a process is asked by itself: what watches it (`/metrics`), and its peers. One that
 * cannot have its port goes on without.
 */
export async function serveFigures(
  { listen, token, peerToken }: Pick<FiguresSettings, 'listen' | 'token' | 'peerToken'>,
  tell: { readonly watchers: () => Promise<string>; readonly peers: () => Promise<Told> },
  warn: (error: Error) => void,
): Promise<FiguresServer> {
  if (listen === undefined) return { close: async () => {} };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url?.split('?')[0];
    const ofPeers = path === PEER_PATH;
    if (request.method !== 'GET' || !(ofPeers || path === '/metrics')) return response.writeHead(404).end();
    const wanted = ofPeers ? peerToken : token;
    if (wanted !== undefined && !bears(request.headers.authorization, wanted)) return response.writeHead(401).end();
    const told = ofPeers ? JSON.stringify(await tell.peers()) : await tell.watchers();
    response.setHeader('content-type', ofPeers ? 'application/json' : Registry.PROMETHEUS_CONTENT_TYPE);
    return response.end(told);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => {
      warn(error);
      response.writeHead(500).end();
    });
  });
  server.on('error', warn);
  server.unref();
  await new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.listen({ port: listen.port, ...(listen.host === undefined ? {} : { host: listen.host }) }, resolve);
  });
  return {
    async close() {
      if (!server.listening) return;
      const closed = promisify(server.close.bind(server))();
      server.closeAllConnections();
      await closed;
    },
  };
}
