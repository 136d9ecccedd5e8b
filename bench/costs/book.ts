import type { Database } from '@salon/db/pool';
import { type Statement, sendOnce } from '@salon/db/write-statement';
import type { VisitCall } from '../growth/visits.ts';
import { gathered } from './gathered.ts';

/** Visits in one statement. */
const TOGETHER = 16;

export type SharedCall = { readonly statement: Statement; readonly visits: number };

/** These visits, so many to a statement. */
export function inCalls(visits: readonly VisitCall[]): Promise<SharedCall[]> {
  const calls = Array.from({ length: Math.ceil(visits.length / TOGETHER) }, (_, at) =>
    visits.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
  return Promise.all(calls.map(async (call) => ({ statement: await gathered(call), visits: call.length })));
}

/** Sends a statement of several visits; anything but all of them booked is an error. */
export async function sendTogether(db: Database, { statement, visits }: SharedCall): Promise<void> {
  const rows = await sendOnce<{ outcome: string }>(db, statement);
  const booked = rows.filter(({ outcome }) => outcome === 'booked').length;
  if (booked !== visits) throw new Error(`of ${visits} free times sent together ${booked} were booked`);
}
