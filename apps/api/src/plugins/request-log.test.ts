import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../test/test-api.ts';

const lines: string[] = [];
let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi({ LOG_LEVEL: 'trace' }, { logTo: { write: (line) => lines.push(line) } });
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
});
afterAll(() => api.close());

test('a whole run leaves nothing personal in the log, whatever goes wrong', async () => {
  const personal = {
    customer: { name: 'Wilhelmine Ohnesorg', email: 'Wilhelmine@Ohnesorg.example', phone: '+49 151 7654321' },
    guestName: 'Kunigunde',
    note: 'Bitte kein Haarspray, Allergie',
  };
  const key = 'key-of-wilhelmine';
  const { body } = await book(api.app, wish(salon, personal), key);
  const token = tokenOf(body.booking);
  await book(api.app, wish(salon, { ...personal, time: '11:00' }), key);
  await book(api.app, wish(salon, { ...personal, time: '99:00' }));
  await book(api.app, wish(salon, { ...personal, staffId: salon.staff.Mia ?? '' }));
  await manage(api.app, token);
  await manage(api.app, token, '/calendar.ics');
  await manage(api.app, token, '/reschedule', { date: '2026-11-25', time: '12:00', version: 1 }, key);
  await manage(api.app, token, '/cancel', { reason: 'Bandscheibe' });
  await manage(api.app, `${token}x`);
  // PostgreSQL quotes the whole row in what it says about this one.
  await api.owner.query("alter table booking add constraint nobody check (name <> 'Wilhelmine Ohnesorg') not valid");
  expect((await book(api.app, wish(salon, { ...personal, time: '12:00' }))).status).toBe(500);
  // So it does with what it cannot read, finds twice, or is told to raise, however it was asked.
  const name = personal.customer.name;
  const wrongs = [
    () => api.prisma.$queryRaw`select ${name}::text::uuid`,
    () => api.prisma.$queryRaw`select ${name}::text::integer`,
    () => api.owner.query('select $1::uuid', [name]),
    () => api.owner.query(`do $$ begin raise exception 'nobody called "%" may', '${name}'; end $$`),
    () =>
      api.owner.query(`create temp table twice (name text unique); insert into twice values ('${name}'), ('${name}')`),
    () => api.owner.query(`create temp table none (name text check (name = '')); insert into none values ('${name}')`),
  ];
  for (const wrong of wrongs) {
    const error = await wrong().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error, String(wrong)).toBeInstanceOf(Error);
    api.app.log.error({ err: error }, 'request failed');
  }

  const log = lines.join('').toLowerCase();
  for (const secret of [
    'ohnesorg',
    'wilhelmine',
    '7654321',
    'kunigunde',
    'allergie',
    'bandscheibe',
    token.toLowerCase(),
    key,
  ]) {
    expect(log, secret).not.toContain(secret);
  }
});

test('each request is one JSON line with its id, template, salon, status and duration', async () => {
  lines.length = 0;
  const { headers } = await book(api.app, wish(salon, { date: '2026-11-26' }));
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      requestId: headers['x-request-id'],
      method: 'POST',
      route: '/api/bookings/public',
      salon: salon.id,
      status: 201,
      ms: expect.any(Number),
      msg: 'request',
    },
  ]);
});
