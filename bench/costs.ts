import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { entry } from '../scripts/entry.ts';
import { reportText } from './costs/report.ts';
import { runCosts } from './costs/run.ts';
import { stopOnSignals } from './limit/stop-on-signals.ts';

/**
 * What each index, foreign key and setting costs a booking: copies of one database with one thing changed take turns
 * with the real statements. Linux only: a backend's processor time is read from /proc. Customers and keys are new.
 *
 *   npm run bench -- costs [--rounds 5]
 *
 * Prints a table for each way of booking and writes bench/results/costs.json. About 6 minutes.
 */
const RESULTS = fileURLToPath(new URL('results', import.meta.url));
const MOST_ROUNDS = 50;

await entry(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const rounds = Number(values.rounds);
  if (!(Number.isInteger(rounds) && rounds > 0 && rounds <= MOST_ROUNDS)) {
    throw new StartError(`--rounds takes a whole number from 1 to ${MOST_ROUNDS}.`);
  }
  if (process.platform !== 'linux') throw new StartError('Run this on Linux: it reads processor time from /proc.');

  const undo: (() => Promise<void>)[] = [];
  const stop = stopOnSignals(async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  });
  try {
    const report = await runCosts({ rounds, say: (line) => console.error(`  ${line}`) }, undo);
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, 'costs.json');
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(reportText(report));
    console.log(`All rounds: ${file}`);
  } finally {
    await stop();
  }
});
