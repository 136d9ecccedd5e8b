import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { protectiveHeaders } from '@salon/api/edge/headers';
import { freePort } from '@salon/db/embedded/free-port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proxyIsThere, type RunningProxy, startProxy } from '../proof/rolling/proxy.ts';

const PROTECTIVE = Object.fromEntries(protectiveHeaders({}, true));
/** An answer of a process that knows better what it may do in a browser. */
const PAGE = { 'content-security-policy': "default-src 'self'", 'referrer-policy': 'no-referrer' };

const process = createServer((_request: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { ...PAGE, 'content-type': 'text/html' }).end('<!doctype html>');
});
let proxy: RunningProxy;
let baseUrl: string;

const there = proxyIsThere();
if (!there) console.warn('NOT TESTED: caddy is not installed, so not tested: what the proxy says itself.');

/** An answer as it comes over the wire: no redirect is followed, and a header that came twice is seen to. */
async function ask(url: string) {
  const [answer] = (await once(get(url), 'response')) as [IncomingMessage];
  answer.resume();
  const all = Object.entries(answer.headersDistinct).map(([name, values = []]) => [name, values.join(' AND ')]);
  return { status: answer.statusCode, headers: Object.fromEntries(all) as Record<string, string> };
}

describe.skipIf(!there)('the proxy of docker-compose.yml', () => {
  beforeAll(async () => {
    await once(process.listen(0, '127.0.0.1'), 'listening');
    baseUrl = `http://127.0.0.1:${await freePort()}`;
    proxy = await startProxy(baseUrl, [(process.address() as AddressInfo).port]);
  });
  afterAll(async () => {
    await proxy?.stop();
    process.closeAllConnections();
    process.close();
  });

  test('passes on what the API says of a page, once, and says nothing of itself', async () => {
    const { status, headers } = await ask(`${baseUrl}/s/demo`);
    expect(status).toBe(200);
    expect(headers).toMatchObject(PAGE);
    expect(headers).not.toHaveProperty('server');
  });

  test('protects what it refuses by itself', async () => {
    for (const path of ['/metrics', '/inbox', '/inbox/1']) {
      const { status, headers } = await ask(baseUrl + path);
      expect(status, path).toBe(404);
      expect(headers, path).toMatchObject(PROTECTIVE);
    }
  });

  test('sends whoever comes by plain HTTP on to its own name, protected, whatever name was asked for', async () => {
    const { status, headers } = await ask(`${proxy.plainUrl}/s/demo?lang=en`);
    expect(status).toBe(308);
    expect(headers.location).toBe(`https://${baseUrl}/s/demo?lang=en`);
    expect(headers).toMatchObject(PROTECTIVE);
  });

  test('protects its own answer where no process is there any more', async () => {
    process.closeAllConnections();
    await new Promise((closed) => process.close(closed));
    const { status, headers } = await ask(`${baseUrl}/api/system/live`);
    expect(status).toBeGreaterThanOrEqual(502);
    expect(headers).toMatchObject(PROTECTIVE);
    expect(headers).not.toHaveProperty('server');
  });
});
