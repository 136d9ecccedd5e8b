import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createDoor, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import { generate } from 'selfsigned';

/** The first byte of whoever speaks TLS; a method of HTTP begins with a letter. */
const TLS_HANDSHAKE = 0x16;

/** A proxy as operators have one: it speaks TLS to browsers, and plainly to what is behind it. */
export type TlsFront = {
  /** `https://HOST:PORT`; who comes by `http://` to the same port is passed on as well, and it is said so. */
  readonly origin: string;
  readonly port: number;
  /** Of the certificate, which nobody has signed, as PEM. */
  readonly cert: string;
  /** Sends all that comes on to a port of this machine, but for paths that `hides` says are not there. */
  leadTo(port: number, hides?: (path: string) => boolean): void;
  stop(): Promise<void>;
};

/** Listens under a name of this machine, and answers 502 until it leads somewhere. */
export async function tlsFront(host: string): Promise<TlsFront> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: host }] }],
  });
  let lead: { readonly port: number; readonly hides: (path: string) => boolean } | undefined;
  const through = (scheme: 'http' | 'https') => (asked: IncomingMessage, answer: ServerResponse) => {
    if (lead === undefined) answer.writeHead(502).end();
    else if (lead.hides(asked.url ?? '')) answer.writeHead(404).end();
    else pass(asked, answer, lead.port, scheme);
  };
  const tls = createServer({ key, cert }, through('https'));
  const plain = createPlainServer(through('http'));
  const open = new Set<Socket>();
  const door = createDoor((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => undefined);
    socket.once('readable', () => {
      const first: Buffer | null = socket.read();
      if (first === null) return;
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? tls : plain).emit('connection', socket);
    });
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  return {
    ...{ origin: `https://${host}:${port}`, port, cert },
    leadTo(to, hides = () => false) {
      lead = { port: to, hides };
    },
    async stop() {
      door.close();
      for (const socket of open) socket.destroy();
      await once(door, 'close');
    },
  };
}

function pass(asked: IncomingMessage, answer: ServerResponse, port: number, scheme: 'http' | 'https'): void {
  const { method, url: path, socket } = asked;
  const headers = { ...asked.headers, 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-proto': scheme };
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (said) => {
    answer.writeHead(said.statusCode ?? 502, said.headers);
    // Either may go first; nobody is told.
    pipeline(said, answer, () => undefined);
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  pipeline(asked, onward, () => undefined);
}
