import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import {
  type BookingAnswer,
  bookingsOf,
  crowd,
  openRush,
  type Rush,
  SERVICES,
  statuses,
  told,
} from '../../test/rush.ts';
import { createSalon } from '../../test/salon-fixture.ts';
import { book, tokenOf, wish } from '../../test/test-api.ts';

let rush: Rush;

beforeAll(async () => {
  rush = await openRush();
});
beforeEach(() => rush.next());
// Whatever happened, nothing may be wrong with who holds which time.
afterEach(async () => {
  expect(await wrongWithHeldTime(rush.api.owner, rush.salon().id)).toEqual([]);
});
afterAll(() => rush.close());

/** What was told is what is there: no visit half made, none made that was refused. */
async function expectKept(answers: readonly BookingAnswer[]) {
  expect(await rush.kept()).toEqual(bookingsOf(answers).map(told).sort());
}

test.each(['Haarschnitt', 'Trockenschnitt'])(
  'sixty after colour and %s, and two who can colour: two visits, fifty-eight refusals with times that are free',
  async (cut) => {
    const answers = await crowd((index) => rush.ask(index, '10:00', 'Färben', cut));
    expect(statuses(answers)).toEqual({ 201: 2, 409: 58 });
    await expectKept(answers);
    for (const name of ['Mia', 'Ben']) expect(await rush.takenMinutes(name, '10:00', '10:30'), name).toBe(30);

    const refused = answers.filter(({ status }) => status === 409);
    for (const { body } of refused) {
      expect(body.code).toBe('slot_taken');
      expect(body.alternatives).toHaveLength(3);
    }
    for (const { startsAt } of refused[0]?.body.alternatives ?? []) {
      const [date, clock] = startsAt.split('T');
      const services = [{ service: 'Färben' }, { service: cut }];
      const { status } = await book(rush.api.app, wish(rush.salon(), { services, date, time: clock.slice(0, 5) }));
      expect(status, startsAt).toBe(201);
    }
  },
);

test('sixty after colour and cut by anybody of twenty: twenty visits, each of one person, and nobody is sent away for the crowd', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `Person ${index}`);
  const { api } = rush;
  const salon = await createSalon(api.prisma, { staff: names, services: SERVICES });
  const services = [{ service: 'Färben' }, { service: 'Haarschnitt' }];
  const answers = await crowd(() => book(api.app, wish(salon, { services })));
  expect(statuses(answers)).toEqual({ 201: 20, 409: 40 });
  const who = bookingsOf(answers).map(({ items }) => items.map((item: { staff: string }) => item.staff));
  expect(new Set(who.flat()).size).toBe(20);
  for (const [colours, cuts] of who) expect(cuts).toBe(colours);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('sixty after colour by Mia and a cut by Ben meanwhile: one visit, and Mia is free while the colour develops', async () => {
  const answers = await crowd((index) => rush.ask(index, '10:00', 'Färben:Mia', 'Haarschnitt:Ben'));
  expect(statuses(answers)).toEqual({ 201: 1, 409: 59 });
  expect(await rush.kept()).toEqual(['10:00–11:15 Färben Mia + 10:30–11:00 Haarschnitt Ben']);
  const others = await Promise.all([
    rush.ask(0, '10:30', 'Haarschnitt:Mia'),
    rush.ask(1, '10:00', 'Haarschnitt:Ben'),
    rush.ask(0, '11:00', 'Haarschnitt:Ben'),
    rush.ask(1, '10:30', 'Haarschnitt:Ben'),
    rush.ask(0, '11:00', 'Haarschnitt:Mia'),
  ]);
  expect(others.map(({ status }) => status)).toEqual([201, 201, 201, 409, 409]);
});

test('sixty after Mia, for colour and cut, for colour, for a cut while a colour develops: her time is sold to the last minute, once', async () => {
  const wishes = [['Färben:Mia', 'Haarschnitt:Mia'], ['Färben:Mia'], ['Haarschnitt:Mia']];
  const answers = await crowd((index) =>
    rush.ask(index, index % 3 === 2 ? '10:30' : '10:00', ...(wishes[index % 3] ?? [])),
  );
  const won = bookingsOf(answers).map(told);
  expect(statuses(answers)).toEqual({ 201: won.length, 409: 60 - won.length });
  await expectKept(answers);

  // One colours at ten. Who cuts at half past ten is in the same visit or in another; whoever wanted both and lost that half
  // hour has the cut after the colour.
  expect(won.filter((words) => words.includes('10:00–11:15 Färben Mia'))).toHaveLength(1);
  expect(won.filter((words) => words.includes('10:30–11:00 Haarschnitt Mia'))).toHaveLength(1);
  expect(won.length).toBeLessThanOrEqual(2);
  expect(await rush.takenMinutes('Mia', '10:00', '11:15')).toBe(75);
});

test('while the owner blocks the time in which the colour would develop, twice: one visit, and what is blocked comes to the owner when it goes', async () => {
  const blocks: string[] = [];
  const asked: BookingAnswer[] = [];
  await crowd(async (index) => {
    if (index % 30 === 7) blocks.push(await rush.block('Mia', '10:30', '11:00'));
    else asked.push(await rush.ask(index, '10:00', 'Färben:Mia', 'Haarschnitt:Mia'));
  });
  expect(statuses(asked)).toEqual({ 201: 1, 409: 57 });
  await expectKept(asked);
  expect(await rush.takenMinutes('Mia', '10:00', '11:15')).toBe(75);

  // Of the three who wanted half past ten one holds it, and the others lie on it.
  const [winner] = bookingsOf(asked);
  const cutsMeanwhile = told(winner).includes('10:30–11:00 Haarschnitt Mia');
  const overlaid = 'select count(*)::int as n from time_off where salon_id = $1 and overlaid';
  const { rows } = await rush.api.owner.query(overlaid, [rush.salon().id]);
  expect(rows[0].n).toBe(cutsMeanwhile ? 2 : 1);

  await rush.cancel(0, tokenOf(winner));
  expect(await rush.takenMinutes('Mia', '10:00', '11:45')).toBe(30);
  for (const timeOff of blocks) await rush.unblock(timeOff);
  expect(await rush.takenMinutes('Mia', '10:00', '11:45')).toBe(0);
});
