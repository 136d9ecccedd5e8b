import type { ChangedDays } from './touched-queries.ts';

/** How long a change waits for others, in milliseconds. */
const TOGETHER = 100;

/**
 * Looks again at what has changed, one look after the other: what changes meanwhile is looked at when that is done, all
 * of it together. So a busy morning neither starts a hundred requests nor starves the one that runs.
 */
export function changePump(look: (changed: ChangedDays) => Promise<unknown>) {
  let days = new Set<string>();
  let all = false;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(): void {
    if (busy || (!all && days.size === 0)) return;
    timer ??= setTimeout(() => void lookNow(), TOGETHER);
  }

  async function lookNow(): Promise<void> {
    timer = undefined;
    const changed = all ? 'all' : [...days];
    days = new Set();
    all = false;
    busy = true;
    try {
      await look(changed);
    } finally {
      busy = false;
      later();
    }
  }

  return {
    add(changed: ChangedDays): void {
      if (changed === 'all') all = true;
      else for (const date of changed) days.add(date);
      later();
    },
    stop(): void {
      clearTimeout(timer);
      days.clear();
      all = false;
    },
  };
}
