import { API_ROLE } from '@salon/db/embedded/api-role';
import { withClient } from '@salon/db/embedded/with-client';
import { openDatabase } from '@salon/db/pool';
import { spread } from '../../proof/measuring/spread.ts';
import { type Cost, openMeter } from './cost.ts';
import type { GrownDatabase } from './grown-database.ts';
import { operations } from './operations.ts';
import { freeVisits, someSalons } from './visits.ts';

/** What a booking and a reading of free times cost, the middle of many; what was not in the cache separately. */
export type Measured = { readonly booking: Cost; readonly availability: Cost };

/** Operations before those that count: statements are prepared then, and their plans chosen. */
const WARM_UP = 40;

/**
 * Measures so many bookings and as many readings, one at a time, each for another salon chosen at random. A checkpoint
 * goes before, at every size, so that page images begin anew everywhere.
 */
export async function measure(database: GrownDatabase, count: number): Promise<Measured> {
  const db = openDatabase(database.apiUrl, 'growth');
  const meter = await openMeter(database.ownerUrl, API_ROLE);
  try {
    const now = Date.now();
    const { book, read } = operations(db, now);
    const salons = await withClient(database.ownerUrl, (client) => someSalons(client, WARM_UP + count));
    const nextVisit = freeVisits(salons, now);
    for (let turn = 0; turn < WARM_UP; turn++) {
      const visit = nextVisit();
      await read(visit.salon);
      await book(visit);
    }
    await withClient(database.ownerUrl, (client) => client.query('checkpoint'));
    const bookings: Cost[] = [];
    const readings: Cost[] = [];
    for (let turn = 0; turn < count; turn++) {
      const visit = nextVisit();
      readings.push(await meter.measure(() => read(visit.salon)));
      bookings.push(await meter.measure(() => book(visit)));
    }
    return { booking: middle(bookings), availability: middle(readings) };
  } finally {
    await meter.close();
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
}

/** The median of every figure by itself. */
function middle(costs: readonly Cost[]): Cost {
  const of = (pick: (cost: Cost) => number) => spread(costs.map(pick)).median;
  return {
    buffers: of((cost) => cost.buffers),
    read: of((cost) => cost.read),
    walBytes: of((cost) => cost.walBytes),
    images: of((cost) => cost.images),
    imageBytes: of((cost) => cost.imageBytes),
    ms: of((cost) => cost.ms),
  };
}
