import { startWatching } from '@salon/telemetry/start';

/** Everything that has to be there before the API is loaded: traces, and whoever reports errors. */
export async function startTelemetry(environment: Record<string, string | undefined>): Promise<void> {
  await startWatching('salon-api', environment);
}
