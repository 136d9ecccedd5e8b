import { changeConfiguration } from '@salon/db/config-change';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
const DAY = 86_400_000;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    chairs: 1,
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]] },
      Färben: { phases: COLOURING, buffer: 15, station: 'chair' },
    },
    policy: { cancellationMinutes: 1440 },
  });
});
afterAll(() => api.close());

const date = '2026-11-26';
const booked = async (overrides = {}) => {
  const { body } = await book(api.app, wish(salon, { date, ...overrides }));
  return { booking: body.booking, token: tokenOf(body.booking) };
};

describe('the link', () => {
  test('shows the visit and what may be done, and changes nothing', async () => {
    const { booking, token } = await booked();
    for (let look = 0; look < 3; look++) {
      const { status, body } = await manage(api.app, token);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        booking,
        canCancel: true,
        canReschedule: true,
        policy: { cancellationMinutes: 1440 },
      });
    }
  });

  test('says of a price that is the lowest that it is: as the page did before, and the mail does', async () => {
    const { token } = await booked();
    expect((await manage(api.app, token)).body.priceFrom).toBe(false);
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.service.updateMany({ where: { salonId: salon.id, name: 'Herrenhaarschnitt' }, data: { priceFrom: true } }),
    );
    expect((await manage(api.app, token)).body.priceFrom).toBe(true);
  });

  test('that nobody made opens nothing', async () => {
    const { token } = await booked();
    const flipped = `${token.slice(0, -2)}${token.at(-2) === 'A' ? 'B' : 'A'}${token.at(-1)}`;
    for (const wrong of ['x', flipped, `${token}A`, token.slice(1), 'ÄÖÜ', '%00', 'x'.repeat(5000)]) {
      const { status, body } = await manage(api.app, encodeURIComponent(wrong));
      expect([status, body.code], wrong).toEqual([404, 'booking_not_found']);
    }
  });

  test('made with an older secret still opens, made with a foreign one does not', async () => {
    const { token } = await booked();
    const rotated = await api.another({
      APP_SECRET: `a-newer-secret-of-at-least-32-characters,${'a-secret-of-at-least-32-characters-for-tests'}`,
    });
    expect((await manage(rotated, token)).status).toBe(200);
    const foreign = await api.another({ APP_SECRET: 'a-foreign-secret-of-at-least-32-characters' });
    expect((await manage(foreign, token)).status).toBe(404);
  });

  test('expires ninety days after the visit', async () => {
    const { booking, token } = await booked();
    api.clock.now = Date.parse(booking.endsAt) + 90 * DAY;
    expect((await manage(api.app, token)).status).toBe(200);
    api.clock.now += 1;
    const { status, body } = await manage(api.app, token);
    expect([status, body.code]).toEqual([410, 'link_expired']);
    // Whoever stands before a closed door is told whose it is.
    expect(body.salon).toMatchObject({ slug: salon.slug });
    expect((await manage(api.app, 'nonsense')).body).not.toHaveProperty('salon');
  });
});

describe('the link of somebody who was erased', () => {
  test('opens nothing any more, whatever is asked of it', async () => {
    const { booking, token } = await booked({ time: '10:00' });
    await api.owner.query(
      `update customer set name = '', email = null, email_key = null, erased_at = now()
       where salon_id = $1 and id = (select customer_id from booking where id = $2)`,
      [salon.id, booking.id],
    );
    const asked = [
      await manage(api.app, token),
      await manage(api.app, token, `/availability?from=${date}&days=1`),
      await manage(api.app, token, '/calendar.ics'),
      await manage(api.app, token, '/cancel', {}),
      await manage(api.app, token, '/reschedule', { date, time: '12:00', version: 1 }, 'move'),
    ];
    for (const { status, body } of asked) {
      expect([status, body.code]).toEqual([410, 'erased']);
      expect(body.salon).toMatchObject({ slug: salon.slug });
    }
    const { rows } = await api.owner.query('select status, version from booking where id = $1', [booking.id]);
    expect(rows).toEqual([{ status: 'confirmed', version: 1 }]);
  });
});

describe('cancelling', () => {
  test('frees the time at once, and again is the same as once', async () => {
    const { token } = await booked({ time: '10:00', staffId: salon.staff.Mia });
    const first = await manage(api.app, token, '/cancel', { reason: 'Ich bin krank' });
    expect([first.status, first.body.booking.status, first.body.booking.version]).toEqual([200, 'cancelled', 2]);
    const again = await manage(api.app, token, '/cancel', {});
    expect([again.status, again.body.booking]).toEqual([200, first.body.booking]);
    expect((await book(api.app, wish(salon, { date, time: '10:00', staffId: salon.staff.Mia ?? '' }))).status).toBe(
      201,
    );
    const { rows } = await api.owner.query(
      "select kind, sequence from outbox where booking_id = $1 and kind <> 'booking_created'",
      [first.body.booking.id],
    );
    expect(rows).toEqual([{ kind: 'booking_cancelled', sequence: 1 }]);
  });

  test('needs no body', async () => {
    const { token } = await booked();
    const { statusCode } = await api.app.inject({ method: 'POST', url: `/api/bookings/manage/${token}/cancel` });
    expect(statusCode).toBe(200);
    const other = await booked({ time: '11:00' });
    const headers = { 'content-type': 'application/json' };
    const url = `/api/bookings/manage/${other.token}/cancel`;
    expect((await api.app.inject({ method: 'POST', url, headers })).statusCode).toBe(200);
  });

  test('is refused from a day before, to the minute', async () => {
    const { booking, token } = await booked();
    api.clock.now = Date.parse(booking.startsAt) - DAY + 1;
    const late = await manage(api.app, token, '/cancel', {});
    expect([late.status, late.body.code]).toEqual([409, 'policy_window']);
    expect((await manage(api.app, token)).body).toMatchObject({ canCancel: false, canReschedule: false });
    api.clock.now -= 1;
    expect((await manage(api.app, token, '/cancel', {})).status).toBe(200);
  });
});

describe('moving', () => {
  const move = (token: string, to: object, key = 'move') =>
    manage(api.app, token, '/reschedule', { date, version: 1, ...to }, key);

  test('keeps the person, frees the old time and holds the new', async () => {
    const { booking, token } = await booked({ time: '10:00', staffId: salon.staff.Ben });
    const { status, body } = await move(token, { time: '12:00' });
    expect(status).toBe(200);
    expect(body.booking).toMatchObject({
      id: booking.id,
      reference: booking.reference,
      version: 2,
      startsAt: `${date}T12:00:00+01:00`,
    });
    expect(body.booking.items[0].staff).toBe('Ben');
    const free = await offered(api.app, salon, date, 'Herrenhaarschnitt', salon.staff.Ben);
    expect(free.map((slot) => slot.time)).toContain('10:00');
    expect(free.map((slot) => slot.time)).not.toContain('12:00');
    expect((await manage(api.app, token)).body.booking).toEqual(body.booking);
  });

  test('takes somebody else only when the same person is not free', async () => {
    await booked({ time: '12:00', staffId: salon.staff.Ben });
    const { token } = await booked({ time: '10:00', staffId: salon.staff.Ben });
    const { body } = await move(token, { time: '12:00' });
    expect(body.booking.items[0].staff).toBe('Mia');
  });

  test('onto part of its own old time works, chair and buffer included', async () => {
    const { token } = await booked({ time: '10:00', service: 'Färben', staffId: salon.staff.Mia });
    const { status, body } = await move(token, { time: '10:15', staffId: salon.staff.Mia });
    expect([status, body.booking?.startsAt]).toEqual([200, `${date}T10:15:00+01:00`]);
    const { rows } = await api.owner.query(
      `select lower(during) as start, upper(during) as end from claim where booking_id = $1 order by claimant_id = any($2), starts_at`,
      [body.booking.id, salon.chairs],
    );
    const at = (time: string) => new Date(`${date}T${time}:00+01:00`);
    expect(rows).toEqual([
      { start: at('10:15'), end: at('10:45') },
      { start: at('11:15'), end: at('11:45') },
      { start: at('10:15'), end: at('11:45') },
    ]);
  });

  test('sent again with its key moves once and answers the same', async () => {
    const { token } = await booked({ time: '10:00' });
    const first = await move(token, { time: '12:00' }, 'again');
    const second = await move(token, { time: '12:00' }, 'again');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const other = await move(token, { time: '13:00' }, 'again');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
  });

  test('two visits with one key and the same body are two operations', async () => {
    const visits = [await booked({ time: '10:00' }), await booked({ time: '11:00' })];
    const moves = [];
    for (const { token } of visits) moves.push(await move(token, { time: '14:00' }, 'shared'));
    expect(moves.map((one) => one.status)).toEqual([200, 200]);
    expect(moves.map((one) => one.body.booking.id)).toEqual(visits.map((one) => one.booking.id));
  });

  test('to a time that is taken is refused, with others that are free, and the old visit stands', async () => {
    for (const staffId of Object.values(salon.staff)) await booked({ time: '12:00', staffId });
    const { booking, token } = await booked({ time: '10:00' });
    const { status, body } = await move(token, { time: '12:00' });
    expect([status, body.code]).toEqual([409, 'slot_taken']);
    expect(body.alternatives).toHaveLength(3);
    expect((await manage(api.app, token)).body.booking).toEqual(booking);
    const [nearest] = body.alternatives;
    const to = {
      date: nearest.startsAt.slice(0, 10),
      time: nearest.startsAt.slice(11, 16),
      staffId: nearest.staffIds[0],
    };
    expect((await move(token, to, 'then')).status).toBe(200);
  });

  test('to somebody dearer is refused to a customer who said what she expects', async () => {
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.staffService.updateMany({
        where: { salonId: salon.id, staffId: salon.staff.Mia ?? '' },
        data: { priceCents: 5000 },
      }),
    );
    await booked({ time: '12:00', staffId: salon.staff.Ben });
    const { token } = await booked({ time: '10:00', staffId: salon.staff.Ben });
    const refused = await move(token, { time: '12:00', expectedPriceCents: 3500 });
    expect([refused.status, refused.body.code]).toEqual([409, 'price_changed']);
    expect((await move(token, { time: '12:00' })).body.booking.priceCents).toBe(5000);
  });

  test('to a salon that paused meanwhile is refused, though this process had read it open', async () => {
    const { token } = await booked({ time: '10:00' });
    const lock = await api.owner.connect();
    await lock.query('begin; lock table claim in access exclusive mode');
    const moving = move(token, { time: '12:00' });
    const waiting = "select 1 from pg_stat_activity where wait_event = 'relation' and datname = current_database()";
    while ((await api.owner.query(waiting)).rows.length === 0);
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.salon.update({ where: { id: salon.id }, data: { bookingPaused: true } }),
    );
    await lock.query('commit');
    lock.release();
    const { status, body } = await moving;
    expect([status, body.code]).toEqual([409, 'booking_paused']);
  });

  test('is refused when it was changed meanwhile, is cancelled, or is too near', async () => {
    const { booking, token } = await booked({ time: '10:00' });
    const stale = await move(token, { time: '12:00', version: 2 });
    expect([stale.status, stale.body.code]).toEqual([409, 'version_conflict']);
    api.clock.now = Date.parse(booking.startsAt) - DAY + 1;
    const late = await move(token, { time: '12:00' });
    expect([late.status, late.body.code]).toEqual([409, 'policy_window']);
    api.clock.now = MONDAY_8AM;
    await manage(api.app, token, '/cancel', {});
    const dead = await move(token, { time: '12:00', version: 2 });
    expect([dead.status, dead.body.code]).toEqual([409, 'policy_window']);
  });
});

describe('the calendar entry', () => {
  const entry = async (token: string) => {
    const { status, headers, text } = await manage(api.app, token, '/calendar.ics');
    expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const unfolded = text.replaceAll('\r\n ', '');
    return (name: string) =>
      unfolded
        .split('\r\n')
        .find((one) => one.startsWith(`${name}:`))
        ?.slice(name.length + 1);
  };

  test('keeps its UID while SEQUENCE rises, and says when the visit is off', async () => {
    const { token } = await booked({ time: '10:00' });
    const first = await entry(token);
    expect([first('DTSTART'), first('DTEND'), first('SEQUENCE'), first('STATUS')]).toEqual([
      '20261126T090000Z',
      '20261126T093000Z',
      '0',
      'CONFIRMED',
    ]);
    await manage(api.app, token, '/reschedule', { date, time: '12:00', version: 1 }, 'ics');
    const moved = await entry(token);
    expect([moved('UID'), moved('DTSTART'), moved('SEQUENCE')]).toEqual([first('UID'), '20261126T110000Z', '1']);
    await manage(api.app, token, '/cancel', {});
    const off = await entry(token);
    expect([off('UID'), off('SEQUENCE'), off('STATUS')]).toEqual([first('UID'), '2', 'CANCELLED']);
  });
});
