import { constants, setPriority } from 'node:os';
import { ConfigError } from '@salon/settings/read-settings';
import { endReports } from '@salon/telemetry/reports';
import { endTraces } from '@salon/telemetry/traces';
import { parseConfig } from './config.ts';
import { makeLog } from './log.ts';
import { startWorker } from './worker.ts';

/** Exit code for what no restart can mend (EX_CONFIG). */
const FATAL = 78;
/** How long stopping may take. */
const STOPPING = 10_000;

function readConfig() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(FATAL);
  }
}

const config = readConfig();
const log = makeLog(config.logLevel);
try {
  // On one machine with the API: who books goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // not allowed here: then the bounds on what is done at once have to do
}
const clock = config.fixedNow === undefined ? Date.now : () => config.fixedNow ?? Date.now();
const worker = await startWorker(config, { log, clock });

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOPPING).unref();
  await worker.stop();
  await Promise.all([endTraces(), endReports()]);
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Started by a supervisor: without it nobody would ever stop this process.
process.on('disconnect', stop);
