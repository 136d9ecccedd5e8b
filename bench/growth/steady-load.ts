import { setTimeout as rest } from 'node:timers/promises';

/** Latencies in milliseconds, from the instant each operation was due, and how many failed. */
export type Latencies = { readonly ms: number[]; readonly failed: number };

/**
 * Begins operations at a steady rate, whether earlier ones are done or not, until `until` settles. Each is timed from when
 * it was due, so that a hold-up shows in everything that should have begun meanwhile.
 */
export async function steadily(
  perSecond: number,
  operation: () => Promise<unknown>,
  until: Promise<unknown>,
): Promise<Latencies> {
  const ms: number[] = [];
  let failed = 0;
  let over = false;
  void until.finally(() => {
    over = true;
  });
  const underWay = new Set<Promise<void>>();
  const began = performance.now();
  for (let sent = 0; !over; sent++) {
    const due = began + (sent * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await rest(early);
    const one = operation().then(
      () => void ms.push(performance.now() - due),
      () => void failed++,
    );
    underWay.add(one);
    void one.finally(() => underWay.delete(one));
  }
  await Promise.all(underWay);
  return { ms, failed };
}
