import { startWatching } from '@salon/telemetry/start';
import manifest from '../../package.json' with { type: 'json' };

/** Everything that has to be there before the API is loaded: traces, and whoever reports errors. */
export async function startTelemetry(environment: Record<string, string | undefined>): Promise<void> {
  await startWatching({ part: 'api', version: manifest.version }, environment);
}
