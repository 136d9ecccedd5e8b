import type pg from 'pg';
import { v7 } from 'uuid';

/** Minutes of one day, told as times: `10:00` is an instant of 24 November 2026 in UTC. */
export const at = (time: string) => `2026-11-24T${time}:00Z`;

export type DayBook = Awaited<ReturnType<typeof openDayBook>>;

/**
 * A salon with one staff member, written straight to the tables, and the moves of its owner:
 * visits laid into her day, over one another if wanted, and taken out again.
 */
export async function openDayBook(pool: pg.Pool) {
  const salon = v7();
  const staff = v7();
  const customer = v7();
  const one = async <T>(text: string, values: unknown[]) =>
    (await pool.query<{ is: T }>(text, values)).rows[0]?.is as T;
  await pool.query("insert into salon (id, slug, name, time_zone) values ($1, $2, 'Salon', 'UTC')", [
    salon,
    `s-${salon.slice(-12)}`,
  ]);
  await pool.query("insert into staff (salon_id, id, name, position) values ($1, $2, 'Mia', 0)", [salon, staff]);
  await pool.query(
    "insert into customer (salon_id, id, email_key, name, locale, created_at) values ($1, $2, 'a@kunde.example', 'A', 'de', now())",
    [salon, customer],
  );

  return {
    salon,
    staff,
    /** Writes a visit that wants these stretches, and lets it hold what it can (all of it, unless `overlap`). */
    async visit(stretches: readonly (readonly [string, string])[], overlap = false) {
      const id = v7();
      const [first] = stretches;
      const last = stretches.at(-1);
      await pool.query(
        `insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents,
           currency, name, locale, created_at, updated_at)
         values ($1, $2::uuid, $2::text, $3, 'confirmed', 'online', $4, $5, 0, 'EUR', 'A', 'de', now(), now())`,
        [salon, id, customer, at(first?.[0] ?? ''), at(last?.[1] ?? '')],
      );
      for (const [position, [from, to]] of stretches.entries()) {
        await pool.query(
          'insert into booking_want (salon_id, booking_id, position, claimant_id, during) values ($1, $2, $3, $4, tstzrange($5, $6))',
          [salon, id, position, staff, at(from), at(to)],
        );
      }
      return { id, whole: await one<boolean>('select hold_visit_v1($1, $2, $3) as is', [salon, id, overlap]) };
    },
    async timeOff(from: string, to: string) {
      const id = v7();
      const whole = await one<boolean>("select lay_time_off_v1($1, $2, $3, 'time_off', $4, $5, null, now()) as is", [
        salon,
        id,
        staff,
        at(from),
        at(to),
      ]);
      return { id, whole };
    },
    cancel: (id: string) =>
      one<string>("select cancel_v1($1, $2, '2026-11-01', interval '0', null, $3, null) as is", [salon, id, v7()]),
    /** Moves a visit to one stretch elsewhere, as its customer would. */
    async move(id: string, [from, to]: readonly [string, string]) {
      const claim = { claimantId: staff, item: 0, from: at(from), to: at(to) };
      const item = {
        serviceId: v7(),
        service: 'S',
        staffId: staff,
        staff: 'Mia',
        startsAt: at(from),
        endsAt: at(to),
        priceCents: 0,
      };
      const arrangement = {
        rank: 0,
        startsAt: at(from),
        endsAt: at(to),
        priceCents: 0,
        answer: '{}',
        staffClaims: [claim],
        stations: [],
        items: [item],
      };
      return one<string>(
        `select outcome as is from move_v1($1, 1, $2::text, sha256('x'), '2026-11-01', '[2026-11-24,2026-11-25)', $2::uuid,
           (select version from booking where id = $2::uuid), interval '0', $3, $4)`,
        [salon, id, JSON.stringify({ outboxId: v7() }), JSON.stringify([arrangement])],
      );
    },
    endTimeOff: (id: string) => one<boolean>('select end_time_off_v1($1, $2, now()) as is', [salon, id]),
    /** What is held: `from–to holder`, with names for the ids given. */
    async held(names: Record<string, string>) {
      const { rows } = await pool.query(
        `select to_char(lower(during) at time zone 'UTC', 'HH24:MI') as f, to_char(upper(during) at time zone 'UTC', 'HH24:MI') as t,
           coalesce(booking_id, time_off_id) as holder from claim where salon_id = $1 order by starts_at`,
        [salon],
      );
      const label = Object.fromEntries(Object.entries(names).map(([name, id]) => [id, name]));
      return rows.map(({ f, t, holder }) => `${f}–${t} ${label[holder] ?? '?'}`);
    },
    async overlaid() {
      const { rows } = await pool.query(
        `select booking_id as id from booking_want where salon_id = $1 and overlaid
         union select id from time_off where salon_id = $1 and overlaid`,
        [salon],
      );
      return rows.map((row) => row.id as string);
    },
  };
}
