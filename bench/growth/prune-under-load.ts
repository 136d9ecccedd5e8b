import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withClient } from '@salon/db/embedded/with-client';
import { openDatabase } from '@salon/db/pool';
import { quantile } from '../../proof/measuring/spread.ts';
import { countDue, type DueRows, makeDue } from './due-rows.ts';
import type { GrownDatabase } from './grown-database.ts';
import { operations } from './operations.ts';
import { steadily } from './steady-load.ts';
import { freeVisits, someSalons } from './visits.ts';

/** One stretch of bookings at a steady rate, in milliseconds. */
export type Stretch = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly bookings: number;
  readonly failed: number;
};

/** A pair of stretches, one while db:prune ran: how long it took (s), what was due before and what after it. */
export type PruneRound = {
  readonly without: Stretch;
  readonly withPrune: Stretch;
  readonly seconds: number;
  readonly due: DueRows;
  readonly left: DueRows;
};

export type PruneLoad = { readonly rounds: number; readonly perSecond: number; readonly due: DueRows };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DAY = 86_400_000;
/** The shortest stretch, so that a quick prune still meets enough bookings. */
const STRETCH_MS = 10_000;

/** Books at a steady rate with and without `npm run db:prune` beside it, taking turns at going first. */
export async function pruneUnderLoad(database: GrownDatabase, load: PruneLoad): Promise<PruneRound[]> {
  const db = openDatabase(database.apiUrl, 'growth');
  const now = Date.now();
  const { book } = operations(db, now);
  const salons = await withClient(database.ownerUrl, (client) => someSalons(client, 20_000));
  const nextVisit = freeVisits(salons, now + 30 * DAY);
  const stretch = async (until: Promise<unknown>) =>
    summary(await steadily(load.perSecond, () => book(nextVisit()), Promise.all([until, rest(STRETCH_MS)])));
  const rounds: PruneRound[] = [];
  try {
    await stretch(Promise.resolve()); // connections opened, plans made
    for (let round = 0; round < load.rounds; round++) {
      await makeDue(database.ownerUrl, round, load.due);
      await withClient(database.ownerUrl, (client) => client.query('checkpoint'));
      const due = await countDue(database.ownerUrl);
      const quiet = () => stretch(Promise.resolve());
      const first = round % 2 === 0 ? await quiet() : undefined;
      const began = performance.now();
      const pruned = dbPrune(database.ownerUrl).then(() => (performance.now() - began) / 1000);
      const withPrune = await stretch(pruned);
      const seconds = await pruned;
      rounds.push({
        without: first ?? (await quiet()),
        withPrune,
        seconds,
        due,
        left: await countDue(database.ownerUrl),
      });
    }
    return rounds;
  } finally {
    await Promise.all([db.pool.end(), db.probe.end()]);
  }
}

/** Far more than it takes at any size. */
const LONGEST_PRUNE_MS = 900_000;

/** The command as operators run it. */
async function dbPrune(ownerUrl: string): Promise<void> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATABASE_URL: ownerUrl };
  const child = spawn(process.execPath, ['scripts/db/prune.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: LONGEST_PRUNE_MS,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`db:prune ended with ${code}`);
}

function summary({ ms, failed }: { ms: number[]; failed: number }): Stretch {
  const sorted = ms.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0.99)];
  return { p50, p95, p99, bookings: ms.length, failed };
}
