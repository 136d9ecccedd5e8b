import { SalonAnswer } from '@salon/contracts/salon';
import { changeConfiguration } from '@salon/db/config-change';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: {
      Färben: { phases: COLOURING, by: ['Mia'], priceCents: 6000 },
    },
    open: [9 * 60 + 30, 18 * 60],
  });
});
afterAll(() => api.close());

const look = async () => (await api.app.inject({ url: `/api/salons/${salon.slug}` })).json();

test('a salon shows its catalogue, who does what, and when it is open', async () => {
  const answer = await look();
  expect(Object.keys(answer)).toEqual(['salon', 'policy', 'openings', 'today', 'categories', 'services', 'staff']);
  expect(answer.salon).toMatchObject({ id: salon.id, slug: salon.slug, timezone: 'Europe/Berlin', currency: 'EUR' });
  expect(answer.openings).toHaveLength(7);
  expect(answer.openings[0]).toEqual({ weekday: 1, opens: '09:30', closes: '18:00' });
  expect(answer.services).toEqual([
    {
      id: salon.services.Färben,
      name: 'Färben',
      description: null,
      categoryId: answer.categories[0].id,
      durationMinutes: 75,
      priceCents: 6000,
      priceFrom: false,
      currency: 'EUR',
      phases: [
        { kind: 'work', minutes: 30 },
        { kind: 'processing', minutes: 30 },
        { kind: 'finish', minutes: 15 },
      ],
      duringProcessing: true,
      staffIds: [salon.staff.Mia],
      variants: [],
    },
  ]);
  expect(answer.staff.map((one: { name: string }) => one.name)).toEqual(['Mia', 'Ben']);
});

test('the catalogue says who takes other times or another price, the colour developing as long for everybody', async () => {
  const other = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben', 'Cem'],
    services: {
      Färben: { phases: COLOURING, priceCents: 6000 },
    },
  });
  const of = (name: string) => ({
    salonId: other.id,
    staffId: other.staff[name] ?? '',
    serviceId: other.services.Färben ?? '',
  });
  await changeConfiguration(api.prisma, other.id, async (tx) => {
    await tx.staffServicePhase.create({ data: { ...of('Ben'), position: 0, kind: 'work', minutes: 45 } });
    await tx.staffService.updateMany({ where: of('Cem'), data: { priceCents: 7500 } });
  });
  const [service] = (await api.app.inject({ url: `/api/salons/${other.slug}` })).json().services;
  const phases = (work: number) => [
    { kind: 'work', minutes: work },
    { kind: 'processing', minutes: 30 },
    { kind: 'finish', minutes: 15 },
  ];
  expect(service.staffIds).toEqual([other.staff.Mia, other.staff.Ben, other.staff.Cem]);
  expect(service.variants).toEqual([
    { staffId: other.staff.Ben, durationMinutes: 90, priceCents: 6000, phases: phases(45) },
    { staffId: other.staff.Cem, durationMinutes: 75, priceCents: 7500, phases: phases(30) },
  ]);
});

test('closed for an hour today, it says so', async () => {
  const { today } = await look();
  expect(today.hours).toEqual([{ opens: '09:30', closes: '18:00' }]);
  const date = new Date(today.date);
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.closure.create({
      data: {
        ...{ salonId: salon.id, id: v7(), name: 'Teamsitzung', firstDate: date, lastDate: date },
        ...{ startMinute: 12 * 60, endMinute: 13 * 60 },
      },
    }),
  );
  const hours = [
    { opens: '09:30', closes: '12:00' },
    { opens: '13:00', closes: '18:00' },
  ];
  expect((await look()).today).toEqual({ date: today.date, hours });
});

test('a salon shows its looks, its legal texts and its faces, or says that it has none', async () => {
  expect((await look()).salon).toMatchObject({
    description: null,
    colour: null,
    logoUrl: null,
    legal: { imprint: null, privacy: null, terms: null },
    pricesIncludeVat: true,
    bookButton: null,
  });
  const looks = {
    description: 'Haare am Fluss',
    colour: '#0f766e',
    logoUrl: 'https://bilder.example/logo.png',
    imprint: 'Salon Elbe, Hamburg',
    privacy: 'https://salon.example/datenschutz',
    terms: null,
    pricesIncludeVat: false,
    bookButton: 'Jetzt reservieren',
  };
  await changeConfiguration(api.prisma, salon.id, async (tx) => {
    await tx.salon.update({ where: { id: salon.id }, data: looks });
    await tx.staff.update({
      where: { salonId_id: { salonId: salon.id, id: salon.staff.Mia ?? '' } },
      data: { photoUrl: '/demo/mia.webp' },
    });
  });
  const answer = SalonAnswer.parse(await look());
  const { imprint, privacy, terms, ...rest } = looks;
  expect(answer.salon).toMatchObject({ ...rest, legal: { imprint, privacy, terms } });
  expect(answer.staff.map((one) => one.photoUrl)).toEqual(['/demo/mia.webp', null]);
});

test.each([
  ['colour', '#0F766E'],
  ['colour', 'teal'],
  ['colour', '#0f766e;x'],
  ['logo_url', 'javascript:alert(1)'],
  ['logo_url', '//elsewhere.example/x.png'],
  ['logo_url', 'http://plain.example/x.png'],
])('the database takes no %s like %s', async (column, value) => {
  await expect(api.owner.query(`update salon set ${column} = $1 where id = $2`, [value, salon.id])).rejects.toThrow(
    /violates check constraint/,
  );
});

test('a change is shown by every process at once', async () => {
  const other = await api.another();
  await other.inject({ url: `/api/salons/${salon.slug}` });
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.service.updateMany({ where: { salonId: salon.id }, data: { priceCents: 6500 } }),
  );
  for (const app of [api.app, other]) {
    const answer = (await app.inject({ url: `/api/salons/${salon.slug}` })).json();
    expect(answer.services[0].priceCents).toBe(6500);
  }
});

test('the salon’s notice address and its staff’s mail stay inside', async () => {
  await api.owner.query("update salon set email = 'notices@salon.example' where id = $1", [salon.id]);
  expect(JSON.stringify(await look())).not.toContain('@');
});

test.each(['nowhere', 'UPPER', '%00', "x'--", 'x'.repeat(80), 'x'.repeat(5000)])(
  'a salon that is not: %s',
  async (slug) => {
    const response = await api.app.inject({ url: `/api/salons/${slug}` });
    expect([response.statusCode, response.json().code]).toEqual([404, 'salon_not_found']);
  },
);
