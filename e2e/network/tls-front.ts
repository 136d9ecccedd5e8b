import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { generate } from 'selfsigned';

/** A proxy as operators have one: it speaks TLS to browsers, and plainly to what is behind it. */
export type TlsFront = {
  readonly port: number;
  /** Sends all that comes on to a port of this machine, but for paths that `hides` says are not there. */
  leadTo(port: number, hides?: (path: string) => boolean): void;
  stop(): Promise<void>;
};

/** Listens, with a certificate that nobody has signed, and answers 502 until it leads somewhere. */
export async function tlsFront(host: string): Promise<TlsFront> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], { keyType: 'ec' });
  let lead: { readonly port: number; readonly hides: (path: string) => boolean } | undefined;
  const server = createServer({ key, cert }, (asked, answer) => {
    if (lead === undefined) answer.writeHead(502).end();
    else if (lead.hides(asked.url ?? '')) answer.writeHead(404).end();
    else pass(asked, answer, lead.port);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    leadTo(port, hides = () => false) {
      lead = { port, hides };
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function pass(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url: path, socket } = asked;
  const headers = { ...asked.headers, 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-proto': 'https' };
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (said) => {
    answer.writeHead(said.statusCode ?? 502, said.headers);
    // Either may go first; nobody is told.
    pipeline(said, answer, () => undefined);
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  pipeline(asked, onward, () => undefined);
}
