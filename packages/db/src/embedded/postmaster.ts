import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A PostgreSQL that runs on a cluster folder, as its postmaster.pid tells. */
export type Postmaster = { pid: number; port: number };

/** The server running on this cluster, also one that a killed supervisor left behind. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const file = readPidFile(cluster);
  return file && file.port > 0 && isServing(file.pid, cluster) ? file : undefined;
}

/**
 * Removes a postmaster.pid whose number now belongs to another program. PostgreSQL clears stale files by itself, but
 * not when the number was given out again, as happens after a restart of a container, where numbers are small.
 */
export function removeStalePidFile(cluster: string): void {
  const file = readPidFile(cluster);
  if (file && !isServing(file.pid, cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether this process is a PostgreSQL server at work on this cluster. */
export function isServing(pid: number, cluster: string): boolean {
  try {
    // A server works inside its cluster. This also tells zombies and other clones' servers apart.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readPidFile(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0 } : undefined;
  } catch {
    return undefined;
  }
}
