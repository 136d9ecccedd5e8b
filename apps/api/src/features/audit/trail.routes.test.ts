import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, deskOf, openDesk } from '../../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { signIn } from '../../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let desk: Desk;

beforeAll(async () => {
  api = await testApi({}, {});
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Schnitt: { phases: [['work', 30]], priceCents: 2900 } },
    policy: { cancellationMinutes: 0 },
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

type Line = {
  action: string;
  actor: { kind: string; name: string | null };
  subject: { name: string | null };
  before: object;
  after: object;
};
const lines = async (path: string, who = desk): Promise<Line[]> => (await who.get(path)).body.entries;

test('what became of a visit, whoever did it', async () => {
  const { body } = await book(api.app, wish(salon, { service: 'Schnitt' }));
  const moved = await manage(
    api.app,
    tokenOf(body.booking),
    '/reschedule',
    { date: '2026-11-24', time: '12:00', version: 1 },
    'key',
  );
  expect(moved.status).toBe(200);
  api.clock.now += 1000;
  await desk.mark({ id: body.booking.id, version: 2 }, 'cancelled', { reason: 'Rohrbruch' });
  const found = await lines(`visits/${body.booking.id}/audit`);
  expect(found.map(({ action, actor }) => [action, actor.kind, actor.name])).toEqual([
    ['visit.cancelled', 'member', 'Test owner'],
    ['visit.moved', 'customer', null],
  ]);
  expect(found[0]).toMatchObject({
    subject: { name: 'Jonas Petersen' },
    before: { status: 'confirmed', cancelReason: null },
    after: { status: 'cancelled', cancelReason: 'Rohrbruch' },
  });
  expect(found[0]?.after).not.toHaveProperty('items');
});

test('of a salon, page by page, none twice and none left out', async () => {
  for (let n = 0; n < 6; n++) {
    let visit = await desk.made([`Schnitt Ben ${10 + n}:00`]);
    for (const status of [
      'arrived',
      'confirmed',
      'arrived',
      'confirmed',
      'arrived',
      'confirmed',
      'arrived',
      'done',
      'arrived',
    ]) {
      visit = (await desk.mark(visit, status)).body.visits[0];
    }
  }
  const seen: string[] = [];
  let before: string | null = '';
  while (before !== null) {
    const { body } = await desk.get(before === '' ? 'audit' : `audit?before=${encodeURIComponent(before)}`);
    seen.push(...body.entries.map(({ id }: { id: string }) => id));
    before = body.before;
  }
  const { rows } = await api.owner.query('select count(*)::int as n from audit_entry where salon_id = $1', [salon.id]);
  expect(rows[0].n).toBeGreaterThan(50);
  expect([seen.length, new Set(seen).size]).toEqual([rows[0].n, rows[0].n]);
  expect((await desk.get('audit?before=yesterday')).status).toBe(400);
});

test('a staff member reads what she did herself, of her own visits everything, and of others nothing', async () => {
  const mia = deskOf(await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '', name: 'Mia' }), salon);
  const hers = await mia.made(['Schnitt Mia 16:00']);
  api.clock.now += 1000;
  await desk.mark(hers, 'arrived');
  const bens = await desk.made(['Schnitt Ben 16:00']);
  expect((await lines('audit', mia)).map(({ action }) => action)).toEqual(['visit.created']);
  expect((await lines(`visits/${hers.id}/audit`, mia)).map(({ actor }) => actor.name)).toEqual(['Test owner', 'Mia']);
  expect((await mia.get(`visits/${bens.id}/audit`)).body.code).toBe('booking_not_found');
});

test('of prices a staff member reads there what is hers: of a shared visit her part, of what she does alone the whole', async () => {
  const mia = deskOf(await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' }), salon);
  const ben = await desk.made(['Schnitt Ben 11:30'], { overlap: true });
  const { body } = await book(api.app, wish(salon, { service: 'Schnitt', staffId: salon.staff.Mia, time: '12:30' }));
  const to = { date: '2026-11-24', time: '13:00', staffId: salon.staff.Mia, version: 1 };
  expect((await manage(api.app, tokenOf(body.booking), '/reschedule', to, 'key')).status).toBe(200);
  const shared = await desk.change(ben, ['Schnitt Ben 11:30', 'Schnitt Mia 12:00'], { overlap: true });
  expect(shared.status).toBe(200);
  type Facts = { priceCents?: number; items?: { staff: string; priceCents?: number }[] } | null;
  const told = (facts: Facts) => facts && [facts.priceCents, ...(facts.items ?? []).map((one) => one.priceCents)];
  const prices = async (visit: string, who: Desk) =>
    (await lines(`visits/${visit}/audit`, who)).map(({ before, after }) => [told(before), told(after)]);

  // Hers alone, moved by its customer: the visit's own price did not change, so that no line names it.
  expect(await prices(body.booking.id, mia)).toEqual([
    [
      [undefined, 2900],
      [undefined, 2900],
    ],
  ]);
  expect(await prices(ben.id, desk)).toEqual([
    [
      [2900, 2900],
      [5800, 2900, 2900],
    ],
    [null, [2900, 2900]],
  ]);
  expect(await prices(ben.id, mia)).toEqual([
    [
      [undefined, undefined],
      [undefined, undefined, 2900],
    ],
    [null, [undefined, undefined]],
  ]);
  const { rows } = await api.owner.query(
    `update audit_entry set after = jsonb_set(after, '{items,1}', (after #> '{items,1}') - 'staffId')
     where subject_id = $1 and after #> '{items,1}' is not null returning id`,
    [ben.id],
  );
  expect(rows).toHaveLength(1);
  // A line of old names her by her name alone, which others may have too.
  expect((await prices(ben.id, mia))[0]).toEqual([
    [undefined, undefined],
    [undefined, undefined, undefined],
  ]);
});

test('a visit and whose it is; who sees her own sees no one else’s', async () => {
  const customer = { name: 'Lea Sommer', email: 'lea@kunde.example' };
  const first = await desk.made(['Schnitt Ben 09:30'], { customer, overlap: true });
  const { body } = await desk.get(`visits/${first.id}`);
  expect(body).toMatchObject({
    visit: { id: first.id },
    customer: { name: 'Lea Sommer', visits: 1, noShows: 0 },
    cancelReason: null,
  });
  const mia = deskOf(await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' }), salon);
  expect((await mia.get(`visits/${first.id}`)).body.code).toBe('booking_not_found');
});
