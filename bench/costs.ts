import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { reportText } from './costs/report.ts';
import { runCosts } from './costs/run.ts';
import { requireWrk } from './limit/wrk.ts';

/**
 * What each index, foreign key and setting costs a booking: copies of one database with one thing changed take turns
 * with the real statements. Then what the size of the pool, logging and the number of API processes cost a thousand
 * people. Linux only: processor time is read from /proc. Needs wrk. Customers and keys are new.
 *
 *   npm run bench -- costs [--rounds 5]
 *
 * Prints a table for each way of booking and writes costs.json and costs.txt into bench/results; ends with 1 when rows
 * and counts do not agree. About 8 minutes.
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
  requireWrk();

  const say = (line: string) => console.error(`  ${line}`);
  const report = await thenUndo((undo) => runCosts({ rounds, say }, undo));
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, 'costs.json');
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(RESULTS, 'costs.txt'), `${reportText(report)}\n`);
  console.log(reportText(report));
  console.log(`All rounds: ${file}`);
  if (report.served.disagreements.length > 0) process.exitCode = 1;
});
