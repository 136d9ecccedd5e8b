import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { findK6 } from '../proof/load/find-k6.ts';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { requirePgbench } from './limit/pgbench.ts';
import { reportText } from './limit/report.ts';
import { runLimit } from './limit/run.ts';
import { requireWrk } from './limit/wrk.ts';

/**
 * How near our API comes to what the database can do: our API, pgbench with the very same statements, an ORM's
 * transaction and a route that does nothing take turns on one database, directly and over a slower wire.
 *
 *   npm run bench -- limit [--rounds 5] [--seconds 8] [--quick] [--only limit,ours,orm,bare]
 *
 * Needs pgbench, wrk, k6 and toxiproxy. Prints a table and writes limit.json and limit.txt into
 * bench/results; ends with 1 when rows and counts do not agree. 15 (--seconds 3) to 25 minutes, with --quick about 3.
 */
const RESULTS = fileURLToPath(new URL('results', import.meta.url));

await entry(async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 5));
  const seconds = Number(values.seconds ?? (values.quick ? 3 : 8));
  if (!(Number.isInteger(rounds) && Number.isInteger(seconds) && rounds > 0 && seconds > 0)) {
    throw new StartError('--rounds and --seconds take whole numbers from 1.');
  }
  const only = values.only.split(',').filter((what) => what !== '');
  requireWrk();
  requirePgbench();
  const k6 = await findK6();

  const say = (line: string) => console.error(`  ${line}`);
  const lightSeconds = values.quick ? 10 : 30;
  const options = { rounds, seconds, lightSeconds, only, k6, results: RESULTS, say };
  const report = await thenUndo((undo) => runLimit(options, undo));
  const file = join(RESULTS, 'limit.json');
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(RESULTS, 'limit.txt'), `${reportText(report)}\n`);
  console.log(reportText(report));
  console.log(`All rounds: ${file}`);
  if (report.disagreements.length > 0) process.exitCode = 1;
});
