import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
/** The state of a socket that listens, in `/proc/net/tcp`. */
const LISTEN = '0A';

/** The direct children of a process; none when it is gone. Linux only. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** The direct children of a process that run this script. Linux only. */
export function childrenRunning(pid: number, script: string): number[] {
  return childrenOf(pid).filter((child) => commandOf(child).some((word) => word.endsWith(script)));
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** How many sockets listen on this port: one for each process that shares it. Linux only. */
export function listenersOn(port: number): number {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === LISTEN).length;
}

/** Waits until a condition holds, because a process that is not ours tells nobody. Throws after `patienceMs`. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, patienceMs: number): Promise<void> {
  for (const deadline = Date.now() + patienceMs; !(await holds()); await sleep(POLL_MS)) {
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}.`);
  }
}
