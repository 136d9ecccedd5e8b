import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { requireWrk } from './limit/wrk.ts';
import { watchingText } from './watching/report.ts';
import { runWatching } from './watching/run.ts';

/**
 * What it costs a thousand people who book that operators watch: logs, figures, traces, reports of errors, profiles, each
 * alone and what production has together, in turn on one database. Linux only: processor time is read from /proc. Needs
 * wrk.
 *
 *   npm run bench -- watching [--rounds 5]
 *
 * Prints a table and writes watching.json and watching.txt into bench/results; ends with 1 when rows and counts do not
 * agree. About 10 minutes.
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
  const report = await thenUndo((undo) => runWatching({ rounds, say }, undo));
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'watching.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(RESULTS, 'watching.txt'), `${watchingText(report)}\n`);
  console.log(watchingText(report));
  if (report.served.disagreements.length > 0) process.exitCode = 1;
});
