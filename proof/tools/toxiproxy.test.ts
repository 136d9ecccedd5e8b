import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { presentGoTool } from './go-tool.ts';
import { startToxiproxy, TOXIPROXY } from './toxiproxy.ts';

/** Compiling the proxy is no part of the test run: it is tested where the proxy is there. */
test.skipIf(presentGoTool(TOXIPROXY) === undefined)('carries a connection, and breaks it when told to', async () => {
  const echo = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  onTestFinished(() => void echo.close());
  const toxiproxy = await startToxiproxy();
  onTestFinished(() => toxiproxy.stop());
  const upstream = `127.0.0.1:${(echo.address() as AddressInfo).port}`;
  const wire = await toxiproxy.client.createProxy({ name: 'echo', listen: '127.0.0.1:0', upstream });

  const socket = connect(Number(wire.listen.split(':')[1]), '127.0.0.1');
  socket.write('there');
  const [heard] = await once(socket, 'data');
  expect(String(heard)).toBe('there');
  const closed = once(socket, 'close');
  await wire.update({ enabled: false, listen: wire.listen, upstream });
  await closed;
});
