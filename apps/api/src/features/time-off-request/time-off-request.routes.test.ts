import type { TimeOffRequest } from '@salon/contracts/desk/time-off-request';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
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
