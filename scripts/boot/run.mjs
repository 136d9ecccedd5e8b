import { spawn } from 'node:child_process';
import { say } from './say.mjs';

const STILL_MS = 10_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Runs a step to its end. What it prints is shown only when it fails, so that a good step is one line.
 * @param {string} what @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function run(what, command, args, env) {
  const still = setInterval(() => say(`still busy: ${what}`), STILL_MS);
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => resolve({ code, output }));
  }).finally(() => {
    running.delete(child);
    clearInterval(still);
  });
}

/** Ends the steps that are running. */
export function stopSteps() {
  for (const child of running) child.kill('SIGTERM');
}
