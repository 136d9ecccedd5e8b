import { readFileSync } from 'node:fs';
import { usageOf } from '../../proof/load/usage.ts';
import { childrenOf } from '../../proof/stack/processes.ts';

/** What `getconf CLK_TCK` says on every Linux. */
const TICKS_A_SECOND = 100;

/** CPU seconds of processes with all their threads; 0 for one that is gone. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (usageOf(pid)?.cpuSeconds ?? 0), 0);
}

/** CPU seconds of a process and its children, also of those that have ended. */
export function cpuSecondsOfFamily(pid: number): number {
  return cpuSeconds([pid, ...childrenOf(pid)]) + ofEndedChildren(pid);
}

/** CPU seconds of the programs we started and have seen end. */
export const cpuSecondsOfEndedChildren = () => ofEndedChildren(process.pid);

/** The most memory a process ever held, in MiB. */
export function peakMemory(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** CPU seconds the whole machine has spent on anything but waiting. */
export function busySeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] =
    read('/proc/stat').split('\n')[0]?.split(/\s+/).slice(1).map(Number) ?? [];
  return (user + nice + system + irq + softirq) / TICKS_A_SECOND;
}

function ofEndedChildren(pid: number): number {
  // The name in brackets may hold blanks; the fields are counted from what follows it.
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0] = fields.slice(13, 15).map(Number);
  return (user + system) / TICKS_A_SECOND;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
