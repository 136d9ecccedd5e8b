import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Ended, Running } from './keep-running.ts';

/** A program's way of saying that its settings cannot be used (EX_CONFIG of sysexits.h). */
const BAD_SETTINGS = 78;
const DRAIN_MS = 10_000;
/**
 * Left to itself V8 lets the heap grow to four times what is alive before it looks, on a machine with much memory: half
 * a gigabyte for the sixty megabytes that are in use. Several processes share a machine with their database.
 */
const MEMORY = ['--max-semi-space-size=8', '--heap-growing-percent=40'];
const LAST_LINES = 20;
const LARGEST_LOG = 50 * 1024 * 1024;

/**
 * Starts the API or the worker as a process of its own session, so that Ctrl-C reaches only us and it is stopped in
 * order. The channel between us is its lifeline: should we be killed, it closes and the program ends by itself.
 */
export function startProgram(options: {
  script: string;
  env: NodeJS.ProcessEnv;
  log: string;
}): Running & { pid: number | undefined } {
  const log = openLog(options.log);
  const child = spawn(process.execPath, [...MEMORY, options.script], {
    env: options.env,
    detached: true,
    stdio: ['ignore', log, 'pipe', 'ipc'],
  });
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    writeSync(log, text);
    complaints = lastLines(complaints + text);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error) => resolve({ why: error.message }));
    child.once('close', (code, signal) => {
      closeSync(log);
      resolve(describe(code, signal, complaints));
    });
  });
  return {
    pid: child.pid,
    ended,
    async stop(hurry) {
      child.kill(hurry ? 'SIGKILL' : 'SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), DRAIN_MS);
      await ended.finally(() => clearTimeout(late));
    },
  };
}

function describe(code: number | null, signal: string | null, complaints: string): Ended {
  if (code === BAD_SETTINGS)
    return {
      why: 'its settings cannot be used',
      fatal: complaints.trim() || 'Its settings cannot be used.',
    };
  const how = signal ? `killed by ${signal}` : `exit code ${code}`;
  const complaint = complaints.split('\n').find((line) => /\w*Error\b/.test(line));
  return { why: complaint ? `${how}: ${complaint.trim()}` : how };
}

function lastLines(text: string): string {
  return text
    .split('\n')
    .slice(-LAST_LINES - 1)
    .join('\n');
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
