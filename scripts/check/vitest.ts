import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Count } from './steps.ts';

const PARENT_POLL_MS = 500;
/**
 * Vitest leaves one core to itself, which of two is half the machine. Each file has a database, ports and salons of its
 * own, and most of them wait (for PostgreSQL, a browser, a mail server) longer than they compute. Its projects listen to the
 * command line only.
 */
const WORKERS = Math.max(2, availableParallelism() - 1);

type Report = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
};

/** What a run counted, and the names of what failed in it. */
type Run = Count & { skipped: number; failures: string[] };

/** Runs all tests and counts them; what the run prints goes to the terminal. */
export async function runTests(args: string[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'salon-tests-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const options = [`--maxWorkers=${WORKERS}`, ...reporters, ...args];
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options], {
    stdio: 'inherit',
  });
  passOnSignals(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  const count = counted(read(file));
  rmSync(folder, { recursive: true, force: true });
  // An error outside every test (a global set-up, an unhandled rejection) must not look like success.
  return code !== 0 && count.failed === 0
    ? { ...count, failed: 1, failures: ['an error outside of every test'] }
    : count;
}

/** A stop may reach us alone; the run has to close its servers. */
function passOnSignals(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, PARENT_POLL_MS).unref();
}

function counted(report: Report | undefined): Run {
  if (!report) return { passed: 0, failed: 0, skipped: 0, failures: [] };
  const failures = report.testResults.flatMap(failuresOf);
  return {
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

function failuresOf({ name, status, assertionResults }: Report['testResults'][number]): string[] {
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((one) => one.status === 'failed');
  // A file that cannot be loaded or prepared fails without a failed test: its tests are missing or count as skipped.
  if (status === 'failed' && failed.length === 0) return [`${file} (before any test of it)`];
  return failed.map((one) => `${file} > ${one.fullName}`);
}

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
