import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';

const DAY = '2026-11-24';
const SERVICES = ['Färben', 'Haarschnitt'];

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben', 'Ida'],
    services: {
      Färben: { phases: COLOURING, by: ['Mia', 'Ben'] },
      Haarschnitt: { phases: [['work', 30]], duringProcessing: false },
    },
  });
  // Ten o'clock is full for everybody, and Ben's afternoon for him.
  for (const name of ['Mia', 'Ben', 'Ida']) await taken('Haarschnitt', name, '10:00');
  for (const time of ['11:30', '12:00', '12:30', '13:00']) await taken('Haarschnitt', 'Ben', time);
});
afterAll(() => api.close());

const id = (name: string | undefined) => (name === undefined ? undefined : salon.staff[name]);

async function taken(service: string, name: string, time: string) {
  const { status } = await book(api.app, wish(salon, { service, staffId: id(name), date: DAY, time }));
  expect(status).toBe(201);
}

const basketWith = (names: readonly (string | undefined)[]) =>
  SERVICES.map((service, index) => ({ service, staffId: id(names[index]) }));

test.each([
  ['with whoever is free', [undefined, undefined]],
  ['both by Mia', ['Mia', 'Mia']],
  ['colour by Mia, the cut by Ben, who has less time', ['Mia', 'Ben']],
  ['colour by anybody, the cut by Ida', [undefined, 'Ida']],
] as [string, (string | undefined)[]][])('a basket that is refused is offered other times: %s', async (_, names) => {
  const services = basketWith(names);
  const refused = await book(api.app, wish(salon, { services, date: DAY, time: '10:00' }));
  expect([refused.status, refused.body.code]).toEqual([409, 'slot_taken']);
  expect(refused.body.alternatives).toHaveLength(3);

  // They are among the free times for the same basket with the same people …
  const ids = SERVICES.map((name) => salon.services[name]).join(',');
  const staff = names.map((name) => id(name) ?? 'any').join(',');
  const url = `/api/salons/${salon.slug}/availability?services=${ids}&staff=${staff}&from=2026-11-23&days=14`;
  const { days } = (await api.app.inject({ url })).json();
  const starts = days.flatMap((day: { slots: { startsAt: string }[] }) => day.slots.map((slot) => slot.startsAt));
  for (const { startsAt } of refused.body.alternatives) expect(starts).toContain(startsAt);

  // … and each can be booked just so, by those who were said to do it.
  for (const { startsAt, staffIds } of refused.body.alternatives) {
    const [date, clock] = startsAt.split('T');
    const { status, body } = await book(api.app, wish(salon, { services, date, time: clock.slice(0, 5) }));
    expect(status, startsAt).toBe(201);
    expect(body.booking.startsAt).toBe(startsAt);
    const done: string[] = body.booking.items.map((item: { staffId: string }) => item.staffId);
    for (const [index, name] of names.entries()) {
      if (name !== undefined) expect([staffIds[index], done[index]]).toEqual([id(name), id(name)]);
    }
  }
});
