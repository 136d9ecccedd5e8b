import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to a server of this machine that can really be disturbed: bytes are kept back, connections break. */
export type Wire = {
  /** `http://localhost:PORT`: the near end. */
  readonly url: string;
  /** From now on the server hears all that is asked, and nobody hears its answers. */
  holdAnswers(): void;
  /** New questions are answered again; the answers that were held never come. */
  answerNewOnes(): void;
  /** Every connection breaks, and none can be made. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
};

type Pair = { readonly near: Socket; readonly far: Socket; held: boolean };

/** Lays a wire to a server's address. */
export async function layWire(baseUrl: string): Promise<Wire> {
  const { hostname, port } = new URL(baseUrl);
  const pairs = new Set<Pair>();
  let holding = false;
  let isCut = false;

  const server = createServer((near) => {
    if (isCut) return void near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    const pair: Pair = { near, far, held: false };
    pairs.add(pair);
    near.on('data', (asked) => {
      // Only who asks now is kept waiting: a connection that lies idle is as good as new afterwards.
      pair.held ||= holding;
      far.write(asked);
    });
    far.on('data', (answer) => {
      if (!pair.held) near.write(answer);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');

  function breakAll() {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    holdAnswers() {
      holding = true;
    },
    answerNewOnes() {
      holding = false;
    },
    cut() {
      isCut = true;
      breakAll();
    },
    mend() {
      isCut = false;
    },
    async stop() {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
