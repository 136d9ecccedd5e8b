import type { K6 } from '../../proof/load/find-k6.ts';
import type { ClientFigures } from './figures.ts';
import { runK6 } from './k6.ts';
import { runPgbench } from './pgbench.ts';
import type { Scene, Server } from './scene.ts';
import { runWrk } from './wrk.ts';

/** One way to write bookings, as one row of the table. */
export type Way = {
  readonly what: 'limit' | 'ours' | 'orm' | 'bare';
  readonly client: 'pgbench' | 'wrk' | 'k6';
  readonly connections: number;
  /** API processes. */
  readonly processes: number;
  /** Milliseconds that a round trip to the database takes longer; absent: no proxy between. */
  readonly delay?: number;
  /** What its database connections are called. */
  readonly application: string;
  pids(): number[];
  /** Sends bookings from number `first` on. */
  drive(seconds: number, first: number): Promise<ClientFigures>;
};

export type Clients = {
  readonly k6: K6;
  /** One body a line. */
  readonly requests: string;
  /** The captured statement for pgbench. */
  readonly sql: string;
};

/** Milliseconds on the wire; 0 shows what the proxy itself costs. */
const DELAYS = [0, 1, 5];
const FEW = 64;
const MANY = 1000;

/** All that is compared, in the order of the table. */
export function allWays(scene: Scene, clients: Clients): Way[] {
  const { stack, wiredUrl, one, two, twoWired, orm, ormWired, bare } = scene;
  const { requests, sql, k6 } = clients;

  function limit(connections: number, url: string, delay?: number): Way {
    const name = 'limit';
    return {
      ...{ what: 'limit', client: 'pgbench', connections, processes: 0, application: name, ...wired(delay) },
      pids: () => [],
      drive: (seconds, first) =>
        runPgbench({ url, sql, first, clients: connections, seconds, folder: stack.dataDir, name }),
    };
  }
  function over(what: Way['what'], client: 'wrk' | 'k6', server: Server, connections: number, delay?: number): Way {
    const { baseUrl, processes, name, pids } = server;
    return {
      ...{ what, client, connections, processes, application: name, pids, ...wired(delay) },
      drive(seconds, first) {
        const run = { baseUrl, connections, seconds, requests, first };
        return client === 'wrk' ? runWrk(run) : runK6(k6, run);
      },
    };
  }
  return [
    limit(16, stack.apiUrl),
    limit(FEW, stack.apiUrl),
    ...[one, two].flatMap((server) => [over('ours', 'wrk', server, FEW), over('ours', 'wrk', server, MANY)]),
    ...[FEW, MANY].map((connections) => over('ours', 'k6', two, connections)),
    ...[FEW, MANY].map((connections) => over('orm', 'wrk', orm, connections)),
    ...[FEW, MANY].map((connections) => over('bare', 'wrk', bare, connections)),
    ...DELAYS.flatMap((delay) => [
      limit(FEW, wiredUrl, delay),
      over('ours', 'wrk', twoWired, FEW, delay),
      over('orm', 'wrk', ormWired, FEW, delay),
    ]),
  ];
}

const wired = (delay: number | undefined) => (delay === undefined ? {} : { delay });
