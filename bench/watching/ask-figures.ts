import { setTimeout as sleep } from 'node:timers/promises';

/** Prometheus asks every fifteen seconds; in a round of two it would be left to luck whether it asks at all. */
const EVERY_MS = 1_000;

/** What an API is asked for its figures with. */
export const TOKEN = 'of-the-bench-alone-and-worth-nothing';

/** Asks for the figures as Prometheus does, but more often, until told to stop. Rejects on any answer that is none. */
export async function askFigures(baseUrl: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch(`${baseUrl}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
    const text = await answer.text();
    if (!text.includes('jn_bookings_total')) throw new Error(`The figures were answered with ${answer.status}.`);
    await sleep(EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
