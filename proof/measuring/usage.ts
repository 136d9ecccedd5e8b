import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, whatever the machine: a sample has to last for many of them. */
export const TICKS_PER_SECOND = 100;
const PAGE = 4096;

/** What one process has used: seconds of processor time so far, and bytes of memory now. */
export type Usage = {
  cpuSeconds: number;
  /** Of the children it has seen end. */
  endedChildrenCpuSeconds: number;
  residentBytes: number;
  /** Without what it shares with others (PostgreSQL's buffers, program code). */
  privateBytes: number;
};

/** Reads one process; undefined when it is gone. Linux only. */
export function usageOf(pid: number): Usage | undefined {
  try {
    return parseUsage(readFileSync(`/proc/${pid}/stat`, 'utf8'), readFileSync(`/proc/${pid}/statm`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Reads the texts of `/proc/PID/stat` and `/proc/PID/statm`. A program's name may hold spaces and brackets. */
export function parseUsage(stat: string, statm: string): Usage {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  const [, resident = 0, shared = 0] = statm.split(' ').map(Number);
  return {
    cpuSeconds: (user + system) / TICKS_PER_SECOND,
    endedChildrenCpuSeconds: (endedUser + endedSystem) / TICKS_PER_SECOND,
    residentBytes: resident * PAGE,
    privateBytes: (resident - shared) * PAGE,
  };
}

/** Processor seconds spent between two looks at a group; one that came or went in between counts from or until then. */
export function cpuBetween(before: ReadonlyMap<number, Usage>, after: ReadonlyMap<number, Usage>): number {
  let seconds = 0;
  for (const [pid, { cpuSeconds }] of after) seconds += cpuSeconds - (before.get(pid)?.cpuSeconds ?? 0);
  return Math.max(0, seconds);
}
