import { readFileSync } from 'node:fs';
import { TICKS_PER_SECOND, usageOf } from '../../proof/measuring/usage.ts';
import { childrenOf } from '../../proof/stack/processes.ts';

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
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
}

const ofEndedChildren = (pid: number) => usageOf(pid)?.endedChildrenCpuSeconds ?? 0;

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
