type Profiler = ReturnType<typeof import('@sentry/profiling-node')['nodeProfilingIntegration']>;

/**
 * What looks where a program spends its time. It is compiled for each processor and each Node; undefined, with a warning in
 * the log, where it is not for these.
 */
export async function loadProfiler(): Promise<Profiler | undefined> {
  try {
    const { nodeProfilingIntegration } = await import('@sentry/profiling-node');
    return nodeProfilingIntegration();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const msg = 'profiling is asked for and stays off: its compiled part cannot be loaded here';
    // There is no log yet: the program that has one is loaded after this.
    process.stdout.write(`${JSON.stringify({ level: 'warn', time: new Date().toISOString(), code, msg })}\n`);
    return undefined;
  }
}
