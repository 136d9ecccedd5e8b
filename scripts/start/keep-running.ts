/** How a part ended: in words, and as `fatal` when starting it again cannot help. */
export type Ended = { why: string; fatal?: string };

/** A part at work. */
export type Running = { ended: Promise<Ended>; stop(hurry: boolean): Promise<void> };

export type Part = {
  name: string;
  start(): Promise<Running>;
  /** Told each time it has to be started again. */
  report(line: string): void;
  /** It ended in a way that no new start mends. */
  onFatal(why: string): void;
};

/** A part that is kept running. */
export type Kept = {
  stop(hurry: boolean): Promise<void>;
  /** Ends it so that it starts anew at once. */
  restart(): void;
};

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
const HEALTHY_MS = 30_000;

/**
 * Starts a part and starts it again whenever it ends, pausing longer each time until it has lived for half a minute.
 * The first start must succeed; later ones are tried for ever, because a full disk is freed some day.
 */
export async function keepRunning(part: Part): Promise<Kept> {
  let current: Running | undefined = await part.start();
  let stopping = false;
  let restarting = false;
  let wake = () => {};
  const watching = watch();

  async function watch(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; ; ) {
      const since = performance.now();
      const ended = await (current?.ended ?? startAgain());
      current = undefined;
      if (stopping) return;
      if (restarting) continue;
      if (ended.fatal) return part.onFatal(ended.fatal);
      if (performance.now() - since > HEALTHY_MS) pause = FIRST_PAUSE_MS;
      part.report(`${part.name} ended (${ended.why}); starting it again in ${pause / 1000} s`);
      await rest(pause);
      if (stopping) return;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  /** Lives through one more life of the part; a start that fails counts as its end. */
  async function startAgain(): Promise<Ended> {
    restarting = false;
    try {
      current = await part.start();
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
    if (stopping) await current.stop(false); // asked while it was starting
    return current.ended;
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    async stop(hurry) {
      stopping = true;
      wake();
      await current?.stop(hurry);
      await watching;
    },
    restart() {
      part.report(`${part.name} starts anew`);
      restarting = true;
      wake();
      void current?.stop(false);
    },
  };
}
