import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVICES, told } from '../../test/rush.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';

const STAFF = ['Mia', 'Ben', 'Ida', 'Tom', 'Eva'];

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, { staff: STAFF, services: SERVICES });
});
afterAll(() => api.close());

const basket = async (time: string, date = '2026-11-24') => {
  const services = [{ service: 'Färben' }, { service: 'Haarschnitt' }];
  const { status, body } = await book(api.app, wish(salon, { services, date, time }));
  return status === 201 ? told(body.booking) : body.code;
};
const cut = async (name: string, time: string, date = '2026-11-24') => {
  const { status } = await book(
    api.app,
    wish(salon, { service: 'Haarschnitt', staffId: salon.staff[name], date, time }),
  );
  expect(status).toBe(201);
};

test('of fifty ways the best that is free is booked: one person, else two, else one after the other, and then no way is left', async () => {
  // Each has somebody in the chair while her colour would develop, but Eva, who has one while she would apply it.
  for (const name of STAFF.slice(0, 4)) await cut(name, '10:30');
  await cut('Eva', '10:00');
  expect(await basket('10:00')).toBe('10:00–11:15 Färben Mia + 10:30–11:00 Haarschnitt Eva');
  expect(await basket('10:00')).toBe('10:00–11:15 Färben Ben + 11:15–11:45 Haarschnitt Ben');
  expect(await basket('10:00')).toBe('10:00–11:15 Färben Ida + 11:15–11:45 Haarschnitt Ida');
  expect(await basket('10:00')).toBe('10:00–11:15 Färben Tom + 11:15–11:45 Haarschnitt Tom');
  expect(await basket('10:00')).toBe('slot_taken');
});

test('among equals it is the one with the least to do that day', async () => {
  const day = '2026-11-25';
  for (const name of ['Mia', 'Ben', 'Tom', 'Eva']) await cut(name, '15:00', day);
  expect(await basket('13:00', day)).toBe('13:00–14:15 Färben Ida + 13:30–14:00 Haarschnitt Ida');
});

test('also when more ways are equal than are sent at once, and the one with the least to do comes late among them', async () => {
  const day = '2026-11-26';
  // Nobody can do both: Mia and Ben are free to colour, the others to cut meanwhile.
  for (const name of ['Mia', 'Ben']) await cut(name, '10:30', day);
  for (const name of ['Ida', 'Tom', 'Eva']) await cut(name, '10:00', day);
  for (const name of ['Mia', 'Ida', 'Tom']) await cut(name, '15:00', day);
  expect(await basket('10:00', day)).toBe('10:00–11:15 Färben Ben + 10:30–11:00 Haarschnitt Eva');
});
