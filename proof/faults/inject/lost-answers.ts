import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '@salon/db/embedded/with-client';
import { until } from '../../stack/processes.ts';
import type { Inject } from './fault.ts';

/** The database's answers are held for so long; killed in time, the API never sees them. */
const HELD = { latency: 6_000, jitter: 0 };
const PATIENCE_MS = 4_000;
/** An answer that had passed before the wire was held has reached its customer by then. */
const SURE_MS = 500;

/**
 * The worst moment, made sure: answers are held on the wire, so that bookings are committed that nobody has been told
 * of; then every API process dies with them.
 */
export const loseAnswers: Inject = async ({ stack, wire, burst, ending }) => {
  const held = await wire.addToxic({
    type: 'latency',
    stream: 'downstream',
    name: 'held',
    toxicity: 1,
    attributes: HELD,
  });
  let unanswered = 0;
  try {
    await withClient(stack.ownerUrl, (client) =>
      until(
        async () => {
          const sql = 'select key from idempotency where key = any($1)';
          const { rows } = await client.query<{ key: string }>(sql, [burst.underWay()]);
          await sleep(SURE_MS, undefined, { signal: ending });
          const still = new Set(burst.underWay());
          unanswered = rows.filter(({ key }) => still.has(key)).length;
          return unanswered > 0;
        },
        'bookings that are committed and not answered',
        PATIENCE_MS,
      ),
    );
    for (const pid of stack.apiPids()) process.kill(pid, 'SIGKILL');
  } finally {
    await held.remove();
  }
  return `all API processes killed with ${unanswered} bookings committed and not answered`;
};
