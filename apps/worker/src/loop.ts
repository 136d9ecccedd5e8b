/** Work that repeats by the clock, or sooner when woken; never two at once. */
export type Loop = {
  wake(): void;
  /** Settles once the work at hand is done. */
  stop(): Promise<void>;
};

/** Rest after a round, as a multiple of how long it took. */
const REST = 9;
/** A round that was held up is no reason to rest long, in milliseconds. */
const LONGEST_REST = 1_000;

/**
 * Repeats `work` until it has nothing left (it returns how much it did), then after `everyMs` again. Between two rounds
 * it rests for longer than it worked, so that a backlog, or being woken all the time, takes a tenth of a connection and no
 * more. An error is told, and the next round comes by the clock.
 */
export function loop(work: () => Promise<number>, everyMs: number, onError: (error: Error) => void): Loop {
  let stopped = false;
  let woken = false;
  let wake = () => {};
  const running = run();

  async function run(): Promise<void> {
    while (!stopped) {
      const began = performance.now();
      const left = await work().catch((error: Error) => {
        onError(error);
        return 0;
      });
      await pause(Math.min(REST * (performance.now() - began), LONGEST_REST), false);
      if (left === 0 && !woken) await pause(everyMs, true);
      woken = false;
    }
  }

  function pause(ms: number, wakeable: boolean): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!wakeable && !stopped) return;
        clearTimeout(timer);
        resolve();
      };
      if (stopped) wake();
    });
  }

  return {
    wake() {
      woken = true;
      wake();
    },
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
