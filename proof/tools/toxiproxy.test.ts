import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { StartError } from '@salon/db/embedded/start-error';
import { expect, onTestFinished, test } from 'vitest';
import { findGoTool } from './go-tool.ts';
import { startToxiproxy, TOXIPROXY } from './toxiproxy.ts';

/** Compiled here where Go is, which the first time takes a minute; where there is no way to it, that is said. */
const whyNot = await findGoTool(TOXIPROXY).then(
  (program) => (program === undefined ? 'there is neither toxiproxy-server nor Go on PATH' : undefined),
  (error) => {
    if (error instanceof StartError) return error.message;
    throw error;
  },
);
if (whyNot) console.warn(`NOT TESTED: the wire that the faults are sent over, since ${whyNot}.`);

test.skipIf(whyNot)('carries a connection, and breaks it when told to', async () => {
  const echo = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  onTestFinished(() => void echo.close());
  const toxiproxy = await startToxiproxy();
  onTestFinished(() => toxiproxy.stop());
  const { wire, port } = await toxiproxy.wireTo((echo.address() as AddressInfo).port);

  const socket = connect(port, '127.0.0.1');
  socket.write('there');
  const [heard] = await once(socket, 'data');
  expect(String(heard)).toBe('there');
  const closed = once(socket, 'close');
  await wire.update({ enabled: false, listen: wire.listen, upstream: wire.upstream });
  await closed;
});
