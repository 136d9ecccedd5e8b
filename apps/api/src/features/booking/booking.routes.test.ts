import { traced } from '@salon/db/test/traced';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, offered, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]], priceCents: 2900 } },
  });
});
afterAll(() => api.close());

describe('a haircut is booked', () => {
  test('and the answer says everything a customer needs', async () => {
    const body = wish(salon, {
      date: '2026-11-24',
      time: '09:00',
      customer: { name: 'Jonas Petersen', email: 'Jonas@Kunde.Example' },
    });
    const { status, body: answer } = await book(api.app, body);
    expect(status).toBe(201);
    expect(answer).toEqual({
      duplicate: false,
      booking: {
        id: expect.any(String),
        reference: expect.stringMatching(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
        status: 'confirmed',
        version: 1,
        startsAt: '2026-11-24T09:00:00+01:00',
        endsAt: '2026-11-24T09:30:00+01:00',
        timezone: 'Europe/Berlin',
        items: [
          {
            serviceId: salon.services.Herrenhaarschnitt,
            service: 'Herrenhaarschnitt',
            staffId: salon.staff.Mia,
            staff: 'Mia',
            startsAt: '2026-11-24T09:00:00+01:00',
            endsAt: '2026-11-24T09:30:00+01:00',
            priceCents: 2900,
          },
        ],
        priceCents: 2900,
        currency: 'EUR',
        customer: { name: 'Jonas Petersen', email: 'Jonas@Kunde.Example' },
        manageUrl: expect.stringMatching(/^http:\/\/localhost:3000\/b\/[\w-]+$/),
      },
    });
  });

  test('for the salon by its id and the service by its id', async () => {
    const body = {
      ...wish(salon, { time: '10:30' }),
      salonSlug: undefined,
      salonId: salon.id,
      service: salon.services.Herrenhaarschnitt,
    };
    expect((await book(api.app, body)).status).toBe(201);
  });

  test('whatever the case of its ids, and however its name is composed', async () => {
    const staffId = (salon.staff.Ben ?? '').toUpperCase();
    const byId = wish(salon, {
      time: '16:00',
      staffId,
      service: (salon.services.Herrenhaarschnitt ?? '').toUpperCase(),
    });
    expect((await book(api.app, byId)).status).toBe(201);
    const spec = { staff: ['Ida'], services: { Färben: { phases: [['work', 30]] } } } as const;
    const other = await createSalon(api.prisma, spec);
    expect((await book(api.app, wish(other, { service: 'Färben'.normalize('NFD') }))).status).toBe(201);
  });

  test('and its event waits in the outbox, with the request that caused it', async () => {
    const { body, headers } = await book(api.app, wish(salon, { time: '11:00' }));
    const { rows } = await api.owner.query(
      'select kind, sequence, request_id, taken_at from outbox where booking_id = $1',
      [body.booking.id],
    );
    expect(rows).toEqual([
      { kind: 'booking_created', sequence: 0, request_id: headers['x-request-id'], taken_at: null },
    ]);
  });

  test('and the one who has less to do that day gets it', async () => {
    const mia = { date: '2026-11-25', staffId: salon.staff.Mia ?? '' };
    await book(api.app, wish(salon, { ...mia, time: '09:00' }));
    await book(api.app, wish(salon, { ...mia, time: '09:30' }));
    const [slot] = (await offered(api.app, salon, '2026-11-25')).filter((one) => one.time === '12:00');
    expect(slot?.staffIds).toEqual([salon.staff.Ben, salon.staff.Mia]);
    const { body } = await book(api.app, wish(salon, { date: '2026-11-25', time: '12:00' }));
    expect(body.booking.items[0].staff).toBe('Ben');
  });
});

describe('the same request again', () => {
  test('gets the same booking, byte for byte, marked as a duplicate', async () => {
    const body = wish(salon, { time: '13:00' });
    const first = await book(api.app, body, 'key-again');
    const second = await book(api.app, body, 'key-again');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.text).toBe(first.text.replace('"duplicate":false', '"duplicate":true'));
  });

  test('counts as the same whatever the order of fields and the case of the address', async () => {
    const body = wish(salon, { time: '13:30', customer: { name: 'Ada', email: 'ada@kunde.example' } });
    await book(api.app, body, 'key-order');
    const { customer, ...rest } = body;
    const again = await book(
      api.app,
      { customer: { email: ' ADA@kunde.example'.trim(), name: customer.name }, ...rest },
      'key-order',
    );
    expect(again.status).toBe(200);
  });

  test('may carry its key in the body, or quoted in the header', async () => {
    const body = wish(salon, { time: '14:00' });
    const first = await book(api.app, { ...body, idempotencyKey: 'key-places' }, '');
    const second = await book(api.app, body, '"key-places"');
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.booking.id).toBe(first.body.booking.id);
  });

  test('with another body is refused', async () => {
    const body = wish(salon, { time: '14:30' });
    await book(api.app, body, 'key-other');
    const { status, body: problem } = await book(api.app, { ...body, time: '15:00' }, 'key-other');
    expect([status, problem.code]).toEqual([422, 'idempotency_key_reused']);
  });

  test('in another salon is another request', async () => {
    const spec = { staff: ['Ida'], services: { Herrenhaarschnitt: { phases: [['work', 30]] } } } as const;
    const other = await createSalon(api.prisma, spec);
    const here = await book(api.app, wish(salon, { time: '15:30' }), 'key-salons');
    const there = await book(api.app, wish(other, { time: '15:30' }), 'key-salons');
    expect([here.status, there.status]).toEqual([201, 201]);
    expect(there.body.booking.id).not.toBe(here.body.booking.id);
  });

  test('after a refusal the key is free, also for another body', async () => {
    const date = '2026-11-26';
    for (const staffId of Object.values(salon.staff))
      await book(api.app, wish(salon, { date, time: '09:00', staffId }));
    const refused = await book(api.app, wish(salon, { date, time: '09:00' }), 'key-free');
    const other = await book(api.app, wish(salon, { date, time: '09:30' }), 'key-free');
    expect([refused.status, other.status]).toEqual([409, 201]);
    const { rows } = await api.owner.query("select count(*)::int as keys from idempotency where key = 'key-free'");
    expect(rows).toEqual([{ keys: 1 }]);
  });
});

describe('what is not the shape is named, field by field', () => {
  test('all of it at once', async () => {
    const { status, body, headers } = await book(api.app, {
      salonSlug: salon.slug,
      date: '24.11.2026',
      time: '25:00',
      customer: { name: '', email: 'nobody' },
    });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'invalid_request', status: 400, requestId: headers['x-request-id'] });
    const paths = body.errors.map((error: { path: string }) => error.path);
    expect(paths).toEqual(expect.arrayContaining(['date', 'time', 'customer.name', 'customer.email', 'service']));
    const nothing = await book(api.app, {});
    const named = nothing.body.errors.map((error: { path: string }) => error.path);
    expect(named.sort()).toEqual(['customer', 'date', 'salonId', 'service', 'time']);
  });

  test.each([
    ['neither service nor services', { service: undefined }, 'service'],
    ['both salonId and salonSlug', { salonId: '019acd5e-0000-7000-8000-000000000000' }, 'salonId'],
    ['a note too long', { note: 'x'.repeat(2001) }, 'note'],
    ['a name of two lines', { customer: { name: 'A\nB', email: 'a@kunde.example' } }, 'customer.name'],
    ['a NUL in the note', { note: 'a\u0000b' }, 'note'],
    ['a name that cannot be seen', { customer: { name: '\u200b', email: 'a@kunde.example' } }, 'customer.name'],
    ['a name that runs backwards', { customer: { name: 'A\u202eB', email: 'a@kunde.example' } }, 'customer.name'],
    ['half of an emoji', { note: '\ud83d' }, 'note'],
    ['the field only machines fill in', { website: 'https://spam.example' }, 'website'],
  ])('%s', async (_story, change, path) => {
    const { status, body } = await book(api.app, { ...wish(salon), ...change });
    expect(status).toBe(400);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  test('a missing key, two keys that differ, a key that is none', async () => {
    const missing = await book(api.app, wish(salon), '');
    expect([missing.status, missing.body.code]).toEqual([400, 'idempotency_key_required']);
    const differ = await book(api.app, { ...wish(salon), idempotencyKey: 'one' }, 'other');
    expect([differ.status, differ.body.code]).toEqual([400, 'idempotency_key_mismatch']);
    const long = await book(api.app, wish(salon), 'k'.repeat(256));
    expect([long.status, long.body.code]).toEqual([400, 'invalid_request']);
  });

  test('broken JSON, another media type, a body too large', async () => {
    const send = (payload: string, type: string) =>
      api.app.inject({
        method: 'POST',
        url: '/api/bookings/public',
        headers: { 'content-type': type, 'idempotency-key': 'k' },
        payload,
      });
    const codes = await Promise.all([
      send('{"a":', 'application/json'),
      send('a=1', 'application/x-www-form-urlencoded'),
      send('hello', 'text/plain'),
      send(JSON.stringify({ note: 'x'.repeat(70_000) }), 'application/json'),
    ]);
    expect(codes.map((response) => [response.statusCode, response.json().code])).toEqual([
      [400, 'invalid_request'],
      [415, 'unsupported_media_type'],
      [415, 'unsupported_media_type'],
      [413, 'payload_too_large'],
    ]);
  });
});

describe('what cannot be booked is refused with its reason', () => {
  test.each([
    ['a salon that is not', { salonSlug: 'nowhere' }, 404, 'salon_not_found'],
    ['a salon that cannot be', { salonSlug: '\u0000' }, 404, 'salon_not_found'],
    ['a service that is not', { service: 'Dauerwelle' }, 404, 'service_not_found'],
    ['a staff member that is not', { staffId: '019acd5e-0000-7000-8000-000000000000' }, 404, 'staff_not_found'],
    ['before opening', { time: '08:00' }, 422, 'slot_not_bookable'],
    ['too late to be done before closing', { time: '16:45' }, 422, 'slot_not_bookable'],
    ['off the grid', { time: '10:05' }, 422, 'slot_not_bookable'],
    ['in the past', { date: '2026-11-22' }, 422, 'slot_not_bookable'],
    ['too far ahead', { date: '2027-11-22' }, 422, 'slot_not_bookable'],
    ['in the hour the clock skips', { date: '2027-03-28', time: '02:30' }, 422, 'slot_not_bookable'],
  ])('%s', async (_story, change, status, code) => {
    const answer = await book(api.app, wish(salon, change));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('dearer than the customer was shown', async () => {
    const dear = await book(api.app, wish(salon, { date: '2026-11-27', expectedPriceCents: 2000 }));
    expect([dear.status, dear.body.code]).toEqual([409, 'price_changed']);
    expect((await book(api.app, wish(salon, { date: '2026-11-27', expectedPriceCents: 2900 }))).status).toBe(201);
  });
});

describe('who cannot book online', () => {
  test('is told to call, and not why: blocked, or with too many visits ahead', async () => {
    const blocked = { name: 'Kunde', email: 'blocked@kunde.example' };
    const busy = { name: 'Kunde', email: 'busy@kunde.example' };
    const on = { date: '2026-11-28' };
    for (const time of ['09:00', '09:30', '10:00', '10:30', '11:00']) {
      expect((await book(api.app, wish(salon, { ...on, time, customer: busy }))).status).toBe(201);
    }
    await book(api.app, wish(salon, { ...on, time: '11:30', customer: blocked }));
    await api.owner.query("update customer set blocked_at = now(), blocked_reason = 'Streit' where email_key = $1", [
      blocked.email,
    ]);
    const answers = [];
    for (const customer of [blocked, busy]) {
      const { body } = await book(api.app, wish(salon, { ...on, time: '14:00', customer }));
      answers.push({ ...body, requestId: '' });
    }
    expect(answers[0]).toMatchObject({ status: 409, code: 'call_salon' });
    expect(answers[1]).toEqual(answers[0]);
    // Another spelling is the same customer; when a visit is over she may book again.
    const spelled = { name: 'Kunde', email: 'BUSY@kunde.example' };
    expect((await book(api.app, wish(salon, { ...on, time: '14:00', customer: spelled }))).status).toBe(409);
    const done = "update booking set status = 'done', version = version + 1 where email = $1 and starts_at = $2";
    await api.owner.query(traced(done), [busy.email, '2026-11-28T09:00:00+01:00']);
    expect((await book(api.app, wish(salon, { ...on, time: '14:00', customer: spelled }))).status).toBe(201);
  });
});
