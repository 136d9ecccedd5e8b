import { withClient } from '@salon/db/embedded/with-client';
import type pg from 'pg';
import { answerChecks } from './checks/answers.ts';
import { BOOKING_CHECKS } from './checks/bookings.ts';
import { DEED_CHECKS } from './checks/deeds.ts';
import { DESK_TIME_CHECKS } from './checks/desk-time.ts';
import { KEY_CHECKS } from './checks/keys.ts';
import type { CheckOptions, HistoryCheck } from './history-check.ts';
import { type LogLine, readLog } from './read-log.ts';
import { loadHistory } from './tables.ts';

/** Violations of one claim that are told in full. */
const TOLD = 20;

/** One claim about a history and whether it held. */
export type ClaimVerdict = {
  name: string;
  words: string;
  /** How many things were looked at: a claim about nothing proves nothing. */
  checked: number;
  /** At most 20, and then how many more. Empty: the claim held. */
  violations: string[];
  /** No violations, but to be said: bookings found later, refusals that could not be judged. */
  notes: string[];
};
export type Verdict = { ok: boolean; claims: ClaimVerdict[] };

/**
 * Decides whether what clients were told (their logs, an attempt to book or another change a line) and what the database holds now is one
 * history in which no booking went wrong. Looks at the salons the logs name and the bookings made there over HTTP.
 * Reads only; needs the owner's address. Throws when the database or a log cannot be read.
 */
export async function checkHistory(
  ownerUrl: string,
  logs: readonly string[],
  options: CheckOptions = {},
): Promise<Verdict> {
  return withClient(ownerUrl, async (client) => {
    const log = await loadHistory(client, linesOf(logs));
    const claims = [await legible(client, log)];
    const ofDesk = log.deeds > 0 ? [...DEED_CHECKS, ...DESK_TIME_CHECKS] : [];
    for (const check of [...answerChecks(options), ...KEY_CHECKS, ...BOOKING_CHECKS, ...ofDesk])
      claims.push(await held(client, check));
    return { ok: claims.every(({ violations }) => violations.length === 0), claims };
  });
}

async function* linesOf(logs: readonly string[]): AsyncGenerator<LogLine> {
  for (const log of logs) yield* readLog(log);
}

async function legible(
  client: pg.Client,
  { read, bad, unreadable }: { read: number; bad: number; unreadable: readonly string[] },
): Promise<ClaimVerdict> {
  const { rows } = await client.query<{ says: string }>(`
    select format('%s names salon %s, which is not there', min(at), salon) as says
    from (select at, salon from attempt union all select at, salon from deed) as told
    where salon not in (select slug from salon) group by salon`);
  const violations = [...unreadable, ...rows.map(({ says }) => says)];
  const words = "Every line of the clients' logs is an attempt, or a change, in a salon that exists.";
  return { name: 'log', words, checked: read, violations: told(violations, bad + rows.length), notes: [] };
}

async function held(
  client: pg.Client,
  { name, words, checked, wrong, notes = {} }: HistoryCheck,
): Promise<ClaimVerdict> {
  const { rows } = await client.query<{ says: string; all: number }>(
    `select w.says, (count(*) over ())::int as all from (${wrong}) as w (says) order by 1 limit ${TOLD}`,
  );
  const said: string[] = [];
  for (const [what, sql] of Object.entries(notes)) {
    const number = await count(client, sql);
    if (number > 0) said.push(`${what}: ${number}`);
  }
  const violations = told(
    rows.map(({ says }) => says),
    rows[0]?.all ?? 0,
  );
  return { name, words, checked: await count(client, checked), violations, notes: said };
}

async function count(client: pg.Client, sql: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select (${sql})::text as count`);
  return Number(rows[0]?.count);
}

function told(violations: readonly string[], all: number): string[] {
  const shown = violations.slice(0, TOLD);
  return all > shown.length ? [...shown, `and ${all - shown.length} more`] : shown;
}
