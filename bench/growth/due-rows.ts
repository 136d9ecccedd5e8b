import { withClient } from '@salon/db/embedded/with-client';

/** How many rows of each kind are due. */
export type DueRows = { readonly keys: number; readonly claims: number; readonly events: number };

/**
 * Writes rows that db:prune has to remove, as a day of bookings leaves them: keys of 40 days ago, claims of 100 days ago
 * (one for each of so many past visits; `round` keeps those of several rounds apart) and events taken 8 days ago.
 */
export async function makeDue(ownerUrl: string, round: number, due: DueRows): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into idempotency (salon_id, target_id, key, request_hash, booking_id, answer, created_at)
       select salon_id, salon_id, gen_random_uuid()::text, sha256(id::text::bytea), id, repeat('{"answer"}', 60), now() - interval '40 days'
       from (select salon_id, id from booking limit $1) b`,
      [due.keys],
    );
    await client.query(
      `insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
       select salon_id, staff_id, t, tstzrange(t, t + interval '30 minutes'), booking_id
       from (select salon_id, staff_id, booking_id, starts_at - interval '1 year' - interval '200 days' * $2 as t
             from booking_item limit $1) i`,
      [due.claims, round],
    );
    await client.query(
      `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at, taken_at)
       select salon_id, gen_random_uuid(), 'booking_created', id, 0, now() - interval '8 days', now() - interval '8 days'
       from (select salon_id, id from booking limit $1) b`,
      [due.events],
    );
  });
}

/** What db:prune should find. */
export async function countDue(ownerUrl: string): Promise<DueRows> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<DueRows>(
      `select (select count(*)::int from idempotency where created_at < now() - interval '30 days') as keys,
         (select count(*)::int from claim where upper(during) < now() - interval '90 days') as claims,
         (select count(*)::int from outbox where taken_at < now() - interval '7 days') as events`,
    );
    return rows[0] ?? { keys: 0, claims: 0, events: 0 };
  });
}
