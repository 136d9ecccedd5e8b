import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deskOf } from '../../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, MONDAY_8AM, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;

const EMAIL = 'Greta.Garbo@Kunde.example';
const SECRETS = ['greta', 'garbo', '0170-99', 'lieber leise', 'enkelin', 'ppd', '7/44'];

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await openSalon();
  owner = await signIn(api, salon, 'owner');
});
afterAll(() => api.close());

const openSalon = () =>
  createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
const base = () => `/api/desk/${salon.id}/customers`;
const found = async (typed: string) => (await owner.call('GET', `${base()}?search=${typed}`)).body.customers;
const greta = (more: object = {}) =>
  wish(salon, {
    customer: { name: 'Greta Garbo', email: EMAIL, phone: '0170-99' },
    note: 'Bitte lieber leise',
    guestName: 'Enkelin Greta',
    staffId: salon.staff.Mia ?? '',
    ...more,
  });
const erase = (id: string, body: object, member = owner) => member.call('POST', `${base()}/${id}/erase`, body);

/** Every row of the salon, as text. */
async function everything() {
  const tables = [
    'customer',
    'customer_formula',
    'booking',
    'booking_item',
    'idempotency',
    'message',
    'outbox',
    'audit_entry',
    'desk_change',
  ];
  const texts = await Promise.all(
    tables.map(async (table) => {
      const { rows } = await api.owner.query(`select t::text as row from ${table} t where salon_id = $1`, [salon.id]);
      return rows.map(({ row }) => `${table}: ${row}`).join('\n');
    }),
  );
  return texts.join('\n').toLowerCase();
}

test('nothing says any more who she was, and her visit stays in the book', async () => {
  const key = 'her-key';
  const booked = await book(api.app, greta(), key);
  const token = tokenOf(booked.body.booking);
  const moved = { date: '2026-11-24', time: '11:00', version: 1 };
  await manage(api.app, token, '/reschedule', moved, 'her-move');
  const [{ id }] = await found('garbo');
  await owner.call('PATCH', `${base()}/${id}`, { version: 1, notes: 'Lieber leise', allergies: 'PPD' });
  await owner.call('POST', `${base()}/${id}/formulas`, { mixedOn: '2026-11-01', formula: '7/44' });
  for (const state of ['due', 'sent']) {
    await api.owner.query(
      `insert into message (salon_id, id, booking_id, kind, sequence, recipient, state, due_at, created_at, last_error, sent_at)
       values ($1, gen_random_uuid(), $2, 'confirmation', $4, $3, $5, now(), now(), 'no mailbox ' || $3, $6)`,
      [salon.id, booked.body.booking.id, EMAIL, state === 'due' ? 1 : 0, state, state === 'sent' ? new Date() : null],
    );
  }
  await api.owner.query(
    `insert into message (salon_id, id, kind, sequence, recipient, due_at, created_at)
     values ($1, gen_random_uuid(), 'lost_link', 7, lower($2), now(), now())`,
    [salon.id, EMAIL],
  );
  await api.owner.query(
    `insert into caught_mail (id, caught_at, kind, recipient, subject, raw)
     values (gen_random_uuid(), now(), 'confirmation', $1, 'Ihr Termin, Greta', convert_to('Liebe Greta', 'UTF8'))`,
    [EMAIL],
  );
  const before = await everything();
  for (const secret of SECRETS) expect(before).toContain(secret);

  // Her visit is over: erasing takes nothing that is ahead.
  api.clock.now = Date.parse('2026-11-30T09:00:00Z');
  const preview = (await owner.call('GET', `${base()}/${id}/erase`)).body;
  expect(preview).toMatchObject({ visits: 1, formulas: 1, upcoming: [] });
  const { status, body } = await erase(id, { version: preview.version });
  expect([status, body]).toEqual([200, { visits: 1, cancelled: 0 }]);

  const after = await everything();
  for (const secret of SECRETS) expect(after).not.toContain(secret);
  const { rows: mails } = await api.owner.query('select count(*)::int as left from caught_mail where recipient = $1', [
    EMAIL,
  ]);
  expect(mails).toEqual([{ left: 0 }]);
  const { rows } = await api.owner.query(
    'select status, starts_at, price_cents, name, email from booking where id = $1',
    [booked.body.booking.id],
  );
  expect(rows).toEqual([
    { status: 'confirmed', starts_at: new Date('2026-11-24T10:00:00Z'), price_cents: 3500, name: '', email: null },
  ]);

  // Whoever still has a key, a link or the address of the card learns nothing.
  const asked = [
    await book(api.app, greta(), key),
    await manage(api.app, token),
    await manage(api.app, token, '/reschedule', moved, 'her-move'),
    await manage(api.app, token, '/calendar.ics'),
  ];
  expect(asked.map((one) => [one.status, one.body.code])).toEqual(Array(4).fill([410, 'erased']));
  expect([await found('garbo'), await found('greta.garbo@kunde.example')]).toEqual([[], []]);
  expect((await owner.call('GET', `${base()}/${id}`)).body.code).toBe('customer_not_found');
  expect((await erase(id, { version: 99 })).body.code).toBe('customer_not_found');
  const { rows: unsent } = await api.owner.query(
    `select state, drop_reason from message where salon_id = $1 order by state`,
    [salon.id],
  );
  expect(unsent).toEqual([
    { state: 'sent', drop_reason: null },
    { state: 'dropped', drop_reason: 'erased' },
    { state: 'dropped', drop_reason: 'erased' },
  ]);
});

test('somebody erased who books again is somebody new', async () => {
  await book(api.app, greta({ time: '09:00' }));
  const [{ id }] = await found('garbo');
  api.clock.now = Date.parse('2026-11-30T09:00:00Z');
  await erase(id, { version: 1 });
  expect((await book(api.app, greta({ date: '2026-12-01' }))).status).toBe(201);
  const [again] = await found('garbo');
  expect([again.id === id, again.noShows, again.lastVisit]).toEqual([false, 0, null]);
});

test('visits ahead are named first; cancelled with it, their time is free for others', async () => {
  const booked = await book(api.app, greta({ time: '10:00' }), 'ahead');
  const [{ id }] = await found('garbo');
  const refused = await erase(id, { version: 1 });
  expect([refused.status, refused.body.code]).toEqual([409, 'in_use']);
  expect(refused.body.conflicts).toMatchObject([
    { kind: 'visit', visitId: booked.body.booking.id, startsAt: '2026-11-24T10:00:00+01:00' },
  ]);
  expect((await found('garbo')).map(({ id: one }: { id: string }) => one)).toEqual([id]);

  const { body } = await erase(id, { version: 1, cancelFuture: true });
  expect(body).toEqual({ visits: 1, cancelled: 1 });
  expect((await book(api.app, greta({ time: '10:00' }), 'ahead')).body.code).toBe('erased');
  const free = (await offered(api.app, salon, '2026-11-24', 'Herrenhaarschnitt', salon.staff.Mia)).map(
    ({ time }) => time,
  );
  expect(free).toContain('10:00');
  const { rows } = await api.owner.query('select status, sequence from booking where id = $1', [
    booked.body.booking.id,
  ]);
  expect(rows).toEqual([{ status: 'cancelled', sequence: 1 }]);
});

test('what the desk did to her visit cannot be taken back any more, and its trail names nobody', async () => {
  const card = (await owner.call('POST', base(), { name: 'Greta Garbo', email: EMAIL })).body;
  const items = [
    { serviceId: salon.services.Herrenhaarschnitt, staffId: salon.staff.Mia, startsAt: '2026-11-24T10:00:00+01:00' },
  ];
  const made = await owner.call(
    'POST',
    `/api/desk/${salon.id}/visits`,
    { customer: { id: card.id }, guestName: 'Enkelin Greta', note: 'Lieber leise', items, notify: false },
    { 'idempotency-key': 'from-the-desk' },
  );
  expect(made.status).toBe(201);
  for (const secret of ['enkelin', 'lieber leise']) expect(await everything()).toContain(secret);
  expect((await erase(card.id, { version: 1, cancelFuture: true })).body).toEqual({ visits: 1, cancelled: 1 });
  const undone = await owner.call('POST', `/api/desk/${salon.id}/changes/${made.body.change.id}/undo`, undefined, {
    'idempotency-key': 'take-it-back',
  });
  expect([undone.status >= 400, undone.body.code]).toEqual([
    true,
    expect.stringMatching(/undo_expired|version_conflict/),
  ]);
  const after = await everything();
  for (const secret of ['greta', 'enkelin', 'leise']) expect(after).not.toContain(secret);
});

test('a visit that was hers until it became somebody else’s names her no more either', async () => {
  const booked = await book(api.app, greta());
  const visitId = booked.body.booking.id;
  for (const recipient of [EMAIL, 'erika@kunde.example']) {
    await api.owner.query(
      `insert into message (salon_id, id, booking_id, kind, sequence, recipient, due_at, created_at)
       values ($1, gen_random_uuid(), $2, 'confirmation', 0, $3, now(), now())`,
      [salon.id, visitId, recipient],
    );
  }
  const erika = (await owner.call('POST', base(), { name: 'Erika', email: 'erika@kunde.example' })).body;
  const visit = `/api/desk/${salon.id}/visits/${visitId}`;
  const { items } = (await owner.call('GET', visit)).body.visit;
  const kept = items.map(({ serviceId, staffId, startsAt }: Record<string, string>) => ({
    serviceId,
    staffId,
    startsAt,
  }));
  const given = await owner.call(
    'PUT',
    visit,
    { version: 1, items: kept, customer: { id: erika.id }, guestName: null, note: null, notify: false },
    { 'idempotency-key': 'given-away' },
  );
  expect(given.body.visits).toMatchObject([{ customerId: erika.id }]);
  const [{ id }] = await found('garbo');
  expect((await erase(id, { version: 1 })).body).toEqual({ visits: 0, cancelled: 0 });
  const after = await everything();
  for (const secret of ['greta', 'garbo', '0170-99', 'enkelin', 'lieber leise']) expect(after).not.toContain(secret);
  // What is the other one's stays hers.
  expect((await owner.call('GET', visit)).body.visit).toMatchObject({ name: 'Erika', status: 'confirmed' });
  const { rows } = await api.owner.query(
    `select state, recipient from message where booking_id = $1 and state <> 'dropped'`,
    [visitId],
  );
  expect(rows).toEqual([{ state: 'due', recipient: 'erika@kunde.example' }]);
});

test('a visit that becomes somebody else’s while she is erased stays with that somebody', async () => {
  const booked = await book(api.app, greta({ time: '10:00' }));
  const visitId = booked.body.booking.id;
  const [{ id }] = await found('garbo');
  const erika = (await owner.call('POST', base(), { name: 'Erika' })).body;
  const desk = await api.owner.connect();
  try {
    await desk.query('begin');
    await desk.query(`update booking set customer_id = $1, name = 'Erika', email = null, version = 2 where id = $2`, [
      erika.id,
      visitId,
    ]);
    await desk.query(
      `insert into audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version, before, after)
       values ($1, gen_random_uuid(), now(), 'system', 'visit.changed', 'visit', $2, 2, $3, $4)`,
      [salon.id, visitId, { customerId: id }, { customerId: erika.id }],
    );
    const erasing = erase(id, { version: 1, cancelFuture: true });
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await api.owner.query(waiting)).rowCount).toBe(1);
    await desk.query('commit');
    expect((await erasing).body).toEqual({ visits: 0, cancelled: 0 });
  } finally {
    desk.release();
  }
  const { rows } = await api.owner.query('select status, name from booking where id = $1', [visitId]);
  expect(rows).toEqual([{ status: 'confirmed', name: 'Erika' }]);
});

test('a visit is not given to somebody who is erased at that instant', async () => {
  const visitId = (await book(api.app, greta({ time: '10:00' }))).body.booking.id;
  const erika = (await owner.call('POST', base(), { name: 'Erika', phone: '0176 5550199' })).body;
  const eraser = await api.owner.connect();
  try {
    await eraser.query('begin');
    const doer = { loginId: owner.loginId, name: 'Maren', requestId: 'r' };
    await eraser.query('select erase_customer_v1($1, $2, 1, true, $3, now())', [salon.id, erika.id, doer]);
    const giving = deskOf(owner, salon).change({ id: visitId, version: 1 }, ['Herrenhaarschnitt Mia 10:00'], {
      customer: { id: erika.id },
    });
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await api.owner.query(waiting)).rowCount).toBe(1);
    await eraser.query('commit');
    expect((await giving).body.code).toBe('customer_not_found');
  } finally {
    eraser.release(true);
  }
  expect((await everything()).includes('5550199')).toBe(false);
  const { rows } = await api.owner.query('select name from booking where id = $1', [visitId]);
  expect(rows).toEqual([{ name: 'Greta Garbo' }]);
});

test('a card that was merged into hers goes with it', async () => {
  const other = (await owner.call('POST', base(), { name: 'G. Gustafsson', email: 'gustafsson@kunde.example' })).body;
  const card = (await owner.call('POST', base(), { name: 'Greta Garbo', email: EMAIL })).body;
  const merged = await owner.call('POST', `${base()}/${card.id}/merge`, {
    otherId: other.id,
    version: 1,
    otherVersion: 1,
  });
  await erase(card.id, { version: merged.body.version });
  const after = await everything();
  expect([after.includes('gustafsson'), after.includes('garbo')]).toEqual([false, false]);
});

test('only the owner erases, and only what she has seen', async () => {
  const card = (await owner.call('POST', base(), { name: 'Greta Garbo' })).body;
  const manager = await signIn(api, salon, 'manager');
  expect((await erase(card.id, { version: 1 }, manager)).body.code).toBe('forbidden');
  await owner.call('PATCH', `${base()}/${card.id}`, { version: 1, notes: 'Neu' });
  expect((await erase(card.id, { version: 1 })).body.code).toBe('version_conflict');
});

test('erased while the desk gives her the visits of others and moves her own: each is done, or told what is so', {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 8; round++) {
    salon = await openSalon();
    owner = await signIn(api, salon, 'owner');
    const desk = deskOf(owner, salon);
    const card = (await owner.call('POST', base(), { name: 'Greta' })).body;
    const words = (clock: string) => [`Herrenhaarschnitt Mia ${clock}`];
    const made = async (clocks: readonly string[], more?: object) => {
      const visits = [];
      for (const clock of clocks) visits.push(await desk.made(words(clock), more));
      return visits;
    };
    const hers = await made(['09:00', '10:00', '11:00'], { customer: { id: card.id } });
    const others = await made(['13:00', '14:00', '15:00']);
    const [erased, ...changed] = await Promise.all([
      erase(card.id, { version: 1, cancelFuture: true }),
      ...others.map((one, nth) => desk.change(one, words(`1${nth + 3}:00`), { customer: { id: card.id } })),
      ...hers.map((one, nth) => desk.change(one, words(`${['09', 10, 11][nth]}:30`))),
    ]);
    expect(erased.status).toBe(200);
    for (const { status, body } of changed) {
      expect([undefined, 'customer_not_found', 'version_conflict', 'status_conflict'], `${status}`).toContain(
        body.code,
      );
    }
    const left = `select b.name, b.version from booking b where b.customer_id = $1 and (b.name <> '' or b.status <> 'cancelled')`;
    expect((await api.owner.query(left, [card.id])).rows).toEqual([]);
  }
});

test('booked at the instant she is erased, she is either cancelled with it or somebody new', {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 12; round++) {
    const email = `greta${round}@kunde.example`;
    const card = (await owner.call('POST', base(), { name: 'Greta', email })).body;
    const date = `2026-12-${String(1 + round).padStart(2, '0')}`;
    const [erased, booked] = await Promise.all([
      erase(card.id, { version: 1, cancelFuture: true }),
      book(api.app, greta({ date, customer: { name: 'Greta', email } })),
    ]);
    expect([erased.status, booked.status]).toEqual([200, 201]);
    const { rows } = await api.owner.query(
      `select b.status, b.email, c.erased_at is not null as erased from booking b
       join customer c on c.salon_id = b.salon_id and c.id = b.customer_id where b.id = $1`,
      [booked.body.booking.id],
    );
    expect([
      { status: 'cancelled', email: null, erased: true },
      { status: 'confirmed', email, erased: false },
    ]).toContainEqual(rows[0]);
    expect(erased.body.cancelled).toBe(rows[0].erased ? 1 : 0);
  }
});
