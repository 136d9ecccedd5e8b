import type { StaffMember } from '@salon/contracts/desk/team';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, offered, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

/** A salon where Mia and Ben cut hair from nine to five, and its owner at the desk. */
async function aSalon() {
  const salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]] },
      Farbe: { phases: COLOURING },
    },
  });
  return { salon, owner: await signIn(api, salon, 'owner') };
}

const everyDay = (startMinute: number, endMinute: number) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute, endMinute, validFrom: null, validUntil: null }));

async function memberOf(owner: SignedInMember, salon: FixtureSalon, name: string): Promise<StaffMember> {
  const { body } = await owner.call('GET', `/api/desk/${salon.id}/team`);
  return body.staff.find((one: StaffMember) => one.profile.name === name);
}

async function change(owner: SignedInMember, salon: FixtureSalon, name: string, wanted: object) {
  const { id, version } = await memberOf(owner, salon, name);
  return owner.call('PUT', `/api/desk/${salon.id}/team/${id}`, { version, ...wanted });
}

const outside = (owner: SignedInMember, salon: FixtureSalon) =>
  owner.call('GET', `/api/desk/${salon.id}/outside-openings`);

describe('shorter hours', () => {
  test('over a booked visit are shown first, saved when confirmed, and the visit stays on the list', async () => {
    const { salon, owner } = await aSalon();
    const { body } = await book(api.app, wish(salon, { staffId: salon.staff.Mia, time: '16:00' }));
    const shorter = { weekly: everyDay(9 * 60, 15 * 60) };

    const told = await change(owner, salon, 'Mia', shorter);
    expect([told.status, told.body.code, told.body.total]).toEqual([409, 'visits_affected', 1]);
    expect(told.body.visits).toMatchObject([
      {
        id: body.booking.id,
        name: 'Jonas Petersen',
        startsAt: '2026-11-24T16:00:00+01:00',
        items: [{ service: 'Herrenhaarschnitt', staff: 'Mia', reasons: ['outside_openings'] }],
      },
    ]);
    expect((await memberOf(owner, salon, 'Mia')).weekly[0]?.endMinute).toBe(17 * 60);
    expect((await outside(owner, salon)).body).toEqual({ visits: [], total: 0 });

    const saved = await change(owner, salon, 'Mia', { ...shorter, confirm: true });
    expect([saved.status, saved.body.weekly[0].endMinute]).toEqual([200, 15 * 60]);
    expect((await outside(owner, salon)).body).toEqual({ visits: told.body.visits, total: 1 });
    const starts = await offered(api.app, salon, '2026-11-24', 'Herrenhaarschnitt', salon.staff.Mia);
    expect(starts.at(-1)?.time).toBe('14:30');
    // What lies outside already does not hold up the next change.
    expect((await change(owner, salon, 'Mia', { weekly: everyDay(9 * 60, 14 * 60) })).status).toBe(200);
  });

  test('that no visit minds are just saved', async () => {
    const { salon, owner } = await aSalon();
    await book(api.app, wish(salon, { staffId: salon.staff.Ben, time: '16:00' }));
    expect((await change(owner, salon, 'Mia', { weekly: everyDay(9 * 60, 12 * 60) })).status).toBe(200);
    expect((await change(owner, salon, 'Ben', { weekly: everyDay(13 * 60, 17 * 60) })).status).toBe(200);
  });

  test('a visit cancelled since is no longer listed', async () => {
    const { salon, owner } = await aSalon();
    const { body } = await book(api.app, wish(salon, { staffId: salon.staff.Mia, time: '16:00' }));
    await change(owner, salon, 'Mia', { weekly: everyDay(9 * 60, 15 * 60), confirm: true });
    await api.app.inject({
      method: 'POST',
      url: `${new URL(body.booking.manageUrl).pathname.replace('/b/', '/api/bookings/manage/')}/cancel`,
      payload: {},
    });
    expect((await outside(owner, salon)).body.total).toBe(0);
  });

  test('on one date replace the plan there, a day off shows its visits', async () => {
    const { salon, owner } = await aSalon();
    await book(api.app, wish(salon, { staffId: salon.staff.Mia, time: '10:00' }));
    const dayOff = { exceptions: [{ date: '2026-11-24', spans: [] }] };
    const told = await change(owner, salon, 'Mia', dayOff);
    expect([told.body.code, told.body.visits.length]).toEqual(['visits_affected', 1]);
    const afternoon = { exceptions: [{ date: '2026-11-24', spans: [{ startMinute: 600, endMinute: 660 }] }] };
    expect((await change(owner, salon, 'Mia', afternoon)).body.exceptions).toEqual(afternoon.exceptions);
    const starts = await offered(api.app, salon, '2026-11-24', 'Herrenhaarschnitt', salon.staff.Mia);
    expect(starts.map((one) => one.time)).toEqual(['10:30']);
  });
});

describe('somebody who leaves', () => {
  test('is told with the visits she still has', async () => {
    const { salon, owner } = await aSalon();
    await book(api.app, wish(salon, { staffId: salon.staff.Mia, date: '2026-11-27' }));
    const { profile } = await memberOf(owner, salon, 'Mia');
    const until = (date: string) => ({ profile: { ...profile, activeUntil: date } });
    const told = await change(owner, salon, 'Mia', until('2026-11-26'));
    expect(told.body.visits).toMatchObject([{ items: [{ reasons: ['staff_inactive'] }] }]);
    expect((await change(owner, salon, 'Mia', until('2026-11-27'))).status).toBe(200);
    expect((await change(owner, salon, 'Mia', { ...until('2026-11-26'), confirm: true })).status).toBe(200);
    const page = await api.app.inject({
      url: `/api/salons/${salon.slug}/availability?services=${salon.services.Herrenhaarschnitt}&staff=${salon.staff.Mia}&from=2026-11-26&days=2`,
    });
    expect(page.json().days.map((day: { slots: unknown[] }) => day.slots.length > 0)).toEqual([true, false]);
  });

  test('no longer does a service: booked ones are shown', async () => {
    const { salon, owner } = await aSalon();
    await book(api.app, wish(salon, { staffId: salon.staff.Mia }));
    const { offers } = await memberOf(owner, salon, 'Mia');
    const fewer = { offers: offers.filter((one) => one.serviceId !== salon.services.Herrenhaarschnitt) };
    const told = await change(owner, salon, 'Mia', fewer);
    expect(told.body.visits).toMatchObject([{ items: [{ reasons: ['not_offered'] }] }]);
  });
});

describe('somebody new', () => {
  test('can be booked as soon as she has hours, at her own price and pace', async () => {
    const { salon, owner } = await aSalon();
    const profile = { name: 'Zoë', title: 'Stylistin', colour: '#9A3412', activeFrom: null, activeUntil: null };
    const added = await owner.call('POST', `/api/desk/${salon.id}/team`, { ...profile, allServices: true });
    expect([added.status, added.body.profile.colour, added.body.offers.length]).toEqual([201, '#9a3412', 2]);
    const offers = [
      { serviceId: salon.services.Herrenhaarschnitt, priceCents: 5000, phaseMinutes: [45] },
      { serviceId: salon.services.Farbe, priceCents: null, phaseMinutes: [null, null, 30] },
    ];
    const saved = await change(owner, salon, 'Zoë', { weekly: everyDay(600, 690), offers });
    expect(saved.body.offers).toEqual(expect.arrayContaining(offers));
    const { body } = await book(api.app, wish(salon, { staffId: added.body.id, time: '10:45' }));
    expect(body.booking).toMatchObject({ endsAt: '2026-11-24T11:30:00+01:00', priceCents: 5000 });
  });

  test.each([
    ['without a name', { name: ' ' }, 'name'],
    ['in a colour that is none', { colour: 'red' }, 'colour'],
    ['who leaves before she comes', { activeFrom: '2026-12-02', activeUntil: '2026-12-01' }, 'activeUntil'],
  ])('%s is refused', async (_story, wrong, path) => {
    const { salon, owner } = await aSalon();
    const profile = { name: 'Zoë', title: null, colour: null, activeFrom: null, activeUntil: null, ...wrong };
    const { status, body } = await owner.call('POST', `/api/desk/${salon.id}/team`, profile);
    expect([status, body.errors?.map((one: { path: string }) => one.path)]).toEqual([400, [path]]);
  });
});

describe('a plan', () => {
  const stretch = (weekday: number, startMinute: number, endMinute: number, validFrom: string | null = null) => ({
    weekday,
    startMinute,
    endMinute,
    validFrom,
    validUntil: null,
  });
  test('takes several stretches a day, and other hours from a date on', async () => {
    const { salon, owner } = await aSalon();
    const now = [stretch(2, 540, 720), stretch(2, 780, 1020)].map((one) => ({ ...one, validUntil: '2026-11-30' }));
    const later = [stretch(2, 600, 840, '2026-12-01')];
    expect((await change(owner, salon, 'Mia', { weekly: [...now, ...later] })).status).toBe(200);
    const starts = async (date: string) =>
      (await offered(api.app, salon, date, 'Herrenhaarschnitt', salon.staff.Mia)).map((one) => one.time);
    expect((await starts('2026-11-24')).includes('12:00')).toBe(false);
    expect([(await starts('2026-11-24'))[0], (await starts('2026-12-01'))[0]]).toEqual(['09:00', '10:00']);
  });

  test('whose stretches overlap is refused where they do', async () => {
    const { salon, owner } = await aSalon();
    const { status, body } = await change(owner, salon, 'Mia', {
      weekly: [stretch(2, 540, 720), stretch(3, 600, 700), stretch(2, 700, 800)],
    });
    expect([status, body.errors[0].path]).toEqual([400, 'weekly.2.startMinute']);
  });
});

describe('two people at once', () => {
  test('the second is told and overwrites nothing', async () => {
    const { salon, owner } = await aSalon();
    const manager = await signIn(api, salon, 'manager');
    const { id, version } = await memberOf(owner, salon, 'Mia');
    const put = (by: SignedInMember, end: number) =>
      by.call('PUT', `/api/desk/${salon.id}/team/${id}`, { version, weekly: everyDay(540, end) });
    const answers = await Promise.all([put(owner, 900), put(manager, 960)]);
    expect(answers.map((one) => one.body.code ?? 'saved').sort()).toEqual(['saved', 'version_conflict']);
    const saved = answers.find((one) => one.status === 200);
    expect((await memberOf(owner, salon, 'Mia')).weekly).toEqual(saved?.body.weekly);
  });

  test('an order of people who are no longer all is refused', async () => {
    const { salon, owner } = await aSalon();
    const { Mia, Ben } = salon.staff;
    const order = (ids: unknown[]) => owner.call('PUT', `/api/desk/${salon.id}/team/order`, { ids });
    expect((await order([Ben, Mia])).status).toBe(204);
    const { body } = await owner.call('GET', `/api/desk/${salon.id}/team`);
    expect(body.staff.map((one: StaffMember) => one.profile.name)).toEqual(['Ben', 'Mia']);
    expect([(await order([Ben])).body.code, (await order([Ben, Ben])).body.code]).toEqual(
      Array(2).fill('version_conflict'),
    );
  });
});

test('what changed is written down, by whom and from what', async () => {
  const { salon, owner } = await aSalon();
  const { profile, id } = await memberOf(owner, salon, 'Mia');
  await change(owner, salon, 'Mia', { profile: { ...profile, title: 'Meisterin' } });
  const lines = await api.prisma.auditEntry.findMany({ where: { salonId: salon.id } });
  expect(lines).toMatchObject([
    {
      action: 'staff.changed',
      subjectId: id,
      loginId: owner.loginId,
      before: { title: null },
      after: { title: 'Meisterin' },
    },
  ]);
  expect(Object.keys(lines[0]?.after as object)).toEqual(['title']);
});

test('her colleague sees the team and changes nothing of it', async () => {
  const { salon, owner } = await aSalon();
  const ben = await signIn(api, salon, 'staff', { staffId: salon.staff.Ben ?? '' });
  expect((await ben.call('GET', `/api/desk/${salon.id}/team`)).status).toBe(200);
  expect((await change(ben, salon, 'Ben', { weekly: [] })).body.code).toBe('forbidden');
  await book(api.app, wish(salon, { staffId: salon.staff.Mia, time: '16:00' }));
  await change(owner, salon, 'Mia', { weekly: everyDay(540, 900), confirm: true });
  expect((await outside(ben, salon)).body.total).toBe(0);
});

test('nothing of another salon is found', async () => {
  const [one, other] = [await aSalon(), await aSalon()];
  const foreign = other.salon.staff.Mia;
  const { version } = await memberOf(other.owner, other.salon, 'Mia');
  const answers = [
    await one.owner.call('GET', `/api/desk/${other.salon.id}/team`),
    await one.owner.call('PUT', `/api/desk/${one.salon.id}/team/${foreign}`, { version, weekly: [] }),
    await change(one.owner, one.salon, 'Mia', {
      offers: [{ serviceId: other.salon.services.Farbe, priceCents: null, phaseMinutes: [] }],
    }),
  ];
  expect(answers.map((answer) => answer.body.code)).toEqual([
    'salon_not_found',
    'staff_not_found',
    'service_not_found',
  ]);
});

test('somebody who is said to do the same service twice is refused, in words', async () => {
  const { salon, owner } = await aSalon();
  const offer = { serviceId: salon.services.Herrenhaarschnitt, priceCents: null, phaseMinutes: [] };
  const { status, body } = await change(owner, salon, 'Mia', { offers: [offer, offer] });
  expect([status, body.code]).toEqual([400, 'invalid_request']);
});

test('a service off sale is none she can be said to do: what she did of it waits for its return', async () => {
  const { salon, owner } = await aSalon();
  const serviceId = salon.services.Farbe ?? '';
  await api.prisma.service.update({
    where: { salonId_id: { salonId: salon.id, id: serviceId } },
    data: { archivedAt: new Date() },
  });
  const offers = [{ serviceId, priceCents: null, phaseMinutes: [] }];
  const { status, body } = await change(owner, salon, 'Mia', { offers });
  expect([status, body.code]).toEqual([404, 'service_not_found']);
});
