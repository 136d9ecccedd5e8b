import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { CatalogueAnswer } from '@salon/contracts/desk/catalogue';
import type { DeskAnswer } from '@salon/contracts/desk/desk';
import { rowsOfCalendar } from './rows-of-calendar.ts';

const DIST = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/** What a desk is told instead of by the API: who is signed in, what is sold, and what a day is like. */
export type Told = {
  readonly desk: DeskAnswer;
  readonly catalogue: CatalogueAnswer;
  readonly calendar: (query: URLSearchParams) => CalendarAnswer;
};

/** Serves the built desk with answers of our own, so that nothing but the page is measured. `changed` has it read anew. */
export async function serveDesk(told: Told) {
  const streams = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://desk');
    const json = (value: unknown) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    const asked = /^\/api\/desk\/[^/]+\/(.*)$/.exec(pathname)?.[1];
    if (pathname === '/api/desk') return json(told.desk);
    if (asked === 'calendar') return json(rowsOfCalendar(told.calendar(searchParams)));
    if (asked === 'catalogue') return json(told.catalogue);
    if (asked === 'changes') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('event: hello\ndata: {}\n\n');
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (pathname.startsWith('/api/')) {
      response.statusCode = 404;
      return json({
        type: 'about:blank',
        title: 'Not here',
        status: 404,
        code: 'not_found',
        detail: '',
        requestId: '-',
      });
    }
    const file = join(DIST, pathname.startsWith('/desk') ? 'desk.html' : pathname);
    if (!file.startsWith(DIST) || !existsSync(file)) {
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    changed(dates: readonly string[]) {
      for (const stream of streams) stream.write(`event: change\ndata: ${JSON.stringify({ dates })}\n\n`);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
