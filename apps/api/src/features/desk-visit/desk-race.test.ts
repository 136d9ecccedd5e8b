import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { at, type Desk, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { bookingsOf, openRush, type Rush, statuses } from '../../test/rush.ts';
import { tokenOf } from '../../test/test-api.ts';

let rush: Rush;
let desk: Desk;

beforeAll(async () => {
  rush = await openRush();
});
beforeEach(async () => {
  await rush.next();
  desk = await openDesk(rush.api, rush.salon());
});
afterAll(() => rush.close());

const intact = async () => expect(await wrongWithHeldTime(rush.api.owner, rush.salon().id)).toEqual([]);
/** The half hours of the day, from nine on. */
const timeOf = (n: number) => `${String(9 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`;
const block = (name: string, from: string, to: string) =>
  desk.send('POST', 'time-off', {
    ...{ staffId: rush.salon().staff[name], kind: 'time_off', startsAt: at(from), endsAt: at(to), overlap: true },
  });

test('the holder cancels while sixty want its minutes: whoever lay on it has them', async () => {
  const holder = await desk.made(['Haarschnitt Ida 10:00']);
  const guest = await desk.made(['Haarschnitt Ida 10:00'], { overlap: true });
  const [cancelled, ...wanted] = await Promise.all([
    desk.mark(holder, 'cancelled'),
    ...Array.from({ length: 60 }, (_, index) => rush.ask(index, '10:00', 'Haarschnitt:Ida')),
  ]);
  expect(cancelled.status).toBe(200);
  expect(statuses(wanted)).toEqual({ 409: 60 });
  expect((await desk.get(`visits/${guest.id}`)).body.visit.marks.overlaps).toBe(false);
  await intact();
});

test('nobody lies on it: one of sixty has the minutes of a visit that is cancelled', async () => {
  const visit = await desk.made(['Haarschnitt Ida 10:00']);
  const [, ...wanted] = await Promise.all([
    desk.mark(visit, 'cancelled'),
    ...Array.from({ length: 60 }, (_, index) => rush.ask(index, '10:00', 'Haarschnitt:Ida')),
  ]);
  const late = await rush.ask(0, '10:00', 'Haarschnitt:Ida');
  expect(bookingsOf([...wanted, late])).toHaveLength(1);
  await intact();
});

test('sick leave over visits; they move away while sixty want her minutes: nobody has them', async () => {
  const visits = [];
  for (const time of ['10:00', '10:30', '11:00', '11:30']) visits.push(await desk.made([`Haarschnitt Mia ${time}`]));
  expect((await block('Mia', '09:00', '17:00')).status).toBe(200);
  const moves = visits.map((visit, index) => () => desk.change(visit, [`Haarschnitt Ida 1${index}:00`]));
  const [moved, wanted] = await Promise.all([
    Promise.all(moves.map((move) => move())),
    Promise.all(Array.from({ length: 60 }, (_, index) => rush.ask(index, '10:30', 'Haarschnitt:Mia'))),
  ]);
  expect(statuses(moved)).toEqual({ 200: 4 });
  expect(bookingsOf(wanted)).toEqual([]);
  expect(await rush.takenMinutes('Mia', '09:00', '17:00')).toBe(480);
  await intact();
});

test('sick leave is laid and ended while customers book and cancel: no minute has two holders, and none is lost', {
  // Three long stretches against a hundred and twenty calls.
  timeout: 120_000,
}, async () => {
  const asked = await Promise.all(
    Array.from({ length: 60 }, (_, index) => rush.ask(index, timeOf(index % 16), 'Haarschnitt')),
  );
  const tokens = bookingsOf(asked).map(tokenOf);
  await Promise.all([
    ...tokens.map((token, index) => rush.cancel(index, token)),
    ...['Mia', 'Ben', 'Ida'].map(async (name) => {
      const { body } = await block(name, '09:00', '17:00');
      await desk.send('POST', `time-off/${body.timeOff.id}/end`, {});
    }),
    ...Array.from({ length: 30 }, (_, index) => rush.ask(index, timeOf(2 * (index % 8)), 'Haarschnitt')),
  ]);
  await intact();
});

test('sixteen customers below one sick leave cancel at once: they take turns, and none meets a deadlock', {
  // Without turns: as many seconds as deadlocks.
  timeout: 120_000,
}, async () => {
  const { api } = rush;
  const visits: { id: string }[] = [];
  for (let n = 0; n < 16; n++) visits.push(await desk.made([`Haarschnitt Mia ${timeOf(n)}`]));
  expect((await block('Mia', '09:00', '17:00')).status).toBe(200);
  const customers = new pg.Pool({ connectionString: api.database.apiUrl, max: 16, application_name: 'customers' });
  const cancel = "select cancel_v1($1, $2, $3, '0', null, $4, null) as outcome";
  const ends = await Promise.allSettled(
    visits.map(({ id }) => customers.query(cancel, [rush.salon().id, id, new Date(api.clock.now), v7()])),
  );
  await customers.end();
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value.rows[0].outcome : end.reason.code))).toEqual(
    Array(16).fill('cancelled'),
  );
  expect(await rush.takenMinutes('Mia', '09:00', '17:00')).toBe(480);
  await intact();
});

test('two members drag the same twelve visits about at once: each lands where one of them put it, the other is told', async () => {
  const second = await openDesk(rush.api, rush.salon());
  const visits = [];
  for (let n = 0; n < 12; n++) visits.push(await desk.made([`Haarschnitt Mia ${timeOf(n)}`]));
  const results = await Promise.all(
    visits.map(async (visit, n) => {
      const time = timeOf(n);
      const answers = await Promise.all([
        desk.change(visit, [`Haarschnitt Ida ${time}`], { overlap: true }),
        second.change(visit, [`Haarschnitt Ben ${time}`], { overlap: true }),
        rush.ask(n, time, 'Haarschnitt:Ida'),
      ]);
      return answers
        .slice(0, 2)
        .map(({ status }) => status)
        .sort();
    }),
  );
  expect(results).toEqual(Array(12).fill([200, 409]));
  await intact();
});
