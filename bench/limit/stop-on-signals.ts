/**
 * Ctrl-C, TERM and HUP stop what was started and end the process; a second one does not wait. Returns `stop` for the
 * ordinary end: however often it is called, it stops once, and everybody waits for that.
 */
export function stopOnSignals(stop: () => Promise<void>): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const once = () => {
    stopped ??= stop();
    return stopped;
  };
  let asked = false;
  const ask = () => {
    if (asked) process.exit(1);
    asked = true;
    // Whatever breaks off from now on (a connection whose database stops) is a consequence of stopping.
    process.on('uncaughtException', () => {});
    void once().finally(() => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  return once;
}
