import { readFileSync, statSync } from 'node:fs';
import { placeOf } from '@salon/db/embedded/place';
import { withClient } from '@salon/db/embedded/with-client';
import type { BaseState } from './base-state.ts';
import { untilQuiet } from './round.ts';
import type { Scene } from './scene.ts';
import type { Way } from './ways.ts';

const SECONDS = 2;
/** PostgreSQL's log names each statement it executes: BEGIN and COMMIT too, each sent and answered by itself. */
const EXECUTED = /LOG: {2}(execute |statement: )/g;

/** Statements a booking takes, counted in PostgreSQL's log in a run apart, since logging costs time. */
export async function roundTrips(scene: Scene, base: BaseState, way: Way): Promise<number> {
  const { log } = placeOf(scene.stack.dataDir);
  await scene.wire.delay(way.delay ?? 0);
  return withClient(scene.stack.ownerUrl, async (client) => {
    // What a process reads once (each salon's configuration) and once a connection is no part of a booking.
    await way.drive(SECONDS, base.bookings);
    await untilQuiet(client, way);
    await base.restore();
    const count = async () => {
      const { rows } = await client.query<{ count: number }>('select count(*)::int from booking');
      return rows[0]?.count ?? 0;
    };
    const set = async (...settings: string[]) => {
      for (const setting of settings) await client.query(`alter system ${setting}`);
      await client.query('select pg_reload_conf()');
      await client.query('select pg_sleep(0.2)'); // every backend reads it before its next statement
    };
    const rowsBefore = await count();
    const from = statSync(log).size;
    await set("set log_statement = 'all'", 'set log_parameter_max_length = 0');
    try {
      await way.drive(SECONDS, base.bookings);
      await untilQuiet(client, way);
    } finally {
      await set('reset log_statement', 'reset log_parameter_max_length');
    }
    const text = readFileSync(log).subarray(from).toString('utf8');
    const bookings = (await count()) - rowsBefore;
    return (text.match(EXECUTED)?.length ?? 0) / bookings;
  });
}
