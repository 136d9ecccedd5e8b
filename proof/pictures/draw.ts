import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { entry } from '../../scripts/entry.ts';
import { againstTheLimit, Limit } from './against-the-limit.ts';
import { flameGraph, Profile } from './flame-graph.ts';
import { LoadVerdict, latencyOverTime, Series } from './latency-over-time.ts';
import { Faults, recovery } from './recovery.ts';
import type { Picture } from './style.ts';
import { svgOf } from './svg.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOAD = 'k6/results/public-booking';
const LIMIT = 'bench/results/limit.json';
const PROFILE = 'bench/results/profile.json';
const FAULTS = 'proof/results/faults/verdict.json';

/** Draws the pictures of docs/proof from the results of the last runs; what was not run keeps the picture it has. */
await entry(async () => {
  await draw('latency-over-time', [`${LOAD}/series.json`, `${LOAD}/verdict.json`], () =>
    latencyOverTime(read(`${LOAD}/series.json`, Series), read(`${LOAD}/verdict.json`, LoadVerdict)),
  );
  await draw('against-the-limit', [LIMIT], () => againstTheLimit(read(LIMIT, Limit)));
  await draw('flame-graph', [PROFILE], () => flameGraph(read(PROFILE, Profile)));
  await draw('recovery', [FAULTS], () => recovery(read(FAULTS, Faults)));
});

async function draw(name: string, from: readonly string[], make: () => Picture): Promise<void> {
  const missing = from.filter((file) => !existsSync(join(ROOT, file)));
  if (missing.length > 0) return console.log(`${name}: not drawn, there is no ${missing.join(', no ')}.`);
  const file = join(ROOT, 'docs/proof', `${name}.svg`);
  const svg = await svgOf(make());
  mkdirSync(join(ROOT, 'docs/proof'), { recursive: true });
  writeFileSync(file, svg);
  console.log(`${name}: ${relative(ROOT, file)}, from ${from.join(', ')}.`);
}

function read<T extends z.ZodType>(file: string, schema: T): z.infer<T> {
  return schema.parse(JSON.parse(readFileSync(join(ROOT, file), 'utf8')));
}
