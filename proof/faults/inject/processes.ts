import { setTimeout as sleep } from 'node:timers/promises';
import { API_ROLE } from '@salon/db/embedded/api-role';
import { withClient } from '@salon/db/embedded/with-client';
import type { Inject } from './fault.ts';

export const killApi: Inject = async ({ stack }, { pick }) => {
  const pid = one(stack.apiPids(), pick);
  process.kill(pid, 'SIGKILL');
  return `API process ${pid} killed`;
};

export const freezeApi: Inject = async ({ stack, ending }, { lasts, pick }) => {
  const pid = one(stack.apiPids(), pick);
  process.kill(pid, 'SIGSTOP');
  try {
    await sleep(lasts, undefined, { signal: ending });
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  return `API process ${pid} frozen for ${lasts / 1_000} s`;
};

/** PostgreSQL cannot trust memory that a killed process may have been writing to: it ends all others and recovers. */
export const killBackend: Inject = async ({ stack }, { pick }) => {
  const pids = await withClient(stack.ownerUrl, async (client) => {
    const sql = 'select pid from pg_stat_activity where usename = $1 order by pid';
    return (await client.query<{ pid: number }>(sql, [API_ROLE])).rows.map((row) => row.pid);
  });
  const pid = one(pids, pick);
  process.kill(pid, 'SIGKILL');
  return `PostgreSQL's process ${pid} killed, which served an API`;
};

export const killPostmaster: Inject = async ({ stack }) => {
  const pid = stack.postmasterPid();
  process.kill(pid, 'SIGKILL');
  return `PostgreSQL (${pid}) killed`;
};

export const restartDatabase: Inject = async ({ stack }) => {
  await stack.restartDatabase();
  return 'PostgreSQL restarted';
};

function one(pids: readonly number[], pick: number): number {
  const pid = pids[Math.floor(pick * pids.length)];
  if (pid === undefined) throw new Error('There is no process to hit.');
  return pid;
}
