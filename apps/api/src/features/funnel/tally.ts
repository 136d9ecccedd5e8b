import type { FunnelStep } from '@salon/contracts/funnel';
import type { Reached } from './funnel.repo.ts';

/** How long counts wait for others, in milliseconds: a page full of visitors costs one statement, and a crash this much of them. */
const TOGETHER = 2_000;

/**
 * Counts in this process and adds it up in the database now and then. What could not be written is lost: whether it was is
 * not always known, and too little is the better error.
 */
export function tally(add: (reached: readonly Reached[]) => Promise<void>, onError: (error: Error) => void) {
  let counts = new Map<string, Reached>();
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const reached = [...counts.values()];
    counts = new Map();
    if (reached.length > 0) await add(reached).catch(onError);
  }

  return {
    count(salonId: string, day: string, step: FunnelStep): void {
      const key = `${salonId} ${day} ${step}`;
      counts.set(key, { salonId, day, step, count: (counts.get(key)?.count ?? 0) + 1 });
      timer ??= setTimeout(() => {
        writing = write();
      }, TOGETHER).unref();
    },
    /** Writes what is counted so far. */
    async settle(): Promise<void> {
      await writing;
      await write();
    },
  };
}
