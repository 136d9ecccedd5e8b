import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
const MINUTE = 60_000;
const SPEC = { staff: ['Mia', 'Ben'], services: { Herrenhaarschnitt: { phases: [['work', 30]] } } } as const;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, SPEC);
});
afterAll(() => api.close());

const ask = (email: unknown, slug = salon.slug, app = api.app) =>
  app.inject({ method: 'POST', url: `/api/salons/${slug}/lost-link`, payload: { email } });
const booked = async (email: string, time: string) => {
  const { body } = await book(api.app, wish(salon, { time, customer: { name: 'Jonas', email } }));
  return tokenOf(body.booking);
};
const mails = async (recipient: string) => {
  const { rows } = await api.owner.query(
    `select salon_id, booking_id, kind, state, due_at, created_at from message where recipient = $1 order by created_at`,
    [recipient],
  );
  return rows;
};

describe('who lost her link', () => {
  test('is sent her links, however she writes her address', async () => {
    await booked('Jonas@Kunde.example', '10:00');
    const { statusCode, body } = await ask('JONAS@kunde.EXAMPLE');
    expect([statusCode, body]).toEqual([202, (await ask('nobody@kunde.example')).body]);
    const now = new Date(MONDAY_8AM);
    expect(await mails('jonas@kunde.example')).toEqual([
      { salon_id: salon.id, booking_id: null, kind: 'lost_link', state: 'due', due_at: now, created_at: now },
    ]);
  });

  test('gets one mail in ten minutes, also when she asks many times at once', async () => {
    const email = 'eilig@kunde.example';
    await booked(email, '11:00');
    const app = await api.another();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask(email, salon.slug, index % 2 === 0 ? api.app : app)),
    );
    expect(new Set(answers.map((one) => one.statusCode))).toEqual(new Set([202]));
    expect(await mails(email)).toHaveLength(1);
    // Ten minutes are ten minutes, wherever they begin on the clock.
    for (const [minutes, count] of [
      [9, 1],
      [10, 2],
      [19, 2],
      [21, 3],
    ] as const) {
      api.clock.now = MONDAY_8AM + minutes * MINUTE;
      await ask(email);
      expect([minutes, (await mails(email)).length]).toEqual([minutes, count]);
    }
    api.clock.now = MONDAY_8AM;
  });
});

describe('the answer is the same, and nothing is sent', () => {
  test('to an address nobody booked with, or with another salon only', async () => {
    const other = await createSalon(api.prisma, SPEC);
    await booked('hier@kunde.example', '12:00');
    const answers = [await ask('fremd@kunde.example'), await ask('hier@kunde.example', other.slug)];
    expect(answers.map((one) => one.statusCode)).toEqual([202, 202]);
    expect([...(await mails('fremd@kunde.example')), ...(await mails('hier@kunde.example'))]).toEqual([]);
  });

  test('to somebody whose visits are cancelled or past', async () => {
    const token = await booked('abgesagt@kunde.example', '13:00');
    await manage(api.app, token, '/cancel', {});
    expect((await ask('abgesagt@kunde.example')).statusCode).toBe(202);
    await booked('gestern@kunde.example', '14:00');
    api.clock.now = Date.parse('2026-11-24T14:00:00+01:00');
    expect((await ask('gestern@kunde.example')).statusCode).toBe(202);
    api.clock.now = MONDAY_8AM;
    expect([...(await mails('abgesagt@kunde.example')), ...(await mails('gestern@kunde.example'))]).toEqual([]);
  });
});

describe('refused', () => {
  test.each([
    ['not an address', 'jonas'],
    ['two addresses', 'a@kunde.example, b@kunde.example'],
    ['a line of its own', 'a@kunde.example\r\nbcc: b@kunde.example'],
    ['nothing', undefined],
  ])('%s', async (_story, email) => {
    const response = await ask(email);
    expect([response.statusCode, response.json().code]).toEqual([400, 'invalid_request']);
    expect(response.json().errors).toMatchObject([{ path: 'email' }]);
  });

  test('a salon that is not', async () => {
    const response = await ask('jonas@kunde.example', 'nowhere');
    expect([response.statusCode, response.json().code]).toEqual([404, 'salon_not_found']);
  });

  test('while nothing may be changed', async () => {
    const app = await api.another({ READ_ONLY_MODE: 'true' });
    const response = await ask('jonas@kunde.example', salon.slug, app);
    expect([response.statusCode, response.json().code]).toEqual([503, 'read_only']);
  });

  test('beyond so many a minute, which are not those of bookings', async () => {
    const app = await api.another({ RATE_LIMIT: '3/min' });
    const codes: number[] = [];
    for (let time = 0; time < 4; time++) codes.push((await ask('x@kunde.example', salon.slug, app)).statusCode);
    expect(codes).toEqual([202, 202, 202, 429]);
    expect((await book(app, wish(salon, { time: '15:00' }))).status).toBe(201);
  });
});
