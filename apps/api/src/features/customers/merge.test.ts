import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben', 'Ida', 'Lea'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    policy: { maxOpenBookings: 3 },
  });
  owner = await signIn(api, salon, 'owner');
});
afterAll(() => api.close());

const base = () => `/api/desk/${salon.id}/customers`;
const add = async (card: object) => (await owner.call('POST', base(), card)).body;
const card = async (id: string) => (await owner.call('GET', `${base()}/${id}`)).body;
const visit = (email: string, time: string) =>
  book(api.app, wish(salon, { time, customer: { name: 'Wer auch immer', email } }));
const merge = (keeps: { id: string; version: number }, goes: { id: string; version: number }, more = {}) =>
  owner.call('POST', `${base()}/${keeps.id}/merge`, {
    otherId: goes.id,
    version: keeps.version,
    otherVersion: goes.version,
    ...more,
  });

test('two cards become one: nothing that stood on either is lost', async () => {
  const old = await add({ name: 'Anna Schmidt', email: 'schmidt@kunde.example', notes: 'Mag Tee', allergies: 'PPD' });
  const now = await add({
    name: 'Anna Brandt',
    email: 'brandt@kunde.example',
    phone: '0151 1',
    notes: 'Scheitel links',
  });
  await owner.call('POST', `${base()}/${old.id}/formulas`, { mixedOn: '2026-01-05', formula: '6/43' });
  const first = await visit('schmidt@kunde.example', '10:00');
  await visit('brandt@kunde.example', '11:00');

  const preview = (await owner.call('GET', `${base()}/${now.id}/merge/${old.id}`)).body;
  expect(preview).toMatchObject({
    keeps: { name: 'Anna Brandt', visits: 1, formulas: 0 },
    goes: { name: 'Anna Schmidt', visits: 1, formulas: 1 },
    result: {
      ...{ name: 'Anna Brandt', email: 'brandt@kunde.example', phone: '0151 1', allergies: 'PPD' },
      ...{ notes: 'Scheitel links\n\nMag Tee', visits: 2, upcoming: 2, formulas: 1, blocked: false },
    },
  });
  const { status, body } = await merge(now, old);
  expect(status).toBe(200);
  const { name, email, phone, notes, allergies } = preview.result;
  expect(body).toMatchObject({ id: now.id, version: 2, name, email, phone, notes, allergies });
  expect([body.history.visits.length, body.formulas.length]).toEqual([2, 1]);

  // The old card leads to the one that stays, and is found no more.
  expect((await card(old.id)).id).toBe(now.id);
  expect((await owner.call('GET', `${base()}?search=anna`)).body.customers).toHaveLength(1);
  const { rows } = await api.owner.query(
    `select action, version, before, after from audit_entry where subject_id = $1 and action = 'visit.customer_merged'`,
    [first.body.booking.id],
  );
  expect(rows).toEqual([
    {
      ...{ action: 'visit.customer_merged', version: 2 },
      ...{ before: { customerId: old.id }, after: { customerId: now.id } },
    },
  ]);
  // Again there is nothing to be made one.
  expect((await merge(now, old)).body.code).toBe('customer_not_found');
});

test('whoever books with either address afterwards books for the card that stays: its limit counts', async () => {
  const [keeps, goes] = [
    await add({ name: 'Eins', email: 'eins@kunde.example' }),
    await add({ name: 'Zwei', email: 'zwei@kunde.example' }),
  ];
  await visit('eins@kunde.example', '10:00');
  await visit('zwei@kunde.example', '11:00');
  await merge(keeps, goes);
  expect((await visit('zwei@kunde.example', '12:00')).status).toBe(201);
  expect((await card(keeps.id)).history.visits).toHaveLength(3);
  const fourth = [await visit('zwei@kunde.example', '13:00'), await visit('eins@kunde.example', '13:00')];
  expect(fourth.map(({ body }) => body.code)).toEqual(['call_salon', 'call_salon']);
});

test('the address chosen by hand is hers from now on, and the other one still leads to her', async () => {
  const [keeps, goes] = [
    await add({ name: 'Eins', email: 'alt@kunde.example' }),
    await add({ name: 'Zwei', email: 'neu@kunde.example', phone: '0152 2' }),
  ];
  const { body } = await merge(keeps, goes, { emailOf: 'goes', name: 'Drei', phone: null });
  expect(body).toMatchObject({ name: 'Drei', email: 'neu@kunde.example', phone: null });
  await visit('alt@kunde.example', '10:00');
  await visit('neu@kunde.example', '11:00');
  expect((await card(keeps.id)).history.visits).toHaveLength(2);
  // Taken back onto the card, the old address is nobody else's.
  const back = await owner.call('PATCH', `${base()}/${keeps.id}`, { version: 2, email: 'alt@kunde.example' });
  expect([back.status, back.body.email]).toEqual([200, 'alt@kunde.example']);
});

test('a card that takes over having no address is still found by the one it had', async () => {
  const keeps = await add({ name: 'Eins', email: 'eins@kunde.example' });
  const { body } = await merge(keeps, await add({ name: 'Zwei' }), { emailOf: 'goes' });
  expect(body.email).toBe(null);
  await visit('eins@kunde.example', '10:00');
  expect((await card(keeps.id)).history.visits).toHaveLength(1);
});

test('a block on either card stands on the one that stays', async () => {
  const [keeps, goes] = [await add({ name: 'Eins' }), await add({ name: 'Zwei', email: 'zwei@kunde.example' })];
  const blocked = await owner.call('POST', `${base()}/${goes.id}/block`, { reason: 'Nie gekommen' });
  const { body } = await merge(keeps, { id: goes.id, version: blocked.body.version });
  expect(body).toMatchObject({ email: 'zwei@kunde.example', blocked: { reason: 'Nie gekommen' } });
  expect((await visit('zwei@kunde.example', '10:00')).body.code).toBe('call_salon');
});

test('a card merged into one that is merged itself still leads to where its visits are', async () => {
  const [a, b, c] = [
    await add({ name: 'A', email: 'a@kunde.example' }),
    await add({ name: 'B', email: 'b@kunde.example' }),
    await add({ name: 'C', email: 'c@kunde.example' }),
  ];
  const ab = (await merge(b, a)).body;
  await merge(c, ab);
  await visit('a@kunde.example', '10:00');
  const seen = await card(a.id);
  expect([seen.id, seen.history.visits.length]).toEqual([c.id, 1]);
});

test('of two who merge or change the same cards the second is told', async () => {
  const [a, b, c] = [await add({ name: 'A' }), await add({ name: 'B' }), await add({ name: 'C' })];
  const both = await Promise.all([merge(a, b), merge(c, b)]);
  // By then there is no B any more: it is part of a card that has changed.
  const told = both.map(({ body }) => body.code ?? 'merged');
  expect(told.filter((code) => code === 'merged')).toHaveLength(1);
  expect(['version_conflict', 'customer_not_found']).toContain(told.find((code) => code !== 'merged'));
  const stays = both[0]?.status === 200 ? a : c;
  expect((await merge({ ...stays, version: 1 }, stays === a ? c : a)).body.code).toBe('version_conflict');
});

test('a lost link is found with the address of the card that went', async () => {
  const [keeps, goes] = [await add({ name: 'Eins' }), await add({ name: 'Zwei', email: 'zwei@kunde.example' })];
  const named = await add({ name: 'Drei', email: 'drei@kunde.example' });
  const merged = (await merge(keeps, goes)).body;
  await merge(merged, named, { emailOf: 'goes' });
  await visit('drei@kunde.example', '10:00');
  await api.app.inject({
    method: 'POST',
    url: `/api/salons/${salon.slug}/lost-link`,
    payload: { email: 'zwei@kunde.example' },
  });
  const { rows } = await api.owner.query(`select recipient from message where salon_id = $1 and kind = 'lost_link'`, [
    salon.id,
  ]);
  expect(rows).toEqual([{ recipient: 'zwei@kunde.example' }]);
});

test('bookings made at the instant of the merging, with either address, are all on the card that stays', {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 15; round++) {
    const [one, two] = [`eins${round}@kunde.example`, `zwei${round}@kunde.example`];
    const [keeps, goes] = [await add({ name: 'Eins', email: one }), await add({ name: 'Zwei', email: two })];
    const date = `2026-12-${String(1 + round).padStart(2, '0')}`;
    const [merged, ...booked] = await Promise.all([
      merge(keeps, goes, { emailOf: round % 2 ? 'goes' : 'keeps' }),
      book(api.app, wish(salon, { date, customer: { name: 'X', email: two } })),
      book(api.app, wish(salon, { date, customer: { name: 'X', email: one } })),
    ]);
    expect([merged.status, ...booked.map(({ status }) => status)]).toEqual([200, 201, 201]);
  }
  const { rows } = await api.owner.query(
    `select count(*)::int as visits, count(*) filter (where c.merged_into is null)::int as standing
     from booking b join customer c on c.salon_id = b.salon_id and c.id = b.customer_id where b.salon_id = $1`,
    [salon.id],
  );
  expect(rows).toEqual([{ visits: 30, standing: 30 }]);
});
