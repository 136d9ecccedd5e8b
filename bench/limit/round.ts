import { setInterval, setTimeout as sleep } from 'node:timers/promises';
import { StartError } from '@salon/db/embedded/start-error';
import { withClient } from '@salon/db/embedded/with-client';
import type { Client } from 'pg';
import type { SalonDatabase } from '../../proof/stack/salon-database.ts';
import type { BaseState } from './base-state.ts';
import type { ClientFigures } from './figures.ts';
import { cpuSeconds, cpuSecondsOfEndedChildren, cpuSecondsOfFamily, peakMemory } from './usage.ts';
import type { Way } from './ways.ts';
import type { Wire } from './wire.ts';

const LOOK_MS = 250;
/** Idle for ten seconds, an API closes its connections; opening them is no part of a booking, nor does pgbench count it. */
const OPENING_SECONDS = 1;
/** A thousand requests that nobody waits for any more are still answered. */
const DRAIN_MS = 120_000;
/** CPU time that processes at rest may use between two looks: their timers. */
const RESTING_SECONDS = 0.02;

/** CPU seconds of the parts. */
type Cpu = { readonly postgres: number; readonly api: number; readonly client: number; readonly wire: number };

export type Round = ClientFigures & {
  readonly perSecond: number;
  /** Bookings the database has gained; a few more than were counted, as those under way at the end were not. */
  readonly rows: number;
  /** Whether rows and count agree. */
  readonly agrees: boolean;
  readonly cpu: Cpu;
  readonly walBytes: number;
  /** Most database connections at one time. */
  readonly connections: number;
  /** Most memory of one API process so far, in MiB. */
  readonly memory: number;
};

/** Where a round takes place; without a wire nothing can be delayed. */
type Place = { readonly stack: SalonDatabase; readonly wire?: Wire };

/** One way for so many seconds, from the base state. */
export async function measure(scene: Place, base: BaseState, way: Way, seconds: number): Promise<Round> {
  await scene.wire?.delay(way.delay ?? 0);
  return withClient(scene.stack.ownerUrl, async (client) => {
    if (way.processes > 0) {
      await way.drive(OPENING_SECONDS, base.bookings);
      await untilQuiet(client, way);
    }
    await base.restore();
    const before = await written(client);
    const cpuBefore = cpu(scene, way);
    const over = new AbortController();
    const watching = mostConnections(client, way.application, over.signal);
    const figures = await way.drive(seconds, base.bookings).finally(() => over.abort());
    const connections = await watching;
    await untilQuiet(client, way);
    const cpuAfter = cpu(scene, way);
    const after = await written(client);
    const rows = after.rows - before.rows;
    return {
      ...figures,
      perSecond: figures.booked / figures.seconds,
      rows,
      agrees: agree(way, figures.booked, rows),
      cpu: {
        postgres: cpuAfter.postgres - cpuBefore.postgres,
        api: cpuAfter.api - cpuBefore.api,
        client: cpuAfter.client - cpuBefore.client,
        wire: way.delay === undefined ? 0 : cpuAfter.wire - cpuBefore.wire,
      },
      walBytes: after.wal - before.wal,
      connections,
      memory: Math.max(0, ...way.pids().map(peakMemory)),
    };
  });
}

/** Each booking counted is a row, and no other row is there but those whose answer came too late to be counted. */
function agree(way: Way, booked: number, rows: number): boolean {
  if (way.what === 'bare') return rows === 0;
  return rows >= booked && rows <= booked + way.connections;
}

function cpu({ stack, wire }: Place, way: Way): Cpu {
  return {
    postgres: cpuSecondsOfFamily(stack.postmasterPid()),
    api: cpuSeconds(way.pids()),
    client: cpuSecondsOfEndedChildren(),
    wire: wire === undefined ? 0 : cpuSeconds([wire.pid]),
  };
}

async function written(client: Client): Promise<{ rows: number; wal: number }> {
  const { rows } = await client.query<{ rows: number; wal: number }>(
    `select (select count(*) from booking)::int as rows, (pg_current_wal_insert_lsn() - '0/0')::float8 as wal`,
  );
  return rows[0] ?? { rows: 0, wal: 0 };
}

/**
 * Waits until what the client left behind is done: the next round begins without it, and its rows are counted here. Its
 * processes have to rest too, as one that is short of CPU leaves its connections idle in the middle of its work.
 */
export async function untilQuiet(client: Client, way: Way): Promise<void> {
  const giveUpAt = performance.now() + DRAIN_MS;
  for (let quiet = false; !quiet; ) {
    const before = cpuSeconds(way.pids());
    await sleep(LOOK_MS);
    const { rows } = await client.query<{ busy: number }>(
      `select count(*)::int as busy from pg_stat_activity where application_name = $1 and state <> 'idle'`,
      [way.application],
    );
    quiet = rows[0]?.busy === 0 && cpuSeconds(way.pids()) - before <= RESTING_SECONDS;
    if (performance.now() > giveUpAt)
      throw new StartError(
        `${way.application} is still busy two minutes after its round: run this on a machine that has nothing else to do.`,
      );
  }
}

async function mostConnections(client: Client, application: string, signal: AbortSignal): Promise<number> {
  let most = 0;
  try {
    for await (const _ of setInterval(LOOK_MS, undefined, { signal })) {
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int from pg_stat_activity where application_name = $1',
        [application],
      );
      most = Math.max(most, rows[0]?.count ?? 0);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return most;
}
