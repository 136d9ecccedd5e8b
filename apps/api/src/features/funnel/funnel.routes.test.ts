import { traced } from '@salon/db/test/traced';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, MONDAY_8AM, type TestApi, testApi, wish } from '../../test/test-api.ts';

const DAY = 86_400_000;
const BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile Safari/604.1';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

async function aSalon() {
  api.clock.now = MONDAY_8AM;
  const salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  return { salon, owner: await signIn(api, salon, 'owner') };
}

async function reach(
  salon: FixtureSalon,
  steps: string[],
  { agent = BROWSER, app = api.app, from = '198.51.100.1' } = {},
) {
  const response = await app.inject({
    ...{ method: 'POST', url: `/api/salons/${salon.slug}/steps`, payload: { steps } },
    ...{ remoteAddress: from, headers: agent === '' ? { 'user-agent': '' } : { 'user-agent': agent } },
  });
  return response.statusCode;
}

async function funnel(owner: SignedInMember, salon: FixtureSalon, days?: number) {
  const { body } = await owner.call('GET', `/api/desk/${salon.id}/funnel${days === undefined ? '' : `?days=${days}`}`);
  return { ...body, steps: body.steps.map(({ step, count }: { step: string; count: number }) => `${step} ${count}`) };
}

test('an owner sees how many opened her page, and how far they got', async () => {
  const { salon, owner } = await aSalon();
  expect(await funnel(owner, salon)).toEqual({
    ...{ from: '2026-10-27', to: '2026-11-23' },
    steps: ['opened 0', 'services 0', 'time 0', 'details 0', 'booked 0'],
  });
  for (let n = 0; n < 3; n++) await reach(salon, ['opened']);
  await reach(salon, ['services']);
  await reach(salon, ['opened', 'services', 'time', 'time']);
  await reach(salon, ['details']);
  await book(api.app, wish(salon));
  const seen = ['opened 4', 'services 2', 'time 1', 'details 1', 'booked 1'];
  expect((await funnel(owner, salon)).steps).toEqual(seen);
});

test('each day is the salon’s own, and a window of 7, 28 or 90 of them ends today', async () => {
  const { salon, owner } = await aSalon();
  await reach(salon, ['opened']);
  await book(api.app, wish(salon));
  // 23:59 and 00:01 in Hamburg.
  api.clock.now = Date.parse('2026-11-23T22:59:00Z');
  await reach(salon, ['opened']);
  api.clock.now = Date.parse('2026-11-23T23:01:00Z');
  await reach(salon, ['opened']);
  await funnel(owner, salon);
  const { rows } = await api.owner.query(
    'select day::text, reached from funnel_count where salon_id = $1 order by day',
    [salon.id],
  );
  expect(rows).toEqual([
    { day: '2026-11-23', reached: 2 },
    { day: '2026-11-24', reached: 1 },
  ]);
  api.clock.now = MONDAY_8AM + 7 * DAY;
  expect(await funnel(owner, salon, 7)).toMatchObject({
    from: '2026-11-24',
    steps: expect.arrayContaining(['opened 1', 'booked 0']),
  });
  expect((await funnel(owner, salon, 28)).steps).toEqual(expect.arrayContaining(['opened 3', 'booked 1']));
  api.clock.now = MONDAY_8AM + 90 * DAY;
  expect((await funnel(owner, salon, 90)).steps).toEqual(expect.arrayContaining(['opened 1', 'booked 0']));
});

test.each([
  ['a day of 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['a day of 23 hours', 'Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['half an hour off', 'America/St_Johns', '2026-11-01', '2026-11-01T02:30:00Z', '2026-11-02T03:30:00Z'],
  ['a day without midnight', 'Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z'],
  ['first of all into a day', 'Pacific/Kiritimati', '2026-11-23', '2026-11-22T10:00:00Z', '2026-11-23T10:00:00Z'],
  ['last of all into a day', 'Pacific/Pago_Pago', '2026-11-23', '2026-11-23T11:00:00Z', '2026-11-24T11:00:00Z'],
])('%s (%s): visitors and visits are those of the same days', async (_story, timeZone, day, begins, ends) => {
  const [start, end] = [Date.parse(begins), Date.parse(ends)];
  api.clock.now = start - DAY;
  const salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  await api.owner.query('update salon set time_zone = $2, config_version = config_version + 1 where id = $1', [
    salon.id,
    timeZone,
  ]);
  const stranger = await createSalon(api.prisma, {
    staff: ['Ida'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  const inAWeek = new Date(end + 7 * DAY).toISOString().slice(0, 10);
  for (const [n, at] of [start - 1, start, end - 1, end].entries()) {
    api.clock.now = at;
    await reach(salon, ['opened']);
    await reach(stranger, ['opened']);
    const booked = await book(api.app, wish(salon, { date: inAWeek, time: `1${n}:00` }));
    expect(booked.status).toBe(201);
  }
  // A service that is sold no more was booked all the same.
  await api.owner.query('update service set archived_at = $2 where salon_id = $1', [salon.id, new Date(end)]);
  // The last of seven days.
  api.clock.now = start + 6.5 * DAY;
  const owner = await signIn(api, salon, 'owner');
  const seen = await funnel(owner, salon, 7);
  expect([seen.from, seen.steps[0], seen.steps.at(-1)]).toEqual([day, 'opened 3', 'booked 3']);
  const { rows } = await api.owner.query('select reached from funnel_count where salon_id = $1 order by day', [
    salon.id,
  ]);
  expect(rows.map(({ reached }) => reached)).toEqual([1, 2, 1]);
});

test('what the salon writes into its calendar itself is not counted as booked online', async () => {
  const { salon, owner } = await aSalon();
  await book(api.app, wish(salon));
  const { body } = await book(api.app, wish(salon, { time: '12:00' }));
  await api.owner.query(
    traced("update booking set source = 'salon', version = version + 1 where salon_id = $1 and id = $2"),
    [salon.id, body.booking.id],
  );
  expect((await funnel(owner, salon)).steps.at(-1)).toBe('booked 1');
});

describe('what is not counted', () => {
  test.each([
    ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['a program', 'curl/8.5.0'],
    ['who says nothing of itself', ''],
  ])('%s', async (_story, agent) => {
    const { salon, owner } = await aSalon();
    expect(await reach(salon, ['opened'], { agent })).toBe(204);
    expect((await funnel(owner, salon)).steps[0]).toBe('opened 0');
  });

  test('more than a household opens in an hour', async () => {
    const { salon, owner } = await aSalon();
    const app = await api.another({ RATE_LIMIT: 'on' });
    const answers: number[] = [];
    for (let n = 0; n < 130; n++) answers.push(await reach(salon, ['opened'], { app }));
    expect(answers.filter((one) => one === 429)).toHaveLength(10);
    expect(await reach(salon, ['opened'], { app, from: '198.51.100.2' })).toBe(204);
    await app.close();
    expect((await funnel(owner, salon)).steps[0]).toBe('opened 121');
  });

  test.each([[[]], [['booked']], [['opened', 'opened', 'opened', 'opened', 'opened']]])(
    'steps like %j',
    async (steps) => {
      const { salon } = await aSalon();
      expect(await reach(salon, steps as string[])).toBe(400);
    },
  );

  test('a salon that is not', async () => {
    const { salon } = await aSalon();
    expect(await reach({ ...salon, slug: 'nowhere' }, ['opened'])).toBe(404);
  });
});

test('a process that stops has written what it counted', async () => {
  const { salon, owner } = await aSalon();
  const app = await api.another();
  await reach(salon, ['opened'], { app });
  await app.close();
  expect((await funnel(owner, salon)).steps[0]).toBe('opened 1');
});

test('staff see no funnel', async () => {
  const { salon } = await aSalon();
  const mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
  expect((await mia.call('GET', `/api/desk/${salon.id}/funnel`)).body.code).toBe('forbidden');
});
