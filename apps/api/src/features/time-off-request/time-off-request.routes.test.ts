import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskOf } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';
import { OPEN_MOST } from './time-off-request.repo.ts';

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
  const { Mia: miaId = '', Ben: benId = '' } = salon.staff;
  return {
    salon,
    miaId,
    benId,
    manager: await signIn(api, salon, 'manager', { name: 'Petra' }),
    mia: await signIn(api, salon, 'staff', { staffId: miaId }),
    ben: await signIn(api, salon, 'staff', { staffId: benId }),
  };
}

const holidays = (staffId: string, more: object = {}) => ({
  staffId,
  firstDate: '2026-11-24',
  lastDate: '2026-11-26',
  startMinute: null,
  endMinute: null,
  reason: 'Ostsee',
  ...more,
});
const at = (salon: FixtureSalon) => `/api/desk/${salon.id}/time-off-requests`;
const ask = (by: SignedInMember, salon: FixtureSalon, staffId: string, more: object = {}) =>
  by.call('POST', at(salon), holidays(staffId, more));
const decide = (by: SignedInMember, salon: FixtureSalon, { id }: TimeOffRequest, how: string, body: object = {}) =>
  by.call('POST', `${at(salon)}/${id}/${how}`, body);
const timesOf = async (salon: FixtureSalon, staffId: string, date = '2026-11-25') =>
  (await offered(api.app, salon, date, 'Herrenhaarschnitt', staffId)).map((one) => one.time);

describe('holidays', () => {
  test('are asked for, approved, and then she cannot be booked', async () => {
    const { salon, mia, miaId, benId, manager } = await aSalon();
    const asked = await ask(mia, salon, miaId);
    expect([asked.status, asked.body]).toMatchObject([201, { state: 'requested', visits: 0, reason: 'Ostsee' }]);
    expect(await timesOf(salon, miaId)).toHaveLength(31);
    const approved = await decide(manager, salon, asked.body, 'approve');
    expect([approved.status, approved.body]).toMatchObject([200, { state: 'approved', decidedBy: 'Petra' }]);
    expect([await timesOf(salon, miaId), await timesOf(salon, miaId, '2026-11-26')]).toEqual([[], []]);
    expect((await timesOf(salon, miaId, '2026-11-27')).length).toBeGreaterThan(0);
    expect((await timesOf(salon, benId)).length).toBeGreaterThan(0);
    const { body } = await mia.call('GET', at(salon));
    expect(body.requests).toMatchObject([{ id: asked.body.id, state: 'approved' }]);
  });

  test('over booked visits are shown first; confirmed, the visits stand until they leave', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    const visit = (await book(api.app, wish(salon, { staffId: miaId, date: '2026-11-25' }))).body.booking;
    await book(api.app, wish(salon, { staffId: miaId, date: '2026-11-27' }));
    const asked = await ask(mia, salon, miaId);
    expect(asked.body.visits).toBe(1);
    const told = await decide(manager, salon, asked.body, 'approve');
    expect([told.status, told.body.code, told.body.total, told.body.visits[0].id]).toEqual([
      409,
      'visits_affected',
      1,
      visit.id,
    ]);
    expect((await timesOf(salon, miaId)).length).toBeGreaterThan(0);
    expect((await decide(manager, salon, asked.body, 'approve', { confirm: true })).status).toBe(200);
    expect(await timesOf(salon, miaId)).toEqual([]);
    await manage(api.app, tokenOf(visit), '/cancel', {});
    expect(await timesOf(salon, miaId)).toEqual([]);
  });

  test('of an afternoon leave the morning', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    const part = { firstDate: '2026-11-25', lastDate: '2026-11-25', startMinute: 720, endMinute: 1440 };
    const asked = await ask(mia, salon, miaId, part);
    await decide(manager, salon, asked.body, 'approve');
    expect((await timesOf(salon, miaId)).at(-1)).toBe('11:30');
  });

  test('that are declined or withdrawn take no time and are decided once', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    const [first, second] = [(await ask(mia, salon, miaId)).body, (await ask(mia, salon, miaId)).body];
    const declined = await decide(manager, salon, first, 'decline', { answer: 'Da ist Messe.' });
    expect(declined.body).toMatchObject({ state: 'declined', answer: 'Da ist Messe.' });
    expect((await decide(mia, salon, second, 'withdraw')).body.state).toBe('withdrawn');
    for (const request of [first, second]) {
      expect((await decide(manager, salon, request, 'approve')).body.code).toBe('status_conflict');
    }
    expect((await timesOf(salon, miaId)).length).toBeGreaterThan(0);
  });

  test('decided by two at once are decided once', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    const owner = await signIn(api, salon, 'owner');
    const { body } = await ask(mia, salon, miaId);
    const answers = await Promise.all([
      decide(manager, salon, body, 'approve'),
      decide(owner, salon, body, 'decline', { answer: null }),
      decide(owner, salon, body, 'approve'),
    ]);
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    const taken = await api.prisma.timeOff.count({ where: { salonId: salon.id } });
    expect(taken).toBe(answers.some((one) => one.body.state === 'approved') ? 1 : 0);
  });

  test('approved while people book: each visit is told, or not booked', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    const { body } = await ask(mia, salon, miaId);
    const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'];
    const [approved, ...booked] = await Promise.all([
      decide(manager, salon, body, 'approve'),
      ...times.map((time) => book(api.app, wish(salon, { staffId: miaId, date: '2026-11-25', time }))),
    ]);
    const came = booked.filter((one) => one.status === 201).length;
    if (approved?.status === 200) expect(came).toBe(0);
    else expect([approved?.body.code, approved && approved.body.total <= came]).toEqual(['visits_affected', true]);
  });
});

describe('approved holidays are revoked', () => {
  const approved = async (more: object = {}) => {
    const desk = await aSalon();
    const { body } = await ask(desk.mia, desk.salon, desk.miaId, more);
    return { ...desk, request: (await decide(desk.manager, desk.salon, body, 'approve', { confirm: true })).body };
  };
  const revoke = (by: SignedInMember, salon: FixtureSalon, request: TimeOffRequest, more: object = {}) =>
    decide(by, salon, request, 'revoke', { version: request.version, answer: 'Lena ist krank.', ...more });

  test('and she can be booked again; the list says what they hold, then who took it back, and why', async () => {
    const { salon, mia, miaId, manager, request } = await approved();
    expect(request.timeOff).toEqual({
      ...{ startsAt: '2026-11-24T00:00:00+01:00', endsAt: '2026-11-27T00:00:00+01:00', begun: false },
    });
    expect(await timesOf(salon, miaId)).toEqual([]);
    const { status, body } = await revoke(manager, salon, request);
    expect([status, body]).toMatchObject([200, { state: 'revoked', decidedBy: 'Petra', timeOff: null }]);
    expect(await timesOf(salon, miaId)).toHaveLength(31);
    const [shown] = (await mia.call('GET', at(salon))).body.requests;
    expect(shown).toMatchObject({ state: 'revoked', answer: 'Lena ist krank.', version: 3 });
    const { rows } = await api.owner.query(
      `select actor_name, before, after from audit_entry where salon_id = $1 and action = 'time_off.revoked'`,
      [salon.id],
    );
    expect(rows).toEqual([{ actor_name: 'Petra', before: { state: 'approved' }, after: { state: 'revoked' } }]);
  });

  test('a visit that lies in them is told beforehand, and holds its time afterwards', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    await book(api.app, wish(salon, { staffId: miaId, date: '2026-11-25' }));
    const { body } = await ask(mia, salon, miaId);
    const request = (await decide(manager, salon, body, 'approve', { confirm: true })).body;
    expect((await manager.call('GET', at(salon))).body.requests).toMatchObject([{ state: 'approved', visits: 1 }]);
    expect((await revoke(manager, salon, request)).status).toBe(200);
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
    expect((await timesOf(salon, miaId)).length).toBeGreaterThan(0);
  });

  test('only as they were seen, only once, and only by whoever decides', async () => {
    const { salon, mia, manager, request } = await approved();
    expect((await revoke(mia, salon, request)).body.code).toBe('forbidden');
    expect((await revoke(manager, salon, request, { version: 1 })).body.code).toBe('version_conflict');
    const twice = await Promise.all([revoke(manager, salon, request), revoke(manager, salon, request)]);
    expect(twice.map((one) => one.status).sort()).toEqual([200, 409]);
    const [after] = (await manager.call('GET', at(salon))).body.requests;
    expect((await revoke(manager, salon, after)).body.code).toBe('status_conflict');
  });

  test('before they begin: what has begun stays, to be shortened in the calendar', async () => {
    const { salon, miaId, manager, request } = await approved({ firstDate: '2026-11-23', lastDate: '2026-11-26' });
    expect(request.timeOff).toMatchObject({ begun: true });
    expect((await revoke(manager, salon, request)).body.code).toBe('status_conflict');
    expect(await timesOf(salon, miaId)).toEqual([]);
  });

  test('also when the calendar freed them already', async () => {
    const { salon, miaId, manager, request } = await approved();
    const { rows } = await api.owner.query('select id from time_off where salon_id = $1', [salon.id]);
    const end = `/api/desk/${salon.id}/time-off/${rows[0].id}/end`;
    await manager.call('POST', end, {}, { 'idempotency-key': 'end' });
    expect((await manager.call('GET', at(salon))).body.requests).toMatchObject([{ state: 'approved', timeOff: null }]);
    expect((await revoke(manager, salon, request)).body).toMatchObject({ state: 'revoked' });
    expect(await timesOf(salon, miaId)).toHaveLength(31);
  });

  test('the change in the calendar that came before cannot be undone into them any more', async () => {
    const { salon, miaId, manager, request } = await approved();
    const { rows } = await api.owner.query('select id, version from time_off where salon_id = $1', [salon.id]);
    const moved = await manager.call(
      'PUT',
      `/api/desk/${salon.id}/time-off/${rows[0].id}`,
      {
        ...{ version: rows[0].version, staffId: miaId, kind: 'time_off' },
        ...{ startsAt: '2026-11-25T00:00:00+01:00', endsAt: '2026-11-26T00:00:00+01:00' },
      },
      { 'idempotency-key': 'shorter' },
    );
    expect((await revoke(manager, salon, request)).status).toBe(200);
    const undo = `/api/desk/${salon.id}/changes/${moved.body.change.id}/undo`;
    const undone = await manager.call('POST', undo, {}, { 'idempotency-key': 'undo' });
    expect(undone.status).toBe(409);
    expect(await timesOf(salon, miaId)).toHaveLength(31);
  });
});

describe('by mail', () => {
  const mails = async (salon: FixtureSalon) => {
    const { rows } = await api.owner.query(
      'select kind, recipient, content from message where salon_id = $1 order by created_at, id',
      [salon.id],
    );
    return rows;
  };

  test('she alone is told what was decided: which request, not why she asked', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    await api.prisma.login.update({ where: { id: mia.loginId }, data: { locale: 'en' } });
    const first = (await ask(mia, salon, miaId)).body;
    const second = (await ask(mia, salon, miaId, { firstDate: '2026-12-01', lastDate: '2026-12-01' })).body;
    await decide(manager, salon, first, 'decline', { answer: 'Da ist Messe.' });
    const approved = (await decide(manager, salon, second, 'approve')).body;
    await decide(manager, salon, approved, 'revoke', { version: approved.version, answer: null });
    const told = (kind: string, timeOffRequestId: string, version: number) => ({
      ...{ kind, recipient: mia.email, content: { locale: 'en', timeOffRequestId, version } },
    });
    expect(await mails(salon)).toEqual([
      told('time_off_declined', first.id, 2),
      told('time_off_approved', second.id, 2),
      told('time_off_revoked', second.id, 3),
    ]);
  });

  test('nobody is written to who decides for herself, withdraws, or has no login', async () => {
    const { salon, mia, miaId, benId, manager } = await aSalon();
    const owner = await signIn(api, salon, 'owner', { staffId: benId });
    await decide(owner, salon, (await ask(owner, salon, benId)).body, 'approve');
    await decide(mia, salon, (await ask(mia, salon, miaId)).body, 'withdraw');
    await api.prisma.staff.update({
      where: { salonId_id: { salonId: salon.id, id: miaId } },
      data: { memberId: null },
    });
    await decide(manager, salon, (await ask(manager, salon, miaId)).body, 'approve');
    expect(await mails(salon)).toEqual([]);
  });

  test('a decision that is refused writes to nobody', async () => {
    const { salon, mia, miaId, manager } = await aSalon();
    await book(api.app, wish(salon, { staffId: miaId, date: '2026-11-25' }));
    expect((await decide(manager, salon, (await ask(mia, salon, miaId)).body, 'approve')).status).toBe(409);
    expect((await mails(salon)).filter(({ kind }) => kind.startsWith('time_off'))).toEqual([]);
  });
});

test('the list says of each request how many visits are in its time: also those that lie over others, none that are over', async () => {
  const { salon, mia, miaId, ben, benId, manager } = await aSalon();
  const on = (date: string, time: string, staffId: string) => book(api.app, wish(salon, { staffId, date, time }));
  await on('2026-11-25', '09:00', miaId);
  await on('2026-11-25', '09:00', benId);
  await on('2026-11-25', '15:00', miaId);
  await on('2026-12-01', '15:00', miaId);
  const desk = deskOf(manager, salon);
  const over = await desk.visit([], {
    items: [
      {
        serviceId: salon.services.Herrenhaarschnitt ?? '',
        staffId: miaId,
        startsAt: '2026-11-25T15:00:00+01:00',
      },
    ],
    overlap: true,
  });
  expect(over.status).toBe(201);
  await ask(mia, salon, miaId);
  await ask(mia, salon, miaId, { firstDate: '2026-11-25', lastDate: '2026-11-25', startMinute: 840, endMinute: 960 });
  await ask(mia, salon, miaId, { firstDate: '2026-12-02', lastDate: '2026-12-02' });
  await ask(ben, salon, benId);
  const counted = async () =>
    (await manager.call('GET', at(salon))).body.requests.map(({ visits }: TimeOffRequest) => visits);
  expect(await counted()).toEqual([1, 0, 2, 3]);
  const before = api.clock.now;
  api.clock.now = Date.parse('2026-11-25T14:00:00+01:00');
  expect(await counted()).toEqual([0, 0, 2, 2]);
  api.clock.now = before;
});

test('who has fifty requests waiting is asked to wait for a decision; a colleague is not, nor she once one is decided', async () => {
  const { salon, mia, miaId, ben, benId, manager } = await aSalon();
  const { body: first } = await ask(mia, salon, miaId);
  await api.owner.query(
    `insert into time_off_request (salon_id, id, staff_id, first_date, last_date, created_at)
     select salon_id, gen_random_uuid(), staff_id, first_date, last_date, created_at from time_off_request, generate_series(1, $2)
     where salon_id = $1`,
    [salon.id, OPEN_MOST - 2],
  );
  const two = await Promise.all([ask(mia, salon, miaId), ask(mia, salon, miaId)]);
  expect(two.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await ask(mia, salon, miaId)).body.code).toBe('too_many_open');
  expect((await ask(ben, salon, benId)).status).toBe(201);
  await decide(manager, salon, first, 'decline', { answer: null });
  expect((await ask(mia, salon, miaId)).status).toBe(201);
});

describe('a colleague', () => {
  test('asks for herself only, sees her own only, and decides nothing', async () => {
    const { salon, mia, ben, miaId } = await aSalon();
    const { body } = await ask(mia, salon, miaId);
    expect((await ask(ben, salon, miaId)).body.code).toBe('staff_not_found');
    expect((await ben.call('GET', at(salon))).body).toEqual({ requests: [] });
    expect((await decide(ben, salon, body, 'withdraw')).body.code).toBe('time_off_not_found');
    expect((await decide(mia, salon, body, 'approve')).body.code).toBe('forbidden');
  });

  test('in another salon finds nothing', async () => {
    const [one, other] = [await aSalon(), await aSalon()];
    const { body } = await ask(one.mia, one.salon, one.miaId);
    expect((await decide(other.manager, other.salon, body, 'approve')).body.code).toBe('time_off_not_found');
    expect((await ask(other.manager, other.salon, one.miaId)).body.code).toBe('staff_not_found');
  });
});

test.each([
  ['that end before they begin', { lastDate: '2026-11-20' }, 'lastDate'],
  ['of parts of several days', { startMinute: 600, endMinute: 700 }, 'endMinute'],
])('holidays %s are refused', async (_story, wrong, path) => {
  const { salon, mia, miaId } = await aSalon();
  const { status, body } = await ask(mia, salon, miaId, wrong);
  expect([status, body.errors.map((one: { path: string }) => one.path)]).toEqual([400, [path]]);
});
