import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';

/** What somebody was told over HTTP; how much shows that a setup did tell. */
export type Listener = { readonly port: number; readonly heard: { bytes: number } };

/** Takes whatever it is sent without looking at it, so that it costs the machine as little as it can. */
export async function startListener(undo: UndoStack): Promise<Listener> {
  const heard = { bytes: 0 };
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => {
      heard.bytes += chunk.length;
    });
    request.on('end', () => response.setHeader('content-type', 'application/json').end('{}'));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  undo.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard };
}
