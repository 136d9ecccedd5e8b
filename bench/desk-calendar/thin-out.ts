import type { FixtureSalon } from '@salon/api/test/salon-fixture';
import pg from 'pg';

/** Leaves one person every fifth of her visits, twelve a day. */
export async function thinOut(url: string, salon: FixtureSalon, staffId: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('alter table booking disable trigger user');
    await client.query(
      `with hers as (
         select booking_id, row_number() over (order by starts_at) % 5 as n from booking_item where salon_id = $1 and staff_id = $2
       ), gone as (
         update booking set status = 'cancelled', cancelled_at = starts_at
         where salon_id = $1 and id in (select booking_id from hers where n <> 0) returning id
       )
       delete from claim where salon_id = $1 and booking_id in (select booking_id from hers where n <> 0)`,
      [salon.id, staffId],
    );
    await client.query('alter table booking enable trigger user');
    await client.query('vacuum analyze booking, claim');
  } finally {
    await client.end();
  }
}
