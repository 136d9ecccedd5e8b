// Runs on plain Node >= 20 with npm and nothing else: brings the checkout into shape, then hands over to the
// workspace's own Node. Every verb of package.json comes through here.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './boot/install.mjs';
import { workspaceNode } from './boot/node.mjs';
import { stopSteps } from './boot/run.mjs';
import { commandOf } from './boot/verbs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const [verb = '', ...args] = process.argv.slice(2);
/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
/** @type {NodeJS.Signals | undefined} */
let asked;

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  asked ??= signal;
  stopSteps();
  // The terminal sends Ctrl-C to the child as well. As TERM it is not taken for a second, hurrying Ctrl-C.
  if (signal !== 'SIGINT' || verb === 'start' || verb === 'dev') child?.kill(signal === 'SIGINT' ? 'SIGTERM' : signal);
}

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => stop(signal));

// npm passes a signal on to its shell and not to us: when the parent is gone, stop too.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) stop('SIGTERM');
}, 500).unref();

await install(root);
if (asked) process.exit(128 + constants.signals[asked]);
child = spawn(workspaceNode(root), commandOf(root, verb, args), {
  stdio: 'inherit',
  env: { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH },
});
child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
