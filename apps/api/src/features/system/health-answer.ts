import type { HealthAnswer } from '@salon/contracts/system';
import type { ReadOnly } from '../read-only/read-only.ts';

/** What was found when somebody looked; `mailLate` is undefined where nobody could say. */
type Seen = { readonly database: boolean; readonly queue: boolean; readonly mailLate: boolean | undefined };

/**
 * How it stands. Ready is who can book: a queue that is away, and mails that are late, keep nobody from that, they wait in
 * the ledger.
 */
export function healthAnswer(
  { database, queue, mailLate }: Seen,
  readOnly: ReadOnly,
  version: string,
  stopping: boolean,
): HealthAnswer {
  const parts = [
    { part: 'booking', worse: !database || readOnly.on },
    { part: 'mail', worse: mailLate !== false },
    { part: 'queue', worse: !queue },
  ] as const;
  return {
    status: database && !stopping ? 'healthy' : 'unhealthy',
    database: database ? 'connected' : 'disconnected',
    queue: queue ? 'connected' : 'disconnected',
    mail: mailLate === undefined ? 'unknown' : mailLate ? 'late' : 'on_time',
    degraded: parts.flatMap(({ part, worse }) => (worse ? part : [])),
    readOnlyMode: readOnly.on,
    estimatedRecovery: readOnly.until,
    version,
  };
}
