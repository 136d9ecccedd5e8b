import type { Database } from '@salon/db/pool';
import type { Statement } from '@salon/db/write-statement';
import { operations } from '../growth/operations.ts';
import type { VisitCall } from '../growth/visits.ts';

/** Statements the API has with the database at once before it gathers. */
const AT_WORK = 1;

/**
 * The one statement in which the API sends visits that come while its database is at work: caught from its own repo,
 * which is kept at work with the first visit meanwhile. Nothing is sent.
 */
export async function gathered(visits: readonly VisitCall[]): Promise<Statement> {
  const [first] = visits;
  if (first === undefined) throw new Error('there is no visit to send');
  const sent: Statement[] = [];
  const decision = { outcome: 'booked', answer: '', bookingId: '', tokenVersion: 1 };
  const pool = {
    waitingCount: 0,
    query: async (statement: Statement) => {
      if (statement.name.startsWith('book_together')) sent.push(statement);
      return { rows: visits.map((_, call) => ({ call, ...decision })) };
    },
  };
  const { book } = operations({ pool, probe: pool, prepared: true } as unknown as Database, Date.now());
  await Promise.all([...Array.from({ length: AT_WORK }, () => first), ...visits].map(book));
  const [statement] = sent;
  const calls: unknown = JSON.parse(String(statement?.values[0] ?? '[]'));
  if (statement === undefined || sent.length > 1 || !Array.isArray(calls) || calls.length !== visits.length) {
    throw new Error(
      `the API sends ${visits.length} visits in another way than one statement behind ${AT_WORK} at work`,
    );
  }
  return statement;
}
