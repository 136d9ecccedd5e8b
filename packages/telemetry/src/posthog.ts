import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What PostHog's answer means: it has them, will never take them, or may later. */
export type Told = 'taken' | 'refused' | 'later';

const compressed = promisify(gzip);
/** How long PostHog may take to answer, in milliseconds. */
const PATIENCE = 10_000;
/** Refusals that pass. */
const PASSING = new Set([408, 425, 429]);

/**
 * Tells PostHog of events, compressed, in one request of its capture API (https://posthog.com/docs/api/capture). It hears nothing
 * of whoever they came from but what stands in them. Never throws.
 */
export async function tellPostHog(
  to: { readonly key: string; readonly host: string },
  events: readonly object[],
): Promise<Told> {
  const body = await compressed(JSON.stringify({ api_key: to.key, batch: events }));
  try {
    const response = await fetch(`${to.host}/batch/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (response.ok) return 'taken';
    return response.status >= 500 || PASSING.has(response.status) ? 'later' : 'refused';
  } catch {
    return 'later';
  }
}
