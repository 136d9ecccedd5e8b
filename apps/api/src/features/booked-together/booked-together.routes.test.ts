import { BookedTogether } from '@salon/contracts/booked-together';
import { changeConfiguration } from '@salon/db/config-change';
import { openDatabase } from '@salon/db/pool';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';
import { salonRepo } from '../salon/salon.repo.ts';
import { salonService } from '../salon/salon.service.ts';
import { bookedTogetherRepo } from './booked-together.repo.ts';
import { bookedTogetherService } from './booked-together.service.ts';

const SPEC = {
  staff: ['Mia', 'Ben'],
  services: {
    Färben: { phases: COLOURING },
    Haarschnitt: { phases: [['work', 30]] },
    Augenbrauen: { phases: [['work', 15]] },
  },
} as const;

let api: TestApi;
let salon: FixtureSalon;
let neighbour: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, SPEC);
  neighbour = await createSalon(api.prisma, SPEC);
  await visits(salon, 6, 'Färben', 'Haarschnitt');
  await visits(salon, 2, 'Färben');
  await visits(salon, 30, 'Haarschnitt');
  await visits(neighbour, 9, 'Haarschnitt', 'Augenbrauen');
});
afterAll(() => api.close());

/** So many visits with these services, one after the other through the days, each where there is room. */
async function visits(where: FixtureSalon, count: number, ...names: string[]) {
  const services = names.map((service) => ({ service }));
  const tokens: string[] = [];
  for (let number = 0; tokens.length < count && number < 300; number++) {
    const date = new Date(MONDAY_8AM + (1 + Math.floor(number / 6)) * 86_400_000).toISOString().slice(0, 10);
    const time = `${String(9 + (number % 6)).padStart(2, '0')}:00`;
    const { status, body } = await book(api.app, wish(where, { services, date, time }));
    if (status === 201) tokens.push(tokenOf(body.booking));
  }
  expect(tokens).toHaveLength(count);
  return tokens;
}

async function told(where: FixtureSalon) {
  const response = await api.app.inject({ url: `/api/salons/${where.slug}/booked-together` });
  expect(response.statusCode).toBe(200);
  const { services } = BookedTogether.parse(response.json());
  const nameOf = (id: string) => Object.entries(where.services).find(([, one]) => one === id)?.[0];
  return Object.fromEntries(
    services.map((one) => [
      nameOf(one.serviceId),
      one.with.map(({ serviceId, share, comes }) => [nameOf(serviceId), share, comes]),
    ]),
  );
}

test('most who colour here have it cut as well, after that; few who come for a cut colour', async () => {
  expect(await told(salon)).toEqual({
    Färben: [['Haarschnitt', 0.75, 'after']],
    Haarschnitt: [['Färben', 0.17, 'before']],
  });
});

test('the salon next door is told of its own visits and of nobody else’s', async () => {
  // Names that are not the neighbour's would show as undefined.
  expect(await told(neighbour)).toEqual({
    Haarschnitt: [['Augenbrauen', 1, 'after']],
    Augenbrauen: [['Haarschnitt', 1, 'before']],
  });
});

test('browsers keep it for some minutes, and who has it already is not sent it again', async () => {
  const url = `/api/salons/${salon.slug}/booked-together`;
  const { headers } = await api.app.inject({ url });
  expect(headers['cache-control']).toBe('private, max-age=300');
  const again = await api.app.inject({ url, headers: { 'if-none-match': String(headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test.each(['nowhere', 'UPPER', '%00'])('a salon that is not: %s', async (slug) => {
  const response = await api.app.inject({ url: `/api/salons/${slug}/booked-together` });
  expect([response.statusCode, response.json().code]).toEqual([404, 'salon_not_found']);
});

test('a new salon has nothing to tell', async () => {
  expect(await told(await createSalon(api.prisma, SPEC))).toEqual({});
});

describe('as time goes on', () => {
  test('what is not sold online any more is not named from then on', async () => {
    const where = await createSalon(api.prisma, SPEC);
    await visits(where, 5, 'Färben', 'Haarschnitt');
    const named = async () =>
      (await api.app.inject({ url: `/api/salons/${where.slug}/booked-together` })).json().services.length;
    expect(await named()).toBe(2);
    await changeConfiguration(api.prisma, where.id, (tx) =>
      tx.service.updateMany({ where: { salonId: where.id, name: 'Haarschnitt' }, data: { online: false } }),
    );
    expect(await named()).toBe(0);
  });

  test('cancelled visits and those of more than a year ago do not count; the count is renewed after ten minutes', async () => {
    const where = await createSalon(api.prisma, SPEC);
    const clock = { now: MONDAY_8AM };
    const app = await api.another({}, { clock: () => clock.now });
    const tokens = await visits(where, 6, 'Färben', 'Haarschnitt');
    const named = async () =>
      (await app.inject({ url: `/api/salons/${where.slug}/booked-together` })).json().services.length;
    expect(await named()).toBe(2);

    for (const token of tokens.slice(0, 2)) {
      expect((await manage(api.app, token, '/cancel', {})).status).toBe(200);
    }
    clock.now += 9 * 60_000;
    expect(await named()).toBe(2);
    clock.now += 2 * 60_000;
    expect(await named()).toBe(0);

    await visits(where, 3, 'Färben', 'Haarschnitt');
    clock.now += 11 * 60_000;
    expect(await named()).toBe(2);
    clock.now += 500 * 86_400_000;
    expect(await named()).toBe(0);
  });
});

test('sixty who ask at once cause one count', async () => {
  const db = openDatabase(api.database.apiUrl, 'test');
  onTestFinished(() => db.pool.end());
  const repo = bookedTogetherRepo(db);
  let counts = 0;
  const counted: typeof repo = {
    kindsOfVisits(...about) {
      counts += 1;
      return repo.kindsOfVisits(...about);
    },
  };
  const ask = bookedTogetherService(counted, () => MONDAY_8AM);
  const salons = salonService(salonRepo(db));
  const known = await salons.current({ id: salon.id });
  const answers = await Promise.all(Array.from({ length: 60 }, () => ask(known)));
  expect(counts).toBe(1);
  expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
});

test('a count that failed is made again by the next who asks', async () => {
  let counts = 0;
  const repo = {
    async kindsOfVisits() {
      counts += 1;
      if (counts === 1) throw new Error('the database is away');
      return [{ services: [salon.services.Färben ?? '', salon.services.Haarschnitt ?? ''], visits: 5 }];
    },
  };
  const db = openDatabase(api.database.apiUrl, 'test');
  onTestFinished(() => db.pool.end());
  const known = await salonService(salonRepo(db)).current({ id: salon.id });
  const ask = bookedTogetherService(repo, () => MONDAY_8AM);
  await expect(ask(known)).rejects.toThrow('the database is away');
  expect((await ask(known)).services).toHaveLength(2);
});
