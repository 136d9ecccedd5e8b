import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, openDesk } from '../../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, MONDAY_8AM, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  owner = await signIn(api, salon, 'owner');
});
afterAll(() => api.close());

const base = () => `/api/desk/${salon.id}/customers`;
const add = async (card: object) => (await owner.call('POST', base(), card)).body;
const find = async (typed: string, member = owner) => {
  const { body } = await member.call('GET', `${base()}?search=${encodeURIComponent(typed)}`);
  return body.customers.map((one: { name: string }) => one.name);
};
const visit = (name: string, time: string, staff = 'Mia', more = {}) => {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@kunde.example`;
  return book(
    api.app,
    wish(salon, {
      time,
      staffId: salon.staff[staff] ?? '',
      customer: { name, email, phone: '0151 234 56 78', ...more },
    }),
  );
};

describe('at the telephone', () => {
  beforeEach(async () => {
    await add({ name: 'Anna Müller', email: 'anna.mueller@gmx.example', phone: '+49 151 2345678' });
    await add({ name: 'Christoph Meyer', phone: '040 55501-23' });
    await add({ name: 'Jonas Petersen' });
    await add({ name: 'Ayşe Yılmaz' });
  });

  test.each([
    ['Mueler', 'Anna Müller'],
    ['Muller', 'Anna Müller'],
    ['müller anna', 'Anna Müller'],
    ['mü', 'Anna Müller'],
    ['Mue', 'Anna Müller'],
    ['gmx', 'Anna Müller'],
    ['anna.mueller@gmx.example', 'Anna Müller'],
    ['0151 23 45', 'Anna Müller'],
    ['+49 (151) 2345678', 'Anna Müller'],
    ['345678', 'Anna Müller'],
    ['Kristof Maier', 'Christoph Meyer'],
    ['5550123', 'Christoph Meyer'],
    ['Petresen', 'Jonas Petersen'],
    ['Jnoas Pettersn', 'Jonas Petersen'],
    ['ayse', 'Ayşe Yılmaz'],
  ])('%s is %s', async (typed, name) => {
    expect(await find(typed)).toEqual([name]);
  });

  test.each(['Zacharias', "'; drop table customer; --", '%x%', '12', 'a_na', '000', '490', '0049', '①', '½', '+43 0'])(
    '%s is nobody',
    async (typed) => {
      expect(await find(typed)).not.toContain('Anna Müller');
    },
  );

  test('whoever is called so comes first, and of those the one seen last', async () => {
    await visit('Peter Alt', '09:00');
    await visit('Peter Neu', '15:00');
    await add({ name: 'Lena Peter' });
    expect(await find('Peter')).toEqual(['Peter Neu', 'Peter Alt', 'Lena Peter', 'Jonas Petersen']);
  });

  test('whoever is spelled so comes before those who only sound so', async () => {
    await add({ name: 'Jürgen Meyer-Voss' });
    await add({ name: 'Meike Busch' });
    const found = await find('mey');
    expect(found.at(-1)).toBe('Meike Busch');
    expect(found).toContain('Jürgen Meyer-Voss');
  });

  test('a new name is found by the new one, not by the old one', async () => {
    const card = await add({ name: 'Lisa Schmidt' });
    expect(await find('Schmidt')).toEqual(['Lisa Schmidt']);
    await owner.call('PATCH', `${base()}/${card.id}`, { version: 1, name: 'Lisa Brandt' });
    expect([await find('Schmidt'), await find('Brandt')]).toEqual([[], ['Lisa Brandt']]);
  });
});

test('an empty search shows who is here about now, then new cards', async () => {
  await add({ name: 'Nie Dagewesen' });
  await visit('Kommt Morgen', '10:00');
  expect(await find('')).toEqual(['Kommt Morgen', 'Nie Dagewesen']);
});

test('a salon finds its own customers only', async () => {
  await add({ name: 'Unsere Kundin' });
  const theirs = await createSalon(api.prisma, {
    staff: ['Ida'],
    services: { Schnitt: { phases: [['work', 30]] } },
  });
  const neighbour = await signIn(api, theirs, 'owner');
  const { body } = await neighbour.call('GET', `/api/desk/${theirs.id}/customers?search=kundin`);
  expect(body.customers).toEqual([]);
});

describe('staff', () => {
  test('find and open those they have served or will serve, and whose card they wrote', async () => {
    await visit('Mias Kundin', '10:00', 'Mia');
    await visit('Bens Kunde', '10:00', 'Ben');
    const mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
    expect([await find('kund', mia), await find('', mia)]).toEqual([['Mias Kundin'], ['Mias Kundin']]);
    const ben = (await owner.call('GET', `${base()}?search=Bens`)).body.customers[0];
    const refused = await mia.call('GET', `${base()}/${ben.id}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'customer_not_found']);
    const written = await mia.call('POST', base(), { name: 'Kund Ganz Neu' });
    expect([written.status, await find('ganz neu', mia)]).toEqual([201, ['Kund Ganz Neu']]);
  });

  test('see prices of their own visits only, and may neither block nor merge nor erase', async () => {
    await visit('Gemeinsame Kundin', '10:00', 'Mia');
    await visit('Gemeinsame Kundin', '11:00', 'Ben');
    const mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
    const [row] = (await mia.call('GET', `${base()}?search=gemeinsam`)).body.customers;
    const { body } = await mia.call('GET', `${base()}/${row.id}`);
    expect(body.history.visits.map((one: { priceCents?: number }) => one.priceCents)).toEqual([undefined, 3500]);
    for (const what of ['block', 'merge', 'erase']) {
      expect((await mia.call('POST', `${base()}/${row.id}/${what}`, {})).status).toBe(403);
    }
  });

  test('see what they earned with somebody: their part of what took place, also of what was done together', async () => {
    const services = {
      Schnitt: { phases: [['work', 30]], priceCents: 3000 },
      Bart: { phases: [['work', 30]], priceCents: 1100 },
    } as const;
    salon = await createSalon(api.prisma, { staff: ['Mia', 'Ben'], services });
    const desk = await openDesk(api, salon);
    const [mia, ben] = await Promise.all(
      ['Mia', 'Ben'].map((name) => signIn(api, salon, 'staff', { staffId: salon.staff[name] ?? '' })),
    );
    const nobody = await signIn(api, salon, 'owner');
    const { id } = (await nobody.call('POST', base(), { name: 'Stamm Gast' })).body;
    const came = (words: readonly string[]) => desk.made(words, { customer: { id }, overlap: true });
    const revenue = async (member: SignedInMember | undefined) =>
      (await member?.call('GET', `${base()}/${id}`))?.body.revenueCents;

    await came(['Schnitt Mia 09:00']);
    await came(['Schnitt Mia 10:00', 'Bart Ben 10:30']);
    await came(['Bart Ben 11:30']);
    await desk.mark(await came(['Schnitt Mia 12:00', 'Bart Ben 12:30']), 'cancelled');
    const missed = await came(['Schnitt Mia 13:00', 'Bart Ben 13:30']);
    await came(['Schnitt Mia 16:30']);
    expect(await Promise.all([mia, ben, nobody].map(revenue))).toEqual([0, 0, 0]);
    api.clock.now = Date.parse(at('14:30'));
    await desk.mark(missed, 'no_show');
    expect(await Promise.all([mia, ben, nobody].map(revenue))).toEqual([6000, 2200, 8200]);
  });
});

describe('a card', () => {
  test('shows what is known, what is ahead, what has been, and what it came to', async () => {
    const first = await visit('Stamm Gast', '10:00', 'Mia');
    await visit('Stamm Gast', '14:00', 'Ben');
    await api.owner.query(
      `with b as (update booking set status = 'no_show', version = version + 1 where id = $1 returning *)
       insert into audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version)
       select salon_id, gen_random_uuid(), now(), 'system', 'visit.no_show', 'visit', id, version from b`,
      [first.body.booking.id],
    );
    const [row] = (await owner.call('GET', `${base()}?search=stamm`)).body.customers;
    expect(row).toMatchObject({ noShows: 1, lastVisit: null, nextVisit: '2026-11-24T14:00:00+01:00' });
    const { body } = await owner.call('GET', `${base()}/${row.id}`);
    expect(body).toMatchObject({
      ...{ name: 'Stamm Gast', phone: '0151 234 56 78', noShows: 1, visitCount: 0, revenueCents: 0, currency: 'EUR' },
      nextVisit: { startsAt: '2026-11-24T14:00:00+01:00', items: [{ service: 'Herrenhaarschnitt', staff: 'Ben' }] },
    });
    expect(body.history.visits.map((one: { status: string }) => one.status)).toEqual(['confirmed', 'no_show']);
  });

  test('has its history page by page', async () => {
    const { body } = await visit('Viel Dagewesen', '10:00');
    const { id } = (await owner.call('GET', `${base()}?search=dagewesen`)).body.customers[0];
    await api.owner.query(
      `insert into booking (salon_id, id, reference, customer_id, status, source, starts_at, ends_at, price_cents, currency,
         name, locale, created_at, updated_at)
       select salon_id, gen_random_uuid(), 'alt' || n, customer_id, 'done', 'online', '2025-01-01'::timestamptz + (n / 2) * interval '1 day',
         '2025-01-02'::timestamptz + (n / 2) * interval '1 day', 4000, 'EUR', name, locale, created_at, updated_at
       from booking, generate_series(1, 44) n where id = $1`,
      [body.booking.id],
    );
    const card = (await owner.call('GET', `${base()}/${id}`)).body;
    expect([card.visitCount, card.revenueCents]).toEqual([44, 44 * 4000]);
    const seen: string[] = [];
    for (let page = card.history; ; ) {
      seen.push(...page.visits.map((one: { id: string }) => one.id));
      if (page.before === null) break;
      page = (await owner.call('GET', `${base()}/${id}/visits?before=${page.before}`)).body;
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
    expect((await owner.call('GET', `${base()}/${id}/visits?before=gestern`)).status).toBe(400);
  });

  test('is changed by one at a time, and the trail says from what to what', async () => {
    const card = await add({ name: 'Frieda Lang', notes: 'Mag Tee' });
    const path = `${base()}/${card.id}`;
    const change = (body: object) => owner.call('PATCH', path, { version: 1, ...body });
    const both = await Promise.all([change({ allergies: 'PPD' }), change({ notes: 'Mag Kaffee' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stands = (await owner.call('GET', path)).body;
    expect(stands.version).toBe(2);
    const { rows } = await api.owner.query(
      `select action, actor_name, before, after from audit_entry where subject_id = $1 and action = 'customer.changed'`,
      [card.id],
    );
    const what = stands.allergies === 'PPD' ? 'allergies' : 'notes';
    const before = what === 'notes' ? 'Mag Tee' : null;
    expect(rows).toEqual([
      {
        ...{ action: 'customer.changed', actor_name: 'Test owner' },
        ...{ before: { [what]: before }, after: { [what]: stands[what] } },
      },
    ]);
  });

  test('has an address of its own', async () => {
    await add({ name: 'Eins', email: 'eins@kunde.example' });
    const two = await owner.call('POST', base(), { name: 'Zwei', email: 'EINS@kunde.example' });
    expect([two.status, two.body.code, two.body.errors[0].path]).toEqual([409, 'in_use', 'email']);
    const card = await add({ name: 'Zwei' });
    const change = await owner.call('PATCH', `${base()}/${card.id}`, { version: 1, email: 'eins@kunde.example' });
    expect([change.status, change.body.code]).toEqual([409, 'in_use']);
  });

  test('keeps formulas, the newest first; what is mended or removed stays in the trail', async () => {
    const card = await add({ name: 'Rote Greta' });
    const path = `${base()}/${card.id}/formulas`;
    await owner.call('POST', path, { mixedOn: '2026-03-01', formula: '6/43 + 6 % 1:1' });
    const { body } = await owner.call('POST', path, { mixedOn: '2026-10-01', formula: '7/44, 35 Min.' });
    expect(body.formulas).toMatchObject([
      { mixedOn: '2026-10-01', formula: '7/44, 35 Min.', staff: 'Test owner' },
      { mixedOn: '2026-03-01', formula: '6/43 + 6 % 1:1' },
    ]);
    const [newer, older] = body.formulas;
    await owner.call('PUT', `${path}/${newer.id}`, { mixedOn: '2026-10-02', formula: '7/44, 30 Min.' });
    const left = (await owner.call('DELETE', `${path}/${older.id}`)).body;
    expect(left.formulas).toMatchObject([{ id: newer.id, mixedOn: '2026-10-02', formula: '7/44, 30 Min.' }]);
    expect((await owner.call('DELETE', `${path}/${older.id}`)).status).toBe(404);
    const { rows } = await api.owner.query(
      `select action, before, after from audit_entry where subject_id = $1 and action like 'formula.%' order by at, id`,
      [card.id],
    );
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'formula.added',
      'formula.added',
      'formula.changed',
      'formula.removed',
    ]);
    expect(rows.find(({ action }) => action === 'formula.removed').before).toEqual({
      mixedOn: '2026-03-01',
      formula: '6/43 + 6 % 1:1',
    });
  });
});

test('who is blocked is asked to call, and never told why', async () => {
  await visit('Nie Gekommen', '10:00');
  const { id } = (await owner.call('GET', `${base()}?search=gekommen`)).body.customers[0];
  const blocked = await owner.call('POST', `${base()}/${id}/block`, { reason: 'Dreimal nicht erschienen' });
  expect(blocked.body.blocked).toMatchObject({ reason: 'Dreimal nicht erschienen' });
  const refused = await visit('Nie Gekommen', '12:00');
  expect([refused.status, refused.body.code]).toEqual([409, 'call_salon']);
  expect(refused.text).not.toContain('Dreimal');
  await owner.call('POST', `${base()}/${id}/unblock`);
  expect((await visit('Nie Gekommen', '12:00')).status).toBe(201);
});
