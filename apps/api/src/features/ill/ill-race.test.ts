import type pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { at, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { openRush, type Rush } from '../../test/rush.ts';

const DAY = '2026-11-24';
const ROUNDS = 5;
let rush: Rush;

beforeAll(async () => {
  rush = await openRush();
});
afterAll(() => rush.close());

const deadlocks = async () => {
  const { rows } = await rush.api.owner.query(
    'select deadlocks::int as n from pg_stat_database where datname = current_database()',
  );
  return rows[0].n;
};
/** Until so many statements of others wait for somebody. */
const waiting = (count: number) =>
  vi.waitFor(
    async () => {
      const { rows } = await rush.api.owner.query(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      expect(rows[0].n).toBe(count);
    },
    { timeout: 1_500, interval: 5 },
  );

test('a customer books two people whom visits are given to in the other order: the one who waits for no other has the time', {
  timeout: 60_000,
}, async () => {
  const ends: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await rush.next();
    const { id, staff } = rush.salon();
    const desk = await openDesk(rush.api, rush.salon());
    const [first, second] = [await desk.made(['Haarschnitt Mia 10:30']), await desk.made(['Haarschnitt Mia 10:00'])];
    const given = [
      { do: 'give', visitId: first.id, version: first.version, staffId: staff.Ida },
      { do: 'give', visitId: second.id, version: second.version, staffId: staff.Ben },
    ];
    // Somebody is about to take what both want, and lets it go when both wait for it.
    const client = await rush.api.owner.connect();
    try {
      await client.query('begin');
      await takeForNow(client, id, staff.Ida ?? '');
      const booked = rush.ask(0, '10:00', 'Haarschnitt:Ben', 'Haarschnitt:Ida');
      await waiting(1);
      const body = { staffId: staff.Mia, from: DAY, to: DAY, choices: given, notify: false };
      const ill = desk.send('POST', 'ill', body);
      await waiting(2);
      await client.query('rollback');
      ends.push(`${(await booked).status} ${(await ill).status}`);
    } finally {
      client.release(true);
    }
    expect(await wrongWithHeldTime(rush.api.owner, id)).toEqual([]);
  }
  expect(ends).toEqual(Array(ROUNDS).fill('201 409'));
  // Each would be a second in which both wait.
  expect(await deadlocks()).toBe(0);
});

async function takeForNow(client: pg.PoolClient, salonId: string, staffId: string): Promise<void> {
  const timeOff = v7();
  await client.query(
    `insert into time_off (salon_id, id, staff_id, kind, starts_at, ends_at, created_at)
     values ($1, $2, $3, 'blocked', $4, $5, $4)`,
    [salonId, timeOff, staffId, at('10:30'), at('11:00')],
  );
  await client.query(
    'insert into claim (salon_id, claimant_id, starts_at, during, time_off_id) values ($1, $2, $3, tstzrange($3, $4), $5)',
    [salonId, staffId, at('10:30'), at('11:00'), timeOff],
  );
}
