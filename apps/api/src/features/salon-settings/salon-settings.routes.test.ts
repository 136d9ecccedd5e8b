import type { SettingsAnswer } from '@salon/contracts/desk/settings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, offered, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function aSalon() {
  const salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  return { salon, owner: await signIn(api, salon, 'owner') };
}

async function settings(owner: SignedInMember, salon: FixtureSalon): Promise<SettingsAnswer> {
  return (await owner.call('GET', `/api/desk/${salon.id}/settings`)).body;
}

async function change(owner: SignedInMember, salon: FixtureSalon, parts: Partial<SettingsAnswer>) {
  const { version } = await settings(owner, salon);
  return owner.call('PUT', `/api/desk/${salon.id}/settings`, { version, ...parts });
}

const closing = (more: object = {}) => ({
  name: 'Betriebsausflug',
  firstDate: '2026-11-24',
  lastDate: '2026-11-24',
  startMinute: null,
  endMinute: null,
  ...more,
});
const close = (owner: SignedInMember, salon: FixtureSalon, more: object = {}) =>
  owner.call('POST', `/api/desk/${salon.id}/closures`, closing(more));
const timesOf = async (salon: FixtureSalon, date = '2026-11-24') =>
  (await offered(api.app, salon, date)).map((one) => one.time);

describe('online booking', () => {
  test('pauses with a sentence for visitors, and goes on', async () => {
    const { salon, owner } = await aSalon();
    const message = 'Wir ziehen um und sind ab Januar wieder für Sie da.';
    expect((await change(owner, salon, { pause: { paused: true, message } })).body.pause).toEqual({
      paused: true,
      message,
    });
    const refused = await book(api.app, wish(salon));
    expect([refused.status, refused.body.code]).toEqual([409, 'booking_paused']);
    const page = (await api.app.inject({ url: `/api/salons/${salon.slug}` })).json();
    expect(page.policy).toMatchObject({ paused: true, pausedMessage: message });
    await change(owner, salon, { pause: { paused: false, message } });
    expect((await book(api.app, wish(salon))).status).toBe(201);
    const lines = await api.prisma.auditEntry.findMany({ where: { salonId: salon.id }, orderBy: { id: 'asc' } });
    expect(lines.map(({ action, after }) => [action, after])).toEqual([
      ['salon.paused', { paused: true, pausedMessage: message }],
      ['salon.resumed', { paused: false }],
    ]);
  });

  test('follows the policy as it is now', async () => {
    const { salon, owner } = await aSalon();
    const { policy } = await settings(owner, salon);
    await change(owner, salon, { policy: { ...policy, stepMinutes: 60, horizonDays: 1, needsApproval: true } });
    expect(await timesOf(salon)).toEqual(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00']);
    expect(await timesOf(salon, '2026-11-25')).toEqual([]);
    expect((await book(api.app, wish(salon))).body.booking.status).toBe('requested');
  });
});

test('looks and details show on the page at once', async () => {
  const { salon, owner } = await aSalon();
  const { details, looks } = await settings(owner, salon);
  await change(owner, salon, {
    details: { ...details, name: 'Salon Alster', city: 'Bremen' },
    looks: { ...looks, colour: '#0F766E', addressForm: 'du' },
  });
  const page = (await api.app.inject({ url: `/api/salons/${salon.slug}` })).json();
  expect(page.salon).toMatchObject({ name: 'Salon Alster', colour: '#0f766e', addressForm: 'du' });
  expect(page.salon.address).toMatchObject({ city: 'Bremen', street: 'Große Elbstraße 1' });
});

test.each([
  ['a grid that misses midnight', { policy: { stepMinutes: 25 } }, 'policy.stepMinutes'],
  ['a horizon of ten years', { policy: { horizonDays: 3650 } }, 'policy.horizonDays'],
  ['an address that is none', { details: { email: 'salon' } }, 'details.email'],
  ['a name of two lines', { details: { name: 'Salon\r\nBcc: x@y.example' } }, 'details.name'],
  ['a colour that is none', { looks: { colour: 'url(x)' } }, 'looks.colour'],
])('%s is refused', async (_story, wrong, path) => {
  const { salon, owner } = await aSalon();
  const known = (await settings(owner, salon)) as unknown as Record<string, object>;
  const parts = Object.fromEntries(Object.entries(wrong).map(([name, part]) => [name, { ...known[name], ...part }]));
  const { status, body } = await change(owner, salon, parts as Partial<SettingsAnswer>);
  expect([status, body.errors.map((one: { path: string }) => one.path)]).toEqual([400, [path]]);
});

test('two who change settings at once: the second is told', async () => {
  const { salon, owner } = await aSalon();
  const { version, pause } = await settings(owner, salon);
  const put = (message: string) =>
    owner.call('PUT', `/api/desk/${salon.id}/settings`, { version, pause: { ...pause, message } });
  const codes = (await Promise.all([put('eins'), put('zwei')])).map((one) => one.body.code ?? 'saved');
  expect(codes.sort()).toEqual(['saved', 'version_conflict']);
});

describe('a closure', () => {
  test('of a day shows its visits first, and takes the times away', async () => {
    const { salon, owner } = await aSalon();
    await book(api.app, wish(salon, { date: '2026-11-23', time: '16:30' }));
    const { body } = await book(api.app, wish(salon));
    const told = await close(owner, salon);
    expect([told.body.code, told.body.visits]).toMatchObject([
      'visits_affected',
      [{ id: body.booking.id, items: [{ reasons: ['closure'] }] }],
    ]);
    expect(told.body.total).toBe(1);
    expect((await timesOf(salon)).length).toBeGreaterThan(0);
    const added = await close(owner, salon, { confirm: true });
    expect([added.status, await timesOf(salon)]).toEqual([201, []]);
    expect((await settings(owner, salon)).closures).toEqual([added.body]);
    const outside = await owner.call('GET', `/api/desk/${salon.id}/outside-openings`);
    expect(outside.body.visits).toEqual(told.body.visits);
  });

  test('of an afternoon can be moved, and taken back', async () => {
    const { salon, owner } = await aSalon();
    const { body } = await close(owner, salon, { startMinute: 720, endMinute: 1440 });
    expect((await timesOf(salon)).at(-1)).toBe('11:30');
    const at = `/api/desk/${salon.id}/closures/${body.id}`;
    const earlier = { version: body.version, ...closing({ startMinute: 600, endMinute: 1440 }) };
    expect((await owner.call('PUT', at, earlier)).status).toBe(200);
    expect((await timesOf(salon)).at(-1)).toBe('09:30');
    expect((await owner.call('PUT', at, earlier)).body.code).toBe('version_conflict');
    expect((await owner.call('DELETE', at)).status).toBe(204);
    expect((await timesOf(salon)).at(-1)).toBe('16:30');
    expect((await owner.call('DELETE', at)).body.code).toBe('closure_not_found');
  });

  test.each([
    ['that ends before it begins', { lastDate: '2026-11-23' }, 'lastDate'],
    ['that has a start and no end', { startMinute: 600 }, 'endMinute'],
    ['on a day that is not', { firstDate: '2026-02-30' }, 'firstDate'],
  ])('%s is refused', async (_story, wrong, path) => {
    const { salon, owner } = await aSalon();
    const { status, body } = await close(owner, salon, wrong);
    expect([status, body.errors?.map((one: { path: string }) => one.path)]).toEqual([400, [path]]);
  });

  test('and a booking at the same instant: the visit is shown, or not booked', async () => {
    const { salon, owner } = await aSalon();
    const dates = Array.from({ length: 12 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`);
    const rounds = await Promise.all(
      dates.map(async (date) => {
        const days = { firstDate: date, lastDate: date };
        const [booked, closed] = await Promise.all([book(api.app, wish(salon, { date })), close(owner, salon, days)]);
        return [booked.status, closed.status].join(' ');
      }),
    );
    // Closed and not booked, or booked and told: never closed over a visit nobody saw.
    for (const round of rounds) expect(['422 201', '201 409']).toContain(round);
  });
});

test('staff change nothing of the salon', async () => {
  const { salon } = await aSalon();
  const mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
  expect((await close(mia, salon)).body.code).toBe('forbidden');
  expect((await change(mia, salon, { pause: { paused: true, message: null } })).body.code).toBe('forbidden');
});
