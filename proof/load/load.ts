import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SALONS } from '../../k6/lib/slots.ts';
import { checkHistory } from '../history/check.ts';
import { readLog } from '../history/read-log.ts';
import { originHere } from '../measuring/origin.ts';
import { type Stack, startStack } from '../stack/stack.ts';
import { completeCounters, databaseFigures } from './database-figures.ts';
import { figuresOf } from './figures.ts';
import type { K6 } from './find-k6.ts';
import { completeLog, goalOf, resourceGoals } from './goals.ts';
import { readSummary, thresholdsOf } from './k6-summary.ts';
import { startK6, versionOf } from './run-k6.ts';
import { type Sample, startSampler } from './sampler.ts';
import type { Scenario } from './scenarios.ts';
import { historyOf } from './series.ts';
import { judge, type Verdict } from './verdict.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const APIS = 2;
const TOLD_EVERY = 10;

export type LoadOptions = { short: boolean; scale: number; signal: AbortSignal; say: (line: string) => void };

/** Where the results of a scenario are written. */
export const resultsOf = (name: string) => join(ROOT, 'k6', 'results', name);

/**
 * Runs one scenario against a stack of its own and judges it. Everything about it is written into its results folder,
 * emptied before. Throws when it is stopped on the way, or when a part cannot run.
 */
export async function load(scenario: Scenario, k6: K6, options: LoadOptions): Promise<Verdict> {
  const results = resultsOf(scenario.name);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  options.say(`Starting PostgreSQL, ${APIS} API processes and ${SALONS} salons …`);
  const stack = await startStack({ apis: APIS, salons: SALONS });
  try {
    options.signal.throwIfAborted();
    const verdict = await runAndJudge(stack, scenario, k6, options);
    writeJson(results, 'verdict', verdict);
    return verdict;
  } finally {
    for (const log of ['api.log', 'postgres.log']) copyFileSync(join(stack.dataDir, 'logs', log), join(results, log));
    await stack.stop();
  }
}

async function runAndJudge(stack: Stack, scenario: Scenario, k6: K6, options: LoadOptions): Promise<Verdict> {
  const { say } = options;
  const results = resultsOf(scenario.name);
  const env = (await scenario.prepare?.(stack)) ?? {};
  const before = await databaseFigures(stack.ownerUrl);
  say(`Running k6/${scenario.name}.ts …`);
  const samples = await drive(stack, scenario, k6, options, env);
  await completeCounters(stack.ownerUrl);
  const after = await databaseFigures(stack.ownerUrl);

  say('Checking every answer against the database …');
  const log = join(results, 'attempts.jsonl');
  const checked = await checkHistory(stack.ownerUrl, [log]);
  const summary = readSummary(join(results, 'summary.json'));
  const history = await historyOf(attemptsIn(log));
  const changes = await changesIn(log);
  const figures = figuresOf({ summary, history, changes, samples, before, after });
  const { series } = history;
  writeJson(results, 'series', series);
  writeJson(results, 'samples', samples);

  const run = { figures, samples, series };
  const goals = [
    ...thresholdsOf(summary).map(goalOf),
    completeLog(summary, figures),
    ...scenario.goals(run),
    ...resourceGoals(run),
  ];
  return {
    name: scenario.name,
    words: scenario.words,
    short: options.short,
    ...(await originHere(stack.ownerUrl, { k6: versionOf(k6, ROOT) })),
    scale: { users: options.scale, apis: APIS, salons: SALONS },
    figures,
    goals,
    history: checked,
    ...judge(checked, goals),
  };
}

async function drive(
  stack: Stack,
  { name }: Scenario,
  k6: K6,
  { short, scale, signal, say }: LoadOptions,
  more: Record<string, string>,
) {
  const results = resultsOf(name);
  const env = {
    ...more,
    BASE_URL: stack.baseUrl,
    RESULTS: results,
    CLIENT_LOG: '1',
    SCALE: String(scale),
    SHORT: short ? '1' : '',
    // A page with curves, beside the text and the JSON; no port is opened for it.
    K6_WEB_DASHBOARD: 'true',
    K6_WEB_DASHBOARD_PORT: '-1',
    K6_WEB_DASHBOARD_PERIOD: short ? '1s' : '10s',
    K6_WEB_DASHBOARD_EXPORT: join(results, 'report.html'),
  };
  const running = startK6(k6, { root: ROOT, script: `k6/${name}.ts`, results, env, signal });
  const sampler = startSampler(stack, running.pid, (sample) => {
    if (sample.t % TOLD_EVERY === 0) say(progressOf(sample));
  });
  try {
    await running.done;
  } finally {
    await sampler.stop();
  }
  return sampler.samples;
}

function progressOf({ t, cpu, connections }: Sample): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return `  ${String(t).padStart(4)} s: of the processors the users (k6) take ${percent(cpu.k6)}, the API ${percent(cpu.api)}, PostgreSQL ${percent(cpu.postgres)}, the worker ${percent(cpu.worker)}; ${connections} connections`;
}

/** Lines that are no attempts are told by the checker. */
async function* attemptsIn(file: string) {
  for await (const line of readLog(file)) if ('attempt' in line) yield line.attempt;
}

/** How often which change was answered with what. */
async function changesIn(file: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const line of readLog(file)) {
    if (!('deed' in line)) continue;
    const { by, what, status, code } = line.deed;
    const answer = `${by} ${what}: ${code ?? status}`;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).toSorted());
}

function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
}
