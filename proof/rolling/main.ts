import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { entry } from '../../scripts/entry.ts';
import { thenUndo } from '../stack/undo-stack.ts';
import { reportText, wentWell } from './report.ts';
import { runRolling } from './rolling.ts';

const FOLDER = join(import.meta.dirname, '../results/rolling');
const DRAIN_SECONDS = 4;
/** A quarter of the people book, the others look. */
const BOOKERS = 0.25;

/**
 * A deploy under load: two API processes behind Caddy and the worker are replaced one after the other while people look
 * and book. Writes rolling.json into proof/results/rolling; ends with 1 when a request failed or a mail was lost.
 *
 *   npm run rolling -- [--people 200] [--rounds 2]
 */
await entry(async () => {
  const { values } = parseArgs({
    options: { people: { type: 'string', default: '200' }, rounds: { type: 'string', default: '2' } },
  });
  const people = Number(values.people);
  const rounds = Number(values.rounds);
  if (!(Number.isInteger(people) && people >= 4 && people <= 2_000)) throw new StartError('--people takes 4 to 2000.');
  if (!(Number.isInteger(rounds) && rounds >= 1 && rounds <= 20)) throw new StartError('--rounds takes 1 to 20.');
  const bookers = Math.round(people * BOOKERS);
  mkdirSync(FOLDER, { recursive: true });
  const options = { bookers, lookers: people - bookers, rounds, drainSeconds: DRAIN_SECONDS, folder: FOLDER };
  const report = await thenUndo((undo) => runRolling({ ...options, say: console.log }, undo));
  const file = join(FOLDER, 'rolling.json');
  writeFileSync(file, `${JSON.stringify({ people, bookers, rounds, ...report }, null, 2)}\n`);
  console.log(`${reportText(report)}\nEverything about it: ${file}`);
  if (!wentWell(report)) process.exitCode = 1;
});
