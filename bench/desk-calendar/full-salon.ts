import { createSalon, type FixtureSalon } from '@salon/api/test/salon-fixture';
import { prismaOn } from '@salon/db/prisma';
import pg from 'pg';

/** A Monday. */
export const FROM = '2026-11-23';
export const STAFF = 20;
export const VISITS_A_DAY = 60;

/**
 * A salon of twenty people with sixty visits each a day: in every 39 minutes a colour that develops for 26, and inside of
 * it two cuts for others. So it is booked every day for some weeks before and after the one that is looked at, by fifty
 * thousand customers in turn, and each colour has a chair.
 */
export async function fullSalon(url: string, weeksBefore: number, weeksAfter: number): Promise<FixtureSalon> {
  // One connection, which keeps the temporary table.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    return await fill(pool, weeksBefore, weeksAfter);
  } finally {
    await pool.end();
  }
}

/** The id of a customer by her number, in SQL: a UUID such as the API sends. */
const customerId = (n: string) =>
  `overlay(overlay(md5('customer' || ${n}) placing '4' from 13) placing '8' from 17)::uuid`;

async function fill(pool: pg.Pool, weeksBefore: number, weeksAfter: number): Promise<FixtureSalon> {
  const salon = await createSalon(prismaOn(pool), {
    slug: 'full',
    staff: Array.from({ length: STAFF }, (_, index) => `Mitarbeiterin ${index + 1}`),
    chairs: STAFF,
    services: {
      Farbe: {
        phases: [
          ['work', 7],
          ['processing', 26],
          ['finish', 6],
        ],
        priceCents: 8_900,
        station: 'chair',
      },
      Herrenhaarschnitt: { phases: [['work', 13]] },
    },
    open: [420, 1200],
  });
  await pool.query(
    `insert into customer (salon_id, id, email_key, name, email, phone, locale, created_at)
     select $1, ${customerId('n')}, 'kundin' || n || '@kunde.example', 'Annegret Müller-Lüdenscheidt ' || n,
       'kundin' || n || '@kunde.example', '+49 40 555' || lpad(n::text, 5, '0'), 'de', '2026-01-01'
     from generate_series(0, 49999) n`,
    [salon.id],
  );
  // Up to thirty days ahead, in the order in which they were made; what was made by the salon has no trail here.
  await pool.query('alter table booking disable trigger user');
  await pool.query(
    `create temporary table made as
     select made.*, (lpad(to_hex((date_part('epoch', created) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' ||
       substr(hash, 4, 15))::uuid as id
     from (select t - interval '1 hour' * (abs(hashtext(hash)) % 720) as created, drawn.* from (select
       md5(day || '-' || who.n || '-' || block || '-' || place) as hash, who.id as staff, who.n as who, place, case place when 0 then 39 else 13 end as minutes,
       timestamptz '2026-11-23 07:00+01' + day * interval '1 day'
         + (block * 39 + case place when 0 then 0 else place * 13 - 6 end) * interval '1 minute' as t,
       (((day + 1000) * 1201 + who.n * 60 + block * 3 + place) % 50000)::int as customer
     from unnest($1::uuid[]) with ordinality as who (id, n), generate_series($2::int, $3::int) as day,
       generate_series(0, 19) as block, generate_series(0, 2) as place) as drawn) as made`,
    [Object.values(salon.staff), -7 * weeksBefore, 7 * (weeksAfter + 1) - 1],
  );
  await pool.query(
    `insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
       name, email, phone, note, locale, created_at, updated_at)
     select $1, m.id, upper(right(m.id::text, 12)), c.id,
       (case when m.t < '2026-11-23' then case customer % 50 when 0 then 'no_show' else 'done' end else 'confirmed' end)::booking_status,
       (case customer % 3 when 0 then 'salon' else 'online' end)::booking_source,
       m.t, m.t + m.minutes * interval '1 minute', case place when 0 then 8900 else 3500 end, 'EUR', c.name, c.email, c.phone,
       case customer % 10 when 0 then 'Kommt mit Kinderwagen, bitte den Platz am Fenster' end, 'de', m.created, m.created
     from made m join customer c on c.salon_id = $1 and c.id = ${customerId('m.customer')}
     order by m.id`,
    [salon.id],
  );
  await pool.query(
    `insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
       ends_at, price_cents)
     select $1, m.id, 0, case place when 0 then $2::uuid else $3::uuid end, case place when 0 then 'Farbe' else 'Herrenhaarschnitt' end,
       m.staff, 'Mitarbeiterin ' || m.who, m.t, m.t + m.minutes * interval '1 minute', case place when 0 then 8900 else 3500 end
     from made m order by m.id`,
    [salon.id, salon.services.Farbe, salon.services.Herrenhaarschnitt],
  );
  await pool.query(
    `insert into booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
     select $1, m.id, w.position, case when w.item is null then ($2::uuid[])[m.who] else m.staff end,
       tstzrange(m.t + w.a * interval '1 minute', m.t + w.b * interval '1 minute'), w.item
     from made m join (values (0, 0, 0, 7, 0), (0, 1, 33, 39, 0), (0, 2, 0, 39, null), (1, 0, 0, 13, 0), (2, 0, 0, 13, 0))
       as w (place, position, a, b, item) using (place)
     order by m.id`,
    [salon.id, salon.chairs],
  );
  await pool.query(
    `insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
     select w.salon_id, w.claimant_id, lower(w.during), w.during, w.booking_id
     from booking_want w join booking b on b.salon_id = w.salon_id and b.id = w.booking_id where b.status <> 'no_show'
     order by w.booking_id`,
  );
  await pool.query('drop table made');
  await pool.query('alter table booking enable trigger user');
  await pool.query('vacuum analyze');
  return salon;
}
