import { brotliDecompressSync } from 'node:zlib';
import { AvailabilityAnswer } from '@salon/contracts/availability';
import { changeConfiguration } from '@salon/db/config-change';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]] },
      Färben: { phases: COLOURING, by: ['Mia'], priceCents: 6000 },
    },
    policy: { horizonDays: 200 },
  });
});
afterAll(() => api.close());

const ask = (query: string, headers = {}) =>
  api.app.inject({ url: `/api/salons/${salon.slug}/availability?${query}`, headers });
const cut = () => `services=${salon.services.Herrenhaarschnitt}`;

describe('free times', () => {
  test('are those of the salon’s clock, with whom and for how much', async () => {
    const response = await ask(`${cut()}&staff=any&from=2026-11-24&days=2`);
    expect(response.statusCode).toBe(200);
    const { timezone, days } = AvailabilityAnswer.parse(response.json());
    expect([timezone, days.map((day) => day.date)]).toEqual(['Europe/Berlin', ['2026-11-24', '2026-11-25']]);
    expect(days[0]?.slots).toHaveLength(31);
    expect(days[0]?.slots[0]).toEqual({
      time: '09:00',
      startsAt: '2026-11-24T09:00:00+01:00',
      staffIds: [salon.staff.Mia, salon.staff.Ben],
      priceCents: 3500,
      durationMinutes: 30,
      recommended: 'opens_day',
      gap: {
        before: { staffId: salon.staff.Mia, beside: 'hours', minutes: 0 },
        after: { staffId: salon.staff.Mia, beside: 'hours', minutes: 450 },
      },
    });
  });

  test('say how long it takes, with people who need longer too', async () => {
    const slow = await createSalon(api.prisma, {
      staff: ['Mia', 'Lina'],
      services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    });
    const [staffId = '', serviceId = ''] = [slow.staff.Lina, slow.services.Herrenhaarschnitt];
    await changeConfiguration(api.prisma, slow.id, (tx) =>
      tx.staffServicePhase.create({
        data: { salonId: slow.id, staffId, serviceId, position: 0, kind: 'work', minutes: 40 },
      }),
    );
    const firstWith = async (whom: string) => {
      const [slot] = await offered(api.app, slow, '2026-11-25', 'Herrenhaarschnitt', whom);
      return slot;
    };
    expect(await firstWith(staffId)).toMatchObject({ staffIds: [staffId], durationMinutes: 40 });
    expect(await firstWith('any')).toMatchObject({ durationMinutes: 30 });
  });

  test('whatever is offered can be booked, and is then offered no more', async () => {
    const on = { date: '2026-11-25', service: 'Färben' };
    for (let visit = 0; visit < 4; visit++) {
      const [slot] = await offered(api.app, salon, on.date, on.service);
      expect((await book(api.app, wish(salon, { ...on, time: slot?.time ?? '' }))).status).toBe(201);
      const after = await offered(api.app, salon, on.date, on.service);
      expect(after.map((one) => one.startsAt)).not.toContain(slot?.startsAt);
    }
  });

  test('leave out whoever is away, and a booking then is refused as taken', async () => {
    const away = 'select lay_time_off_v1($1, gen_random_uuid(), $2, $3, $4, $5, null, now())';
    const day = ['2026-11-28T10:00:00+01:00', '2026-11-28T12:00:00+01:00'];
    await api.owner.query(away, [salon.id, salon.staff.Mia, 'time_off', ...day]);
    const slots = await offered(api.app, salon, '2026-11-28');
    const at = (time: string) => slots.find((slot) => slot.time === time)?.staffIds;
    expect([at('09:30'), at('10:00'), at('11:45'), at('12:00')].map((ids) => ids?.length)).toEqual([2, 1, 1, 2]);
    const on = { date: '2026-11-28', time: '10:30' };
    const hers = await book(api.app, wish(salon, { ...on, staffId: salon.staff.Mia ?? '' }));
    expect([hers.status, hers.body.code]).toEqual([409, 'slot_taken']);
    expect((await book(api.app, wish(salon, on))).body.booking.items[0].staff).toBe('Ben');
  });

  test('of two services in one visit say who does what when', async () => {
    const basket = `services=${salon.services.Färben},${salon.services.Herrenhaarschnitt}`;
    const response = await ask(`${basket}&staff=any&from=2026-11-26&days=1`);
    const [slot] = AvailabilityAnswer.parse(response.json()).days[0]?.slots ?? [];
    expect(slot?.priceCents).toBe(9500);
    // The cut fits into the time the colour develops.
    expect(slot?.items?.map((item) => item.startsAt.slice(11, 16))).toEqual(['09:00', '09:30']);
    const services = [{ service: 'Färben' }, { service: 'Herrenhaarschnitt' }];
    const { status, body } = await book(api.app, wish(salon, { date: '2026-11-26', time: '09:00', services }));
    expect([status, body.booking?.items.length, body.booking?.priceCents]).toEqual([201, 2, 9500]);
    const token = tokenOf(body.booking);
    const moved = await manage(
      api.app,
      token,
      '/reschedule',
      { date: '2026-11-26', time: '13:00', version: 1 },
      'basket',
    );
    expect([moved.status, moved.body.booking.items[1].startsAt.slice(11, 16)]).toEqual([200, '13:30']);
  });

  test('in the autumn night are told apart by their offset', async () => {
    const night = await createSalon(api.prisma, {
      staff: ['Eule'],
      services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
      open: [0, 360],
      policy: { horizonDays: 400 },
    });
    const slots = await offered(api.app, night, '2027-10-31');
    const twice = slots.filter((slot) => slot.time === '02:30').map((slot) => slot.startsAt);
    expect(twice).toEqual(['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00']);
    const later = await book(api.app, wish(night, { date: '2027-10-31', time: '02:30+01:00' }));
    const earlier = await book(api.app, wish(night, { date: '2027-10-31', time: '02:30' }));
    expect([later.body.booking.startsAt, earlier.body.booking.startsAt]).toEqual([twice[1], twice[0]]);
    expect((await offered(api.app, night, '2027-03-28')).map((slot) => slot.time)).not.toContain('02:30');
  });
});

describe('a browser that asks again', () => {
  test('is told that nothing has changed, until something has', async () => {
    const query = `${cut()}&from=2026-11-27&days=1`;
    const first = await ask(query);
    expect(first.headers['cache-control']).toBe('private, max-age=5');
    const etag = String(first.headers.etag);
    const again = await ask(query, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    for (const several of [`"old", ${etag}`, `${etag} ,W/"other"`, etag.replace('W/', ''), '*']) {
      expect((await ask(query, { 'if-none-match': several })).statusCode, several).toBe(304);
    }
    expect((await ask(query, { 'if-none-match': '"old", "older"' })).statusCode).toBe(200);
    await book(api.app, wish(salon, { date: '2026-11-27', time: '10:00' }));
    expect((await ask(query, { 'if-none-match': etag })).statusCode).toBe(200);
  });
});

describe('an answer', () => {
  test('is sent small to whoever can unpack it, and is the same', async () => {
    const query = `${cut()}&from=2026-12-01&days=14`;
    const plain = await ask(query);
    const { headers, rawPayload } = await ask(query, { 'accept-encoding': 'gzip, br' });
    expect([headers['content-encoding'], headers.vary]).toEqual(['br', 'accept-encoding']);
    expect(brotliDecompressSync(rawPayload).toString()).toBe(plain.body);
    expect(rawPayload.length * 5).toBeLessThan(plain.rawPayload.length);
    const again = await ask(query, { 'accept-encoding': 'gzip, br', 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

describe('how full a day is', () => {
  test('is told by how many starts it would have if nothing were taken', async () => {
    const small = await createSalon(api.prisma, {
      staff: ['Mia'],
      services: { Herrenhaarschnitt: { phases: [['work', 60]] } },
      open: [9 * 60, 12 * 60],
      policy: { horizonDays: 2 },
    });
    const days = async () => {
      const query = `services=${small.services.Herrenhaarschnitt}&from=2026-11-22&days=5`;
      const response = await api.app.inject({ url: `/api/salons/${small.slug}/availability?${query}` });
      const answer = AvailabilityAnswer.parse(response.json());
      return answer.days.map(({ slots, possible }) => [slots.length, possible]);
    };
    // Yesterday; today, tomorrow and the day after; too far ahead.
    expect(await days()).toEqual([
      [0, 0],
      [9, 9],
      [9, 9],
      [9, 9],
      [0, 0],
    ]);
    for (const time of ['09:00', '10:00', '11:00']) await book(api.app, wish(small, { time }));
    await book(api.app, wish(small, { date: '2026-11-25', time: '10:30' }));
    expect(await days()).toEqual([
      [0, 0],
      [9, 9],
      [0, 9],
      [3, 9],
      [0, 0],
    ]);
    await changeConfiguration(api.prisma, small.id, (tx) =>
      tx.salon.update({ where: { id: small.id }, data: { bookingPaused: true } }),
    );
    expect(await days()).toEqual(Array(5).fill([0, 0]));
  });
});

describe('questions that are none are named', () => {
  test.each([
    ['days=0', 'days'],
    ['days=63', 'days'],
    ['days=1.5', 'days'],
    ['days=', 'days'],
    ['from=2026-02-30', 'from'],
    ['from=', 'from'],
    ['services=haircut', 'services'],
    ['staff=me', 'staff'],
    ['staff=any,any', 'staff'],
  ])('%s', async (change, field) => {
    const query = new URLSearchParams(`${cut()}&staff=any&from=2026-11-24&days=1`);
    for (const [name, value] of new URLSearchParams(change)) query.set(name, value);
    const response = await ask(query.toString());
    expect(response.statusCode).toBe(400);
    const paths = response.json().errors.map((error: { path: string }) => error.path);
    expect(
      paths.some((path: string) => path.startsWith(`querystring.${field}`)),
      String(paths),
    ).toBe(true);
  });

  test.each([
    ['a service of another salon', 'services=019acd5e-0000-7000-8000-000000000000', 'service_not_found'],
    ['a staff member of another salon', 'staff=019acd5e-0000-7000-8000-000000000000', 'staff_not_found'],
  ])('%s', async (_story, change, code) => {
    const response = await ask(
      `${cut()}&from=2026-11-24&days=1&${change}`.replace(/^services=[^&]*&(.*services)/, '$1'),
    );
    expect([response.statusCode, response.json().code]).toEqual([404, code]);
  });
});
