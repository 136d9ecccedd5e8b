import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { entry } from '../../scripts/entry.ts';
import { Shutdown } from '../../scripts/start/shutdown.ts';
import { ALL_KINDS, type Kind } from './kinds.ts';
import { inWords } from './report.ts';
import { runFaults } from './run.ts';

const USAGE = 'npm run faults -- [--seconds N] [--seed S] [--only KIND ...]';
const FOLDER = join(import.meta.dirname, '../results/faults');

await entry(async () => {
  const { seconds, seed, only } = settings();
  const shutdown = new Shutdown();
  shutdown.listen();
  const same = [`--seconds ${seconds}`, `--seed ${seed}`, ...only.map((kind) => `--only ${kind}`)].join(' ');
  console.log(`Faults for ${seconds} s with seed ${seed}; the same again: npm run faults -- ${same}`);
  const options = { seed, seconds, only, folder: FOLDER, say: console.log, ending: shutdown.asked };
  const { origin, ...run } = await runFaults(options).catch((error) => {
    // Once it is to end, whatever breaks off is a consequence of that.
    throw shutdown.asked.aborted ? new StartError('Stopped before the end: nothing was decided.') : error;
  });
  const lines = inWords(run.kinds, run.claims);
  const ok =
    run.claims.every(({ violations }) => violations.length === 0) && run.kinds.every(({ survived }) => survived);
  const verdict = {
    ok,
    ...origin,
    seed,
    seconds,
    ...run,
    words: lines,
  };
  writeFileSync(join(FOLDER, 'verdict.json'), `${JSON.stringify(verdict, null, 2)}\n`);
  console.log(lines.join('\n'));
  if (!ok) process.exit(1);
});

function settings() {
  const { values } = given();
  const seconds = Number(values.seconds);
  const unknown = values.only.filter((kind) => !(ALL_KINDS as string[]).includes(kind));
  if (!(seconds >= 1 && seconds <= 86_400)) throw new StartError(`--seconds takes a number from 1 to 86400: ${USAGE}`);
  if (unknown.length > 0)
    throw new StartError(`There is no fault ${unknown.join(', ')}. There are: ${ALL_KINDS.join(', ')}.`);
  if (!/^[A-Za-z0-9]{1,20}$/.test(values.seed))
    throw new StartError(`--seed takes up to 20 letters and digits: ${USAGE}`);
  return { seconds, seed: values.seed, only: values.only as Kind[] };
}

function given() {
  try {
    return parseArgs({
      options: {
        seconds: { type: 'string', default: '90' },
        seed: { type: 'string', default: String(randomInt(1_000_000)) },
        only: { type: 'string', multiple: true, default: [] },
      },
    });
  } catch (error) {
    throw new StartError(`${(error as Error).message.split('\n')[0]} Use it like this: ${USAGE}`);
  }
}
