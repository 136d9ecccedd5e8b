type Environment = Record<string, string | undefined>;

/** What is told of a process from the inside: by its name, and as part of which release. */
export type Watched = { readonly part: 'api' | 'worker'; readonly version: string };

/**
 * Starts what watches a program from the inside, before the program is loaded. Settings that cannot be used are left for
 * the program to name, with all others that cannot.
 */
export async function startWatching(watched: Watched, environment: Environment): Promise<void> {
  await Promise.all([reports(watched, environment), traces(watched, environment)]);
}

async function traces({ part }: Watched, environment: Environment): Promise<void> {
  if (!URL.canParse(environment.OTEL_EXPORTER_OTLP_ENDPOINT ?? '')) return;
  const { startTraces } = await import('./start-traces.ts');
  startTraces(`salon-${part}`, Number(environment.OTEL_TRACES_SAMPLER_ARG || 1));
}

async function reports({ part, version }: Watched, environment: Environment): Promise<void> {
  if (!environment.SENTRY_DSN) return;
  const { readReportsSettings } = await import('@salon/settings/reports');
  const settings = readReportsSettings(environment, version);
  if (settings === undefined) return;
  const { startReports } = await import('./start-reports.ts');
  await startReports(part, settings);
}
