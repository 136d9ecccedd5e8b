/** How long handing on may take, in milliseconds. */
const PATIENCE = 5_000;
/** Reports under way at once: one that takes them slowly holds up so many, and nobody who books. */
const AT_ONCE = 8;

/** There are enough under way. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** Hands an envelope on; what it was answered, and what one is asked to hold back. */
export type Forward = (envelope: Buffer) => Promise<{ readonly status: number; readonly limits: string | null }>;

/** Hands envelopes on to an address, as they are and from nobody. Rejects with `TooMuch`, or as `fetch` does. */
export function forwardTo(address: string, patience = PATIENCE): Forward {
  let underWay = 0;
  return async (envelope) => {
    if (underWay >= AT_ONCE) throw new TooMuch('Enough is being reported at the moment.');
    underWay += 1;
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-sentry-envelope' },
        body: new Uint8Array(envelope),
        signal: AbortSignal.timeout(patience),
        redirect: 'error',
      });
      await answer.body?.cancel();
      return { status: answer.status, limits: answer.headers.get('x-sentry-rate-limits') };
    } finally {
      underWay -= 1;
    }
  };
}
