import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '../proof/stack/stack.ts';
import { entry } from '../scripts/entry.ts';
import { type CpuProfile, hotFunctions } from './limit/hot-functions.ts';
import { bookableSalons, writeRequests } from './limit/requests.ts';
import { stopOnSignals } from './limit/stop-on-signals.ts';
import { requireWrk, runWrk } from './limit/wrk.ts';

/**
 * Where an API process spends its time while it books: one process under V8's profiler, driven by wrk.
 *
 *   npm run bench -- profile [--seconds 15] [--connections 64] [--keep FOLDER]
 *
 * Prints the functions with the most time of their own; `--keep` leaves the .cpuprofile there for a flame graph.
 */
const WARM_UP_SECONDS = 3;
const MOST = 40;

/** The clock of V8's profiles, the same in every process of the machine. */
const monotonicMicros = () => Number(process.hrtime.bigint() / 1000n);

await entry(async () => {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '15' },
      connections: { type: 'string', default: '64' },
      keep: { type: 'string' },
    },
  });
  const seconds = Number(values.seconds);
  const connections = Number(values.connections);
  requireWrk();
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'salon-profile-'));
  mkdirSync(folder, { recursive: true });
  const stack = await startStack({ apis: 1, env: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` } });
  const stop = stopOnSignals(stack.stop);
  try {
    const [pid] = stack.apiPids();
    const requests = join(stack.dataDir, 'requests.ndjson');
    const { length } = writeRequests(
      requests,
      await bookableSalons(stack.ownerUrl),
      (seconds + WARM_UP_SECONDS) * 8_000,
    );
    const drive = (first: number, runs: number) =>
      runWrk({ baseUrl: stack.baseUrl, connections, seconds: runs, requests, first });
    const warm = await drive(0, WARM_UP_SECONDS);
    const began = monotonicMicros();
    const figures = await drive(Math.min(length / 2, warm.booked + 2 * connections), seconds);
    const ended = monotonicMicros();
    await stop();
    const file = readdirSync(folder).find((name) => name.split('.')[3] === String(pid));
    if (file === undefined) throw new Error('The API process left no profile.');
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile;
    const hot = hotFunctions(profile, began, ended);
    const all = hot.reduce((sum, { micros }) => sum + micros, 0);
    const rate = Math.round(figures.booked / figures.seconds);
    console.log(
      `${rate} bookings/s under the profiler, ${figures.failed} failed, p50 ${figures.p50} ms, p99 ${figures.p99} ms`,
    );
    console.log('   share  µs/booking  function');
    for (const { where, micros } of hot.slice(0, MOST)) {
      const share = `${((micros / all) * 100).toFixed(1)} %`;
      console.log(`${share.padStart(8)}${(micros / figures.booked).toFixed(1).padStart(12)}  ${where}`);
    }
    if (values.keep) console.log(`The profile is ${join(folder, file)}`);
  } finally {
    await stop();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
});
