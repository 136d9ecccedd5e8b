import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withClient } from '@salon/db/embedded/with-client';
import { gitCommit, thisMachine } from '../proof/load/machine.ts';
import type { Profile } from '../proof/pictures/flame-graph.ts';
import { type CpuProfileTree, callTree } from '../proof/pictures/flame-graph-tree.ts';
import { startStack } from '../proof/stack/stack.ts';
import { entry } from '../scripts/entry.ts';
import { hotFunctions } from './limit/hot-functions.ts';
import { bookableSalons, writeRequests } from './limit/requests.ts';
import { stopOnSignals } from './limit/stop-on-signals.ts';
import { requireWrk, runWrk } from './limit/wrk.ts';

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
const RESULTS = fileURLToPath(new URL('results', import.meta.url));

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
    const postgres = await postgresVersion(stack.ownerUrl);
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
    const left = readdirSync(folder).find((name) => name.split('.')[3] === String(pid));
    if (left === undefined) throw new Error('The API process left no profile.');
    const profile = JSON.parse(readFileSync(join(folder, left), 'utf8')) as CpuProfileTree;
    const hot = hotFunctions(profile, began, ended);
    const all = hot.reduce((sum, { micros }) => sum + micros, 0);
    const report: Profile & { commit: string | null; failed: number; seconds: number } = {
      machine: thisMachine(),
      commit: gitCommit(import.meta.dirname),
      date: new Date().toISOString(),
      versions: { Node: process.version, PostgreSQL: postgres },
      bookingsPerSecond: figures.booked / figures.seconds,
      ...{ failed: figures.failed, seconds, connections, tree: callTree(profile, began, ended) },
    };
    const rate = Math.round(figures.booked / figures.seconds);
    console.log(
      `${rate} bookings/s under the profiler, ${figures.failed} failed, p50 ${figures.p50} ms, p99 ${figures.p99} ms`,
    );
    console.log('   share  µs/booking  function');
    for (const { where, micros } of hot.slice(0, MOST)) {
      const share = `${((micros / all) * 100).toFixed(1)} %`;
      console.log(`${share.padStart(8)}${(micros / figures.booked).toFixed(1).padStart(12)}  ${where}`);
    }
    const file = join(RESULTS, 'profile.json');
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`Who called whom: ${file}`);
    if (values.keep) console.log(`The profile is ${join(folder, left)}`);
  } finally {
    await stop();
    if (!values.keep) rmSync(folder, { recursive: true, force: true });
  }
});

async function postgresVersion(ownerUrl: string): Promise<string> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ version: string }>("select current_setting('server_version') as version"),
  );
  return rows[0]?.version ?? '';
}
