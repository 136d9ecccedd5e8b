import type { CatalogueAnswer, DeskService } from '@salon/contracts/desk/catalogue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeStation } from '../../test/change-station.ts';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function aSalon() {
  const salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    chairs: 1,
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]] },
      Farbe: { phases: COLOURING },
    },
  });
  return { salon, owner: await signIn(api, salon, 'owner') };
}

async function catalogue(owner: SignedInMember, salon: FixtureSalon): Promise<CatalogueAnswer> {
  return (await owner.call('GET', `/api/desk/${salon.id}/catalogue`)).body;
}

async function service(owner: SignedInMember, salon: FixtureSalon, name: string): Promise<DeskService> {
  const found = (await catalogue(owner, salon)).services.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** What a form would send back, with some of it changed. */
function fieldsOf({ id: _id, archivedAt: _archivedAt, ...fields }: DeskService, changed: Partial<DeskService>) {
  return { ...fields, ...changed };
}

async function change(owner: SignedInMember, salon: FixtureSalon, name: string, changed: Partial<DeskService>) {
  const known = await service(owner, salon, name);
  return owner.call('PUT', `/api/desk/${salon.id}/catalogue/services/${known.id}`, fieldsOf(known, changed));
}

async function act(owner: SignedInMember, salon: FixtureSalon, name: string, action: string, more: object = {}) {
  const { id, version } = await service(owner, salon, name);
  return owner.call('POST', `/api/desk/${salon.id}/catalogue/services/${id}/${action}`, { version, ...more });
}

async function onSale(salon: FixtureSalon): Promise<string[]> {
  const answer = await api.app.inject({ url: `/api/salons/${salon.slug}` });
  return answer.json().services.map((one: { name: string }) => one.name);
}

describe('a service that is archived', () => {
  test('is sold no more, its visits stand and are listed, and it can come back', async () => {
    const { salon, owner } = await aSalon();
    const { body } = await book(api.app, wish(salon));
    const told = await act(owner, salon, 'Herrenhaarschnitt', 'archive');
    expect([told.body.code, told.body.visits]).toMatchObject([
      'visits_affected',
      [{ items: [{ reasons: ['service_archived'] }] }],
    ]);
    expect(await onSale(salon)).toEqual(['Herrenhaarschnitt', 'Farbe']);

    expect((await act(owner, salon, 'Herrenhaarschnitt', 'archive', { confirm: true })).status).toBe(200);
    expect(await onSale(salon)).toEqual(['Farbe']);
    expect((await book(api.app, wish(salon, { time: '11:00' }))).body.code).toBe('service_not_found');
    expect((await manage(api.app, tokenOf(body.booking))).body.booking.status).toBe('confirmed');
    const outside = await owner.call('GET', `/api/desk/${salon.id}/outside-openings`);
    expect(outside.body.visits.map((visit: { id: string }) => visit.id)).toEqual([body.booking.id]);

    expect((await act(owner, salon, 'Herrenhaarschnitt', 'restore')).body.archivedAt).toBeNull();
    expect((await book(api.app, wish(salon, { time: '11:00' }))).status).toBe(201);
    expect((await owner.call('GET', `/api/desk/${salon.id}/outside-openings`)).body.total).toBe(0);
  });

  test('does not come back beside another of its name', async () => {
    const { salon, owner } = await aSalon();
    await act(owner, salon, 'Farbe', 'archive');
    expect((await change(owner, salon, 'Herrenhaarschnitt', { name: 'Farbe' })).status).toBe(200);
    const { services } = await catalogue(owner, salon);
    const archived = services.find((one) => one.archivedAt !== null);
    const back = await owner.call('POST', `/api/desk/${salon.id}/catalogue/services/${archived?.id}/restore`, {
      version: archived?.version,
    });
    expect([back.status, back.body.code]).toEqual([409, 'name_taken']);
  });
});

describe('a service that is changed', () => {
  test('is booked at its new length and price; booked visits keep theirs', async () => {
    const { salon, owner } = await aSalon();
    const { body } = await book(api.app, wish(salon, { time: '10:00' }));
    const saved = await change(owner, salon, 'Herrenhaarschnitt', {
      phases: [{ kind: 'work', minutes: 45 }],
      priceCents: 4200,
      bufferMinutes: 15,
    });
    expect(saved.status).toBe(200);
    const later = await book(api.app, wish(salon, { time: '12:00' }));
    expect(later.body.booking).toMatchObject({ priceCents: 4200, endsAt: '2026-11-24T12:45:00+01:00' });
    const known = await manage(api.app, tokenOf(body.booking));
    expect(known.body.booking).toMatchObject({ priceCents: 3500, endsAt: '2026-11-24T10:30:00+01:00' });
  });

  test('keeps, loses and changes own minutes as it says', async () => {
    const { salon, owner } = await aSalon();
    const { Mia = '', Ben = '' } = salon.staff;
    const staff = [
      { staffId: Mia, priceCents: 6000, phaseMinutes: [20, null, 10] },
      { staffId: Ben, priceCents: null, phaseMinutes: [null, null, null] },
    ];
    expect((await change(owner, salon, 'Farbe', { staff })).body.staff).toEqual(staff);
    const phases = [
      { kind: 'work', minutes: 40 },
      { kind: 'processing', minutes: 25 },
    ] as DeskService['phases'];
    const wrong = await change(owner, salon, 'Farbe', {
      phases,
      staff: [{ staffId: Mia, priceCents: null, phaseMinutes: [null, 10] }],
    });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'staff.0.phaseMinutes.1']);
    const only = [{ staffId: Mia, priceCents: null, phaseMinutes: [35, null] }];
    expect((await change(owner, salon, 'Farbe', { phases, staff: only })).body).toMatchObject({ phases, staff: only });
    const starts = await offered(api.app, salon, '2026-11-24', 'Farbe');
    expect([...new Set(starts.flatMap((one) => one.staffIds))]).toEqual([Mia]);
  });

  test('and is not to be booked online any more is offered at the desk only', async () => {
    const { salon, owner } = await aSalon();
    await change(owner, salon, 'Farbe', { online: false });
    expect(await onSale(salon)).toEqual(['Herrenhaarschnitt']);
    expect((await service(owner, salon, 'Farbe')).online).toBe(false);
  });

  test.each([
    ['only waits', { phases: [{ kind: 'processing', minutes: 30 }] }, 'phases'],
    ['has no name', { name: '' }, 'name'],
    ['costs less than nothing', { priceCents: -1 }, 'priceCents'],
    ['has a phase of no minutes', { phases: [{ kind: 'work', minutes: 0 }] }, 'phases.0.minutes'],
  ] as const)('and %s is refused', async (_story, changed, path) => {
    const { salon, owner } = await aSalon();
    const { status, body } = await change(owner, salon, 'Farbe', changed as unknown as Partial<DeskService>);
    expect([status, body.errors.map((one: { path: string }) => one.path)]).toEqual([
      400,
      expect.arrayContaining([path]),
    ]);
  });

  test('by two at once: the second is told', async () => {
    const { salon, owner } = await aSalon();
    const known = await service(owner, salon, 'Farbe');
    const put = (priceCents: number) =>
      owner.call('PUT', `/api/desk/${salon.id}/catalogue/services/${known.id}`, fieldsOf(known, { priceCents }));
    const codes = (await Promise.all([put(5000), put(6000)])).map((one) => one.body.code ?? 'saved');
    expect(codes.sort()).toEqual(['saved', 'version_conflict']);
  });
});

test('a new service of a new category is on sale at once, where it was put', async () => {
  const { salon, owner } = await aSalon();
  const category = await owner.call('POST', `/api/desk/${salon.id}/catalogue/categories`, { name: 'Kosmetik' });
  const {
    id: _id,
    version: _version,
    archivedAt: _archived,
    ...like
  } = await service(owner, salon, 'Herrenhaarschnitt');
  const wanted = { ...like, name: 'Brauen zupfen', categoryId: category.body.id };
  const added = await owner.call('POST', `/api/desk/${salon.id}/catalogue/services`, wanted);
  expect([
    added.status,
    (await owner.call('POST', `/api/desk/${salon.id}/catalogue/services`, wanted)).body,
  ]).toMatchObject([201, { code: 'name_taken', errors: [{ path: 'name' }] }]);
  expect(await onSale(salon)).toEqual(['Herrenhaarschnitt', 'Farbe', 'Brauen zupfen']);

  const [hair] = (await catalogue(owner, salon)).categories;
  const { Herrenhaarschnitt, Farbe } = salon.services;
  const order = [
    { id: category.body.id, serviceIds: [Farbe, added.body.id] },
    { id: hair?.id, serviceIds: [Herrenhaarschnitt] },
  ];
  const put = (categories: object) => owner.call('PUT', `/api/desk/${salon.id}/catalogue/order`, { categories });
  expect((await put(order)).status).toBe(204);
  expect(await onSale(salon)).toEqual(['Farbe', 'Brauen zupfen', 'Herrenhaarschnitt']);
  expect((await put(order.slice(1))).body.code).toBe('version_conflict');
});

test('a category goes when it is empty', async () => {
  const { salon, owner } = await aSalon();
  const [hair] = (await catalogue(owner, salon)).categories;
  const at = (id: string | undefined) => `/api/desk/${salon.id}/catalogue/categories/${id}`;
  expect((await owner.call('DELETE', at(hair?.id))).body.code).toBe('in_use');
  const { body } = await owner.call('POST', `/api/desk/${salon.id}/catalogue/categories`, { name: 'Bart' });
  expect((await owner.call('PUT', at(body.id), { name: 'Bart und Rasur' })).body.name).toBe('Bart und Rasur');
  expect((await owner.call('DELETE', at(body.id))).status).toBe(204);
  expect((await catalogue(owner, salon)).categories).toEqual([hair]);
});

test('a chair more is a visit more at a time', async () => {
  const { salon, owner } = await aSalon();
  await change(owner, salon, 'Herrenhaarschnitt', { stationKind: 'chair' });
  expect((await book(api.app, wish(salon))).status).toBe(201);
  expect((await book(api.app, wish(salon))).body.code).toBe('slot_taken');
  const chair = { kind: 'chair', name: 'Stuhl 2', active: true };
  const added = await owner.call('POST', `/api/desk/${salon.id}/stations`, chair);
  expect((await book(api.app, wish(salon))).status).toBe(201);
  const order = { ids: [added.body.id, ...salon.chairs] };
  expect((await owner.call('PUT', `/api/desk/${salon.id}/stations/order`, order)).status).toBe(204);
  expect((await catalogue(owner, salon)).stations.map((one) => one.name)).toEqual(['Stuhl 2', 'Stuhl 1']);
  const broken = { ...chair, active: false };
  const saved = await changeStation(owner, salon, added.body.id, { ...broken, confirm: true });
  expect(saved.body).toEqual({ id: added.body.id, version: expect.any(String), ...broken });
});

test('a chair taken out of use shows first who is to sit there, and they stay listed until they sit elsewhere', async () => {
  const { salon, owner } = await aSalon();
  await change(owner, salon, 'Herrenhaarschnitt', { stationKind: 'chair' });
  const { body } = await book(api.app, wish(salon));
  await book(api.app, wish(salon, { service: 'Farbe', time: '12:00' }));
  const chair = { kind: 'chair', name: 'Stuhl 1' };
  const save = (fields: object) => changeStation(owner, salon, salon.chairs[0] ?? '', fields);
  const outside = async () => (await owner.call('GET', `/api/desk/${salon.id}/outside-openings`)).body;

  const told = await save({ ...chair, active: false });
  expect([told.status, told.body.code, told.body.total]).toEqual([409, 'visits_affected', 1]);
  expect(told.body.visits).toMatchObject([{ id: body.booking.id, items: [{ reasons: ['station_inactive'] }] }]);
  expect((await catalogue(owner, salon)).stations).toMatchObject([{ active: true }]);
  expect((await save({ ...chair, name: 'Fenster', active: true })).status).toBe(200);

  expect((await save({ ...chair, active: false, confirm: true })).body).toMatchObject({ active: false });
  expect(await outside()).toMatchObject({ total: 1, visits: [{ items: [{ reasons: ['station_inactive'] }] }] });
  expect((await manage(api.app, tokenOf(body.booking))).body.booking.status).toBe('confirmed');
  // What is listed already does not hold up the next change.
  expect((await save({ ...chair, name: 'Spiegel', active: false })).status).toBe(200);
  await save({ ...chair, active: true });
  expect((await outside()).total).toBe(0);
});

test('of two who name one chair anew the second is told, and nothing is overwritten', async () => {
  const { salon, owner } = await aSalon();
  const manager = await signIn(api, salon, 'manager');
  const [seen] = (await catalogue(owner, salon)).stations;
  const name = (by: typeof owner, to: string) =>
    by.call('PUT', `/api/desk/${salon.id}/stations/${seen?.id}`, { ...seen, id: undefined, name: to });
  const both = await Promise.all([name(owner, 'Fenster'), name(manager, 'Tür')]);
  expect(both.map(({ body }) => body.code ?? 'saved').sort()).toEqual(['saved', 'version_conflict']);
  const saved = both.find(({ status }) => status === 200);
  expect((await catalogue(owner, salon)).stations[0]?.name).toBe(saved?.body.name);
});

test('staff read the catalogue and change nothing of it', async () => {
  const { salon } = await aSalon();
  const mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
  expect((await catalogue(mia, salon)).services).toHaveLength(2);
  expect((await change(mia, salon, 'Farbe', { priceCents: 1 })).body.code).toBe('forbidden');
});
