import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import type { K6 } from './find-k6.ts';

/** k6's way of saying that it ran to the end and a threshold was missed. */
const THRESHOLDS_MISSED = 99;
const KILL_MS = 5_000;
/**
 * Left to itself Go clears k6's memory up so often that it takes a quarter of what k6 costs, from the machine that carries
 * the product too. It may grow to some two gigabytes instead.
 */
const GC_PERCENT = '400';

/** k6 at work. */
export type RunningK6 = {
  pid: number;
  /** Settles when it has run to its end; throws its own words when it could not. */
  done: Promise<void>;
};

/** Starts a script of `k6/` from the folder of the checkout; what k6 says goes to `k6.log` beside its results. */
export function startK6(
  k6: K6,
  options: { root: string; script: string; results: string; env: Record<string, string>; signal: AbortSignal },
): RunningK6 {
  const { root, script, results, env, signal } = options;
  const log = join(results, 'k6.log');
  const output = openSync(log, 'w');
  const args = ['run', '--quiet', '--no-usage-report', '--no-color', '--log-format=raw'];
  const child = spawn(
    k6.program,
    [...k6.before(root, Object.keys(env)), ...args, `--console-output=${join(results, 'attempts.jsonl')}`, script],
    // A session of its own: Ctrl-C reaches us alone.
    { cwd: root, env: { GOGC: GC_PERCENT, ...process.env, ...env }, detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  return { pid: child.pid ?? 0, done: ended(child, log, signal) };
}

/** The version k6 gives itself ("v1.8.1"). */
export function versionOf(k6: K6, root: string): string {
  const said = execFileSync(k6.program, [...k6.before(root, []), 'version'], { encoding: 'utf8' });
  return /v\d+\.\d+\.\d+/.exec(said)?.[0] ?? said.trim();
}

async function ended(child: ChildProcess, log: string, signal: AbortSignal): Promise<void> {
  const stop = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), KILL_MS).unref();
  };
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    signal.throwIfAborted();
    if (code !== 0 && code !== THRESHOLDS_MISSED) throw new StartError(`k6 could not run it:\n${lastWords(log)}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const lastWords = (log: string) => readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n');
