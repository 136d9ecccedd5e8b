import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, type DayBook, openDayBook } from './test/day-book.ts';
import { createTestDatabase, type TestDatabase } from './test/test-database.ts';

let database: TestDatabase;
let pool: pg.Pool;
let day: DayBook;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  day = await openDayBook(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('bookings and customers are never deleted in bulk', () => {
  const customers = (count: number) =>
    pool.query(
      `insert into customer (salon_id, id, email_key, name, locale, created_at)
       select $1, gen_random_uuid(), 'bulk-' || n || '@kunde.example', 'B', 'de', now() from generate_series(1, $2) n`,
      [day.salon, count],
    );

  test('one may go, a sixth with five others may not, nor may all of them', async () => {
    await customers(7);
    const remove = (count: number) =>
      pool.query(
        `delete from customer where (salon_id, id) in
           (select salon_id, id from customer where email_key like 'bulk-%' limit $1)`,
        [count],
      );
    await expect(remove(1)).resolves.toMatchObject({ rowCount: 1 });
    await expect(remove(6)).rejects.toMatchObject({ code: '23001' });
    await expect(pool.query('truncate customer cascade')).rejects.toMatchObject({ code: '23001' });
    const { rows } = await pool.query("select count(*)::int as left from customer where email_key like 'bulk-%'");
    expect(rows).toEqual([{ left: 6 }]);
  });

  test('visits neither', async () => {
    for (let hour = 10; hour < 16; hour++) {
      const { id } = await day.visit([[`${hour}:00`, `${hour}:30`]]);
      await day.cancel(id);
      await pool.query('delete from booking_want where booking_id = $1', [id]);
    }
    await expect(pool.query("delete from booking where status = 'cancelled'")).rejects.toMatchObject({ code: '23001' });
    await expect(pool.query('truncate booking cascade')).rejects.toMatchObject({ code: '23001' });
  });
});

describe('the database refuses', () => {
  const claim = (during: string, booking: string | null, timeOff: string | null = null) =>
    pool.query(
      `insert into claim (salon_id, claimant_id, starts_at, during, booking_id, time_off_id)
       values ($1, $2, coalesce(lower($3::tstzrange), '2026-01-01'), $3, $4, $5)`,
      [day.salon, day.staff, during, booking, timeOff],
    );

  test.each([
    ['an empty claim', `[${at('08:00')},${at('08:00')})`],
    ['a claim without end', `[${at('08:00')},)`],
    ['a claim without begin', `(,${at('08:00')})`],
    ['a claim that ends with its last instant', `[${at('08:00')},${at('08:30')}]`],
    ['a claim for ever', `[${at('08:00')},infinity)`],
  ])('%s', async (_story, during) => {
    await expect(claim(during, v7())).rejects.toMatchObject({ constraint: 'claim_bounded' });
  });

  test('a claim of nobody, or of two', async () => {
    const during = `[${at('08:00')},${at('08:30')})`;
    await expect(claim(during, null)).rejects.toMatchObject({ constraint: 'claim_one_holder' });
    await expect(claim(during, v7(), v7())).rejects.toMatchObject({ constraint: 'claim_one_holder' });
  });

  test('a claim of a visit that is not', async () => {
    await expect(claim(`[${at('08:00')},${at('08:30')})`, v7())).rejects.toMatchObject({ code: '23503' });
  });

  test.each([
    ['a step that does not divide the day', 'step_minutes = 50'],
    ['a currency that is none', "currency = 'eur'"],
    ['a slug that is no path segment', "slug = 'Salon Elbe'"],
    ['an address form nobody speaks', "address_form = 'ihr'"],
    ['a horizon of ten years', 'horizon_days = 3650'],
  ])('%s', async (_story, change) => {
    await expect(pool.query(`update salon set ${change} where id = $1`, [day.salon])).rejects.toMatchObject({
      code: '23514',
    });
  });

  test('minutes of one’s own for processing', async () => {
    const [category, service] = [v7(), v7()];
    await pool.query("insert into service_category values ($1, $2, 'Farbe', 0)", [day.salon, category]);
    await pool.query(
      "insert into service (salon_id, id, category_id, name, price_cents, position) values ($1, $2, $3, 'Färben', 5000, 0)",
      [day.salon, service, category],
    );
    await pool.query("insert into service_phase values ($1, $2, 0, 'work', 30), ($1, $2, 1, 'processing', 30)", [
      day.salon,
      service,
    ]);
    await pool.query('insert into staff_service values ($1, $2, $3)', [day.salon, day.staff, service]);
    const own = (position: number, kind: string) =>
      pool.query('insert into staff_service_phase values ($1, $2, $3, $4, $5, 20)', [
        day.salon,
        day.staff,
        service,
        position,
        kind,
      ]);
    await expect(own(0, 'work')).resolves.toMatchObject({ rowCount: 1 });
    await expect(own(1, 'processing')).rejects.toMatchObject({ constraint: 'staff_service_phase_no_own_processing' });
    // Nor by calling it work: the kind is part of the key it refers to.
    await expect(own(1, 'work')).rejects.toMatchObject({ code: '23503' });
  });
});
