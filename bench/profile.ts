import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '@salon/db/embedded/free-port';
import { StartError } from '@salon/db/embedded/start-error';
import { type Origin, originHere } from '../proof/measuring/origin.ts';
import type { CpuProfile } from '../proof/pictures/cpu-profile.ts';
import type { Profile } from '../proof/pictures/flame-graph.ts';
import { callTree } from '../proof/pictures/flame-graph-tree.ts';
import { startApis } from '../proof/stack/product.ts';
import { startSalonDatabase } from '../proof/stack/salon-database.ts';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { bookableSalons, writeRequests } from './limit/requests.ts';
import { requireWrk, runWrk } from './limit/wrk.ts';
import { hotFunctions } from './profile/hot-functions.ts';

/**
 * Where an API process spends its time while it books: one process under V8's profiler, driven by wrk.
 *
 *   npm run bench -- profile [--seconds 15] [--connections 64] [--keep FOLDER]
 *
 * Prints the functions with the most time of their own, and writes who called whom to bench/results/profile.json, from
 * which the flame graph of docs/proof is drawn; `--keep` leaves the .cpuprofile there, for the browser's tools.
 */
const WARM_UP_SECONDS = 3;
const MOST = 40;
const MOST_ASKED = 1_000;
const RESULTS = fileURLToPath(new URL('results', import.meta.url));

/** The clock of V8's profiles, the same in every process of the machine. */
const monotonicMicros = () => Number(process.hrtime.bigint() / 1000n);

await entry(async () => {
  const { seconds, connections, keep } = settings();
  requireWrk();
  await thenUndo(async (undo) => {
    const folder = keep ?? mkdtempSync(join(tmpdir(), 'salon-profile-'));
    mkdirSync(folder, { recursive: true });
    if (!keep) undo.add(() => rmSync(folder, { recursive: true, force: true }));
    const { ownerUrl, apiUrl, dataDir } = await startSalonDatabase({}, undo);
    const port = await freePort();
    const env = { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${folder}` };
    const api = await startApis({ port, apis: 1, dataDir, apiUrl, ownerUrl, env });
    undo.add(api.stop);
    const [pid] = api.apiPids();
    const origin = await originHere(ownerUrl);
    const requests = join(dataDir, 'requests.ndjson');
    const { length } = writeRequests(requests, await bookableSalons(ownerUrl), (seconds + WARM_UP_SECONDS) * 8_000);
    const drive = (first: number, runs: number) =>
      runWrk({ baseUrl: `http://127.0.0.1:${port}`, connections, seconds: runs, requests, first });
    const warm = await drive(0, WARM_UP_SECONDS);
    const began = monotonicMicros();
    const figures = await drive(Math.min(length / 2, warm.booked + 2 * connections), seconds);
    const ended = monotonicMicros();
    await api.stop();
    const left = readdirSync(folder).find((name) => name.split('.')[3] === String(pid));
    if (left === undefined) throw new Error('The API process left no profile.');
    const profile = JSON.parse(readFileSync(join(folder, left), 'utf8')) as CpuProfile;
    const report: Profile & Origin & { failed: number; seconds: number } = {
      ...origin,
      bookingsPerSecond: figures.booked / figures.seconds,
      ...{ failed: figures.failed, seconds, connections, tree: callTree(profile, began, ended) },
    };
    const rate = Math.round(figures.booked / figures.seconds);
    console.log(
      `${rate} bookings/s under the profiler, ${figures.failed} failed, p50 ${figures.p50} ms, p99 ${figures.p99} ms`,
    );
    const hot = hotFunctions(profile, began, ended);
    const all = hot.reduce((sum, { micros }) => sum + micros, 0);
    console.log('   share  µs/booking  function');
    for (const { where, micros } of hot.slice(0, MOST)) {
      const share = `${((micros / all) * 100).toFixed(1)} %`;
      console.log(`${share.padStart(8)}${(micros / figures.booked).toFixed(1).padStart(12)}  ${where}`);
    }
    const file = join(RESULTS, 'profile.json');
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`Who called whom: ${file}`);
    if (keep) console.log(`The profile is ${join(folder, left)}`);
  });
});

function settings() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '15' },
      connections: { type: 'string', default: '64' },
      keep: { type: 'string' },
    },
  });
  const [seconds, connections] = [Number(values.seconds), Number(values.connections)];
  if (![seconds, connections].every((number) => Number.isInteger(number) && number >= 1 && number <= MOST_ASKED)) {
    throw new StartError(`--seconds and --connections take whole numbers from 1 to ${MOST_ASKED}.`);
  }
  return { seconds, connections, keep: values.keep };
}
