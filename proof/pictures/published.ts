import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import { z } from 'zod';
import { SCENARIOS } from '../load/scenarios.ts';

/** The folder of the checkout in which results are kept for everybody; pictures are drawn from it. */
export const PUBLISHED = 'docs/proof/results';

/** A result: the files it is kept as, each with where the command leaves it. The first says when it was measured. */
type Result = { readonly [file: string]: string };

const RESULTS: Readonly<Record<string, Result>> = {
  ...Object.fromEntries(SCENARIOS.map(({ name }) => [`load-${name}`, loadResult(name)])),
  limit: both('limit'),
  slots: both('slots'),
  growth: both('growth'),
  costs: both('costs'),
  watching: both('watching'),
  'mail-drain': { 'mail-drain.json': 'bench/results/mail-drain.json' },
  profile: { 'profile.json': 'bench/results/profile.json' },
  faults: { 'faults.json': 'proof/results/faults/verdict.json' },
};

function loadResult(name: string): Result {
  const folder = `k6/results/${name}`;
  return {
    [`load-${name}.json`]: `${folder}/verdict.json`,
    [`load-${name}-rounds.json`]: `k6/results/rounds/${name}.json`,
    // Drawn, and k6's own page of it.
    ...(name === 'public-booking' && {
      [`load-${name}-series.json`]: `${folder}/series.json`,
      [`load-${name}.html`]: `${folder}/report.html`,
    }),
  };
}

function both(name: string): Result {
  return { [`${name}.json`]: `bench/results/${name}.json`, [`${name}.txt`]: `bench/results/${name}.txt` };
}

const Kept = z.object({ date: z.string(), commit: z.string().nullish(), short: z.boolean().optional() });

/**
 * Copies the last results into what is published; of none named, all that there are, but for short runs of load, which
 * have to be named. Returns what it did, a line each. Throws StartError for a name that is none, or was never measured.
 */
export function publish(root: string, names: readonly string[]): string[] {
  mkdirSync(join(root, PUBLISHED), { recursive: true });
  return (names.length > 0 ? names : Object.keys(RESULTS)).flatMap((name) => {
    const files = Object.entries(RESULTS[name] ?? {});
    const [, first] = files[0] ?? [];
    if (first === undefined) throw new StartError(`There is no result ${name}: ${Object.keys(RESULTS).join(', ')}.`);
    if (!existsSync(join(root, first))) {
      if (names.length > 0) throw new StartError(`${name} was not measured here: there is no ${first}.`);
      return [];
    }
    const { date, commit, short } = Kept.parse(JSON.parse(readFileSync(join(root, first), 'utf8')));
    if (short && names.length === 0)
      return [`${name}: left as it is, the last run was a short one (name it to publish it).`];
    const copied = files.filter(([, from]) => existsSync(join(root, from)));
    for (const [file, from] of copied) copyFileSync(join(root, from), join(root, PUBLISHED, file));
    return [`${name}: of ${date}, commit ${commit ?? 'unknown'}: ${copied.map(([file]) => file).join(', ')}`];
  });
}
