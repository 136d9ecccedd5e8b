import { withClient } from '@salon/db/embedded/with-client';
import type { Arrived } from '@salon/worker/test/mail-server';
import { until } from '../stack/processes.ts';

/** Twenty a second go out at most; this many milliseconds are waited for each that is still to come, and some more. */
const EACH_MS = 100;
const SOME_MS = 60_000;

const WAITING = `
  select (select count(*) from outbox where taken_at is null)
    + (select count(*) from message where state in ('due', 'queued', 'sending') and due_at <= now()) as waiting`;

/** How the mails of bookings came out: those whose customer got none, and those who got more than one. */
export type Mails = { readonly bookings: number; readonly lost: string[]; readonly twice: string[] };

/** Waits until nothing is on its way any more, then compares the bookings with what arrived at the mail server. */
export async function countMails(ownerUrl: string, arrived: readonly Arrived[]): Promise<Mails> {
  const waiting = () =>
    withClient(ownerUrl, async (client) => Number((await client.query<{ waiting: string }>(WAITING)).rows[0]?.waiting));
  const first = await waiting();
  await until(async () => (await waiting()) === 0, 'the last mail', SOME_MS + first * EACH_MS);
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ email: string }>("select email from booking where source = 'online' order by email"),
  );
  const heard = new Map<string, number>();
  for (const { to } of arrived) for (const one of to) heard.set(one, (heard.get(one) ?? 0) + 1);
  // Each booking has an address of its own.
  const got = ({ email }: { email: string }) => heard.get(email) ?? 0;
  const emails = (which: typeof rows) => which.map(({ email }) => email);
  return {
    bookings: rows.length,
    lost: emails(rows.filter((one) => got(one) === 0)),
    twice: emails(rows.filter((one) => got(one) > 1)),
  };
}
