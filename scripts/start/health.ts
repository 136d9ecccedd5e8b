import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Waits until the API says it is ready; how it fares meanwhile is told by whoever keeps it running. */
export async function untilHealthy(port: number): Promise<void> {
  const url = `http://127.0.0.1:${port}/api/system/health`;
  while (!(await isHealthy(url))) await sleep(POLL_MS);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
