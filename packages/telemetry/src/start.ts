type Environment = Record<string, string | undefined>;

/**
 * Starts what watches a program from the inside, before the program is loaded. Settings that cannot be used are left for
 * the program to name, with all others that cannot.
 */
export async function startWatching(service: string, environment: Environment): Promise<void> {
  if (!URL.canParse(environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? '')) return;
  const { startTraces } = await import('./start-traces.ts');
  startTraces(service, Number(environment.OTEL_TRACES_SAMPLER_ARG || 1));
}
