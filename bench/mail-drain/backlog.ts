import { withClient } from '@salon/db/embedded/with-client';

/** Visits that were booked while no worker was there, straight to the tables, each with its event. */
const BOOKED = `
  with visit as (
    select s.id as salon_id, gen_random_uuid() as id, n
    from (select id, row_number() over (order by slug) as at, count(*) over () as salons from salon where slug like 'load-%') s,
      generate_series(1, $1::int) n
    where n % s.salons = s.at - 1
  ), customer as (
    insert into customer (salon_id, id, email_key, name, email, locale, created_at)
    select salon_id, id, id || '@kunde.example', 'Kundin', id || '@kunde.example', 'de', now() from visit
  ), booking as (
    insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency, name,
      email, locale, created_at, updated_at)
    select salon_id, id, id::text, id, 'confirmed', 'online', now() + interval '30 days', now() + interval '30 days 30 minutes',
      3500, 'EUR', 'Kundin', id || '@kunde.example', 'de', now(), now() from visit
  ), item as (
    insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at, ends_at,
      price_cents)
    select salon_id, id, 0, id, 'Haarschnitt', id, 'Mia', now() + interval '30 days', now() + interval '30 days 30 minutes', 3500
    from visit
  )
  insert into outbox (salon_id, id, kind, booking_id, sequence, created_at, taken_at)
  select salon_id, id, 'booking_created', id, 0, now(), 'epoch' from visit`;

/**
 * Writes so many events, each of which asks for a confirmation and a reminder, and lets the database tidy up after itself:
 * nobody takes them up before they are shown.
 */
export async function leaveEvents(ownerUrl: string, count: number): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(BOOKED, [count]);
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  });
}

/** Shows the events that were left: from now on they wait. */
export async function showEvents(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, (client) => client.query("update outbox set taken_at = null where taken_at = 'epoch'"));
}

/** Gives up what has not been sent, so that the next round finds nothing waiting. */
export async function forgetBacklog(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query("update outbox set taken_at = now() where taken_at is null or taken_at = 'epoch'");
    await client.query(
      `update message set state = 'dropped', drop_reason = 'given up between two rounds' where state in ('due', 'queued')`,
    );
    await client.query(`delete from bullmq.job where state <> 'active'`);
  });
}

/** Mails sent so far, and events that nobody has taken up yet. */
export async function progressOf(ownerUrl: string): Promise<{ sent: number; waiting: number }> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ sent: number; waiting: number }>(
      `select (select count(*) from message where state = 'sent')::int as sent,
         (select count(*) from outbox where taken_at is null)::int as waiting`,
    ),
  );
  return rows[0] ?? { sent: 0, waiting: 0 };
}
