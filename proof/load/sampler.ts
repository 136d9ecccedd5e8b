import { availableParallelism } from 'node:os';
import { API_ROLE } from '@salon/db/embedded/api-role';
import pg from 'pg';
import { cpuBetween, type Usage, usageOf } from '../measuring/usage.ts';
import { childrenOf } from '../stack/processes.ts';
import type { Stack } from '../stack/stack.ts';

const EVERY_MS = 1_000;
const PATIENCE_MS = 10_000;
const MIB = 1024 * 1024;

/** One look at a run. Processor time is a share of the whole machine, 0 to 1. */
export type Sample = {
  /** Seconds since the first look. */
  t: number;
  cpu: { k6: number; api: number; postgres: number; worker: number };
  /** The largest API process; of PostgreSQL what its processes have to themselves, without the shared buffers. */
  memoryMiB: { k6: number; api: number; postgres: number; worker: number };
  /** Connections of the API's role. */
  connections: number;
  /** How long the API took to say that it lives, in milliseconds: what its event loop lags, seen from outside. */
  liveMs: number;
};

type Groups = Record<keyof Sample['cpu'], ReadonlyMap<number, Usage>>;

/** Looks at a run once a second until stopped; a look that fails (a part is just restarting) is left out. */
export function startSampler(stack: Stack, k6Pid: number, tell: (sample: Sample) => void) {
  const samples: Sample[] = [];
  const client = new pg.Client({ connectionString: stack.ownerUrl });
  client.on('error', () => {});
  const connected = client.connect();
  connected.catch(() => {}); // told by each look that needs it
  const begin = performance.now();
  let before = { at: begin, groups: look(stack, k6Pid) };
  let busy = false;

  async function sample(): Promise<void> {
    const now = { at: performance.now(), groups: look(stack, k6Pid) };
    const available = ((now.at - before.at) / 1000) * availableParallelism();
    const share = (group: keyof Groups) => cpuBetween(before.groups[group], now.groups[group]) / available;
    const cpu = { k6: share('k6'), api: share('api'), postgres: share('postgres'), worker: share('worker') };
    before = now;
    const memoryMiB = {
      k6: largest(now.groups.k6),
      api: largest(now.groups.api),
      postgres: sum(now.groups.postgres) / MIB,
      worker: largest(now.groups.worker),
    };
    await connected;
    const [connections, liveMs] = await Promise.all([countConnections(client), timeLive(stack.baseUrl)]);
    const one = { t: Math.round((now.at - begin) / 1000), cpu, memoryMiB, connections, liveMs };
    samples.push(one);
    tell(one);
  }

  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    sample()
      .catch(() => {})
      .finally(() => {
        busy = false;
      });
  }, EVERY_MS);

  return {
    samples,
    async stop(): Promise<void> {
      clearInterval(timer);
      // Ended while it is still connecting, it would break instead.
      await connected.then(() => client.end()).catch(() => {});
    },
  };
}

function look(stack: Stack, k6Pid: number): Groups {
  let postmaster = 0;
  try {
    postmaster = stack.postmasterPid();
  } catch {
    // just restarting
  }
  return {
    k6: usages([k6Pid]),
    api: usages(stack.apiPids()),
    worker: usages(stack.workerPids()),
    postgres: usages([postmaster, ...childrenOf(postmaster)]),
  };
}

function usages(pids: readonly number[]): Map<number, Usage> {
  return new Map(
    pids.flatMap((pid) => [[pid, usageOf(pid)] as const]).filter((one): one is [number, Usage] => !!one[1]),
  );
}

const largest = (group: ReadonlyMap<number, Usage>) =>
  Math.max(0, ...[...group.values()].map(({ residentBytes }) => residentBytes)) / MIB;

const sum = (group: ReadonlyMap<number, Usage>) =>
  [...group.values()].reduce((total, { privateBytes }) => total + privateBytes, 0);

async function countConnections(client: pg.Client): Promise<number> {
  const sql = 'select count(*)::int as open from pg_stat_activity where usename = $1';
  const { rows } = await client.query<{ open: number }>(sql, [API_ROLE]);
  return rows[0]?.open ?? 0;
}

async function timeLive(baseUrl: string): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(`${baseUrl}/api/system/live`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  await answer.arrayBuffer();
  return performance.now() - begin;
}
