import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { type Origin, originHere } from '../proof/measuring/origin.ts';
import { entry } from '../scripts/entry.ts';
import { withGrownDatabase } from './growth/grown-database.ts';
import { levelsOf } from './growth/levels.ts';
import { measure } from './growth/measure.ts';
import { type PruneRound, pruneUnderLoad } from './growth/prune-under-load.ts';
import { type GrowthResult, report, type Size } from './growth/report.ts';

/**
 * What a booking and a reading of free times cost among ten thousand, a million and twenty million claims, and whether
 * `npm run db:prune` is noticed by those who book meanwhile (at the largest size). Needs about 25 GB of disk for the
 * largest size; writes growth.json and growth.txt into bench/results. About 20 minutes.
 *
 *   npm run bench -- growth [--sizes 10000,1000000,20000000] [--operations 300] [--rounds 5] [--rate 100]
 */
await entry(async () => {
  const { sizes, ...numbers } = settings();
  const measured: Size[] = [];
  let prune: PruneRound[] = [];
  let origin: Origin = await originHere();
  for (const [index, claims] of sizes.entries()) {
    console.log(`Making ${claims.toLocaleString('en')} claims …`);
    await withGrownDatabase(claims, async (database) => {
      console.log(`made in ${Math.round(database.madeIn)} s, ${(database.size / 1e9).toFixed(1)} GB`);
      const levels = await levelsOf(database.ownerUrl);
      const costs = await measure(database, numbers.operations);
      measured.push({ claims, bytes: database.size, madeInSeconds: database.madeIn, levels, ...costs });
      origin = await originHere(database.ownerUrl);
      if (index < sizes.length - 1 || numbers.rounds === 0) return;
      console.log('Booking with and without db:prune …');
      prune = await pruneUnderLoad(database, { ...numbers, due: dayOf(claims) });
    });
  }
  const { operations, perSecond } = numbers;
  const result: GrowthResult = { ...origin, operations, perSecond, sizes: measured, prune };
  const folder = new URL('results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const text = report(result);
  writeFileSync(new URL('growth.json', folder), `${JSON.stringify(result, null, 2)}\n`);
  writeFileSync(new URL('growth.txt', folder), text);
  console.log(text);
});

function settings() {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '10000,1000000,20000000' },
      operations: { type: 'string', default: '300' },
      rounds: { type: 'string', default: '5' },
      rate: { type: 'string', default: '100' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const numbers = {
    operations: Number(values.operations),
    rounds: Number(values.rounds),
    perSecond: Number(values.rate),
  };
  if ([...sizes, ...Object.values(numbers)].some((number) => !Number.isInteger(number) || number < 0)) {
    throw new StartError(
      'Whole numbers, please: npm run bench -- growth --sizes 10000,1000000 --operations 300 --rounds 5 --rate 100',
    );
  }
  return { sizes, ...numbers };
}

/** A day of so many claims (they span 148 days): what a daily db:prune finds. */
function dayOf(claims: number) {
  const asked = Math.ceil(claims / 2 / 118);
  return { claims: Math.ceil(claims / 148), keys: asked, events: asked };
}
