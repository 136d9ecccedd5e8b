import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { thenUndo, type UndoStack } from '../../proof/stack/undo-stack.ts';
import { entry } from '../../scripts/entry.ts';
import { requireWrk } from '../limit/wrk.ts';
import type { Served } from './served.ts';

const RESULTS = fileURLToPath(new URL('../results', import.meta.url));
const MOST_ROUNDS = 50;

/**
 * A benchmark that serves the API in several ways, `--rounds` times (5): prints what `textOf` says, writes NAME.json and
 * NAME.txt into bench/results, and ends with 1 when rows and counts do not agree. Linux only, and with wrk.
 */
export async function roundsCommand<Report extends { readonly served: Served }>(
  name: string,
  run: (options: { rounds: number; say: (line: string) => void }, undo: UndoStack) => Promise<Report>,
  textOf: (report: Report) => string,
): Promise<void> {
  await entry(async () => {
    const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
    const rounds = Number(values.rounds);
    if (!(Number.isInteger(rounds) && rounds > 0 && rounds <= MOST_ROUNDS)) {
      throw new StartError(`--rounds takes a whole number from 1 to ${MOST_ROUNDS}.`);
    }
    if (process.platform !== 'linux') throw new StartError('Run this on Linux: it reads processor time from /proc.');
    requireWrk();

    const say = (line: string) => console.error(`  ${line}`);
    const report = await thenUndo((undo) => run({ rounds, say }, undo));
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, `${name}.json`);
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(RESULTS, `${name}.txt`), `${textOf(report)}\n`);
    console.log(textOf(report));
    console.log(`All rounds: ${file}`);
    if (report.served.disagreements.length > 0) process.exitCode = 1;
  });
}
