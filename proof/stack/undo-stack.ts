/** What was started, to be ended in the opposite order. */
export type UndoStack = {
  add(step: () => Promise<void> | void): void;
  /**
   * Ends all of it, the rest also when one step fails, and then throws the first failure. Asked again, it waits for that
   * and ends what came since.
   */
  undo(): Promise<void>;
};

export function undoStack(): UndoStack {
  const steps: (() => Promise<void> | void)[] = [];
  let undone = Promise.resolve();
  async function undoAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = steps.pop(); step; step = steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
  return {
    add: (step) => void steps.push(step),
    undo() {
      undone = undone.catch(() => {}).then(undoAll);
      return undone;
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does a piece of work and then ends what it started, however it went. Ctrl-C, TERM and HUP end that at once, and then
 * the process; a second one does not wait.
 */
export async function thenUndo<T>(work: (undo: UndoStack) => Promise<T>): Promise<T> {
  const undo = undoStack();
  let asked = false;
  const ask = () => {
    if (asked) process.exit(1);
    asked = true;
    // Whatever breaks off from now on (a connection whose database stops) is a consequence of stopping.
    process.on('uncaughtException', () => {});
    void undo.undo().finally(() => process.exit(1));
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  try {
    return await work(undo);
  } finally {
    await undo.undo();
    for (const signal of SIGNALS) process.off(signal, ask);
  }
}
