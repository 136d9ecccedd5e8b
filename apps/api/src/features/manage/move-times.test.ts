import { AvailabilityAnswer } from '@salon/contracts/availability';
import { ManageAnswer } from '@salon/contracts/manage';
import { changeConfiguration } from '@salon/db/config-change';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
const date = '2026-11-26';

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    chairs: 2,
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]] },
      Färben: { phases: COLOURING, buffer: 15, station: 'chair', by: ['Mia'], priceCents: 6000 },
    },
    open: [9 * 60, 12 * 60],
    policy: { cancellationMinutes: 1440 },
  });
});
afterAll(() => api.close());

const booked = async (overrides = {}) => {
  const { status, body } = await book(api.app, wish(salon, { date, ...overrides }));
  expect(status).toBe(201);
  return tokenOf(body.booking);
};
const ask = (token: string, query: string) => manage(api.app, token, `/availability?${query}`);
const times = async (token: string, staff = 'any') => {
  const { status, body } = await ask(token, `from=${date}&days=1&staff=${staff}`);
  expect(status).toBe(200);
  const [day] = AvailabilityAnswer.parse(body).days;
  return day ?? { date, slots: [], possible: 0 };
};
const move = (token: string, to: object) => manage(api.app, token, '/reschedule', { date, version: 1, ...to }, 'move');

test('a visit can be moved by a quarter of an hour, onto its own time', async () => {
  const token = await booked({ service: 'Färben', time: '09:30' });
  // Others can only be coloured around it: while her colour develops, or theirs.
  expect((await offered(api.app, salon, date, 'Färben')).map((slot) => slot.time)).toEqual(['09:00', '10:00']);
  const day = await times(token);
  expect(day.slots.map((slot) => slot.time)).toEqual(['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30']);
  expect(day.possible).toBe(7);
  const { status, body } = await move(token, { time: '09:45' });
  expect([status, body.booking?.startsAt]).toEqual([200, `${date}T09:45:00+01:00`]);
});

test('every time that is listed can be moved to, to whom it names and at its price', async () => {
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.staffService.updateMany({
      where: { salonId: salon.id, staffId: salon.staff.Ben ?? '' },
      data: { priceCents: 4500 },
    }),
  );
  const { Mia = '', Ben = '' } = salon.staff;
  await booked({ time: '11:00', staffId: Mia });
  const token = await booked({ time: '09:00', staffId: Mia });
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.service.updateMany({ where: { salonId: salon.id }, data: { priceCents: 5000 } }),
  );
  const day = await times(token);
  const at = (time: string) => day.slots.find((slot) => slot.time === time);
  // With Mia it costs what was agreed; where she is taken Ben does it, at his price of today.
  expect([at('10:00')?.staffIds, at('10:00')?.priceCents]).toEqual([[Mia, Ben], 3500]);
  expect([at('11:00')?.staffIds, at('11:00')?.priceCents]).toEqual([[Ben], 4500]);
  const withBen = await times(token, Ben);
  expect(withBen.slots.map((slot) => [slot.staffIds, slot.priceCents])).toEqual(withBen.slots.map(() => [[Ben], 4500]));
  const moved = await move(token, { time: '11:00' });
  expect([moved.body.booking.items[0].staff, moved.body.booking.priceCents]).toEqual(['Ben', 4500]);
});

test('whoever wants a time that is taken is offered others at the price that was agreed', async () => {
  const token = await booked({ time: '09:00' });
  for (const staffId of [salon.staff.Mia, salon.staff.Ben]) await booked({ time: '10:00', staffId });
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.service.updateMany({ where: { salonId: salon.id }, data: { priceCents: 5000 } }),
  );
  const { status, body } = await move(token, { time: '10:00', expectedPriceCents: 3500 });
  expect([status, body.code]).toEqual([409, 'slot_taken']);
  expect(body.alternatives).toHaveLength(3);
  const time = body.alternatives[0].startsAt.slice(11, 16);
  expect((await move(token, { time, expectedPriceCents: 3500 })).status).toBe(200);
});

test('a visit of several services keeps its people where they are free', async () => {
  const services = [{ service: 'Färben' }, { service: 'Herrenhaarschnitt', staffId: salon.staff.Ben ?? '' }];
  const token = await booked({ services, time: '09:00' });
  const before = (await manage(api.app, token)).body.booking;
  const day = await times(token);
  const slot = day.slots.find((one) => one.time === '10:00');
  expect(slot?.items?.map((item) => item.staffId)).toEqual([salon.staff.Mia, salon.staff.Ben]);
  expect(slot?.priceCents).toBe(before.priceCents);
  const { status, body } = await move(token, { time: '10:00' });
  expect([status, body.booking.items.map((item: { staff: string }) => item.staff)]).toEqual([200, ['Mia', 'Ben']]);
});

test('is refused once it is too late, and offers nothing while the salon takes no bookings', async () => {
  const token = await booked({ time: '10:00' });
  api.clock.now = Date.parse(`${date}T10:00:00+01:00`) - 86_400_000 + 1;
  const late = await ask(token, `from=${date}&days=1`);
  expect([late.status, late.body.code]).toEqual([409, 'policy_window']);
  api.clock.now = MONDAY_8AM;
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.salon.update({ where: { id: salon.id }, data: { bookingPaused: true } }),
  );
  expect(await times(token)).toEqual({ date, slots: [], possible: 0 });
});

test.each([
  ['days=0', 400, 'invalid_request'],
  ['days=63', 400, 'invalid_request'],
  ['from=2026-02-30', 400, 'invalid_request'],
  ['staff=me', 400, 'invalid_request'],
  ['staff=019acd5e-0000-7000-8000-000000000000', 404, 'staff_not_found'],
])('is asked well: %s', async (change, status, code) => {
  const token = await booked({ time: '10:00' });
  const query = new URLSearchParams(`from=${date}&days=1`);
  for (const [name, value] of new URLSearchParams(change)) query.set(name, value);
  const answer = await ask(token, query.toString());
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('the link alone tells all that its page shows', async () => {
  await changeConfiguration(api.prisma, salon.id, (tx) =>
    tx.salon.update({
      where: { id: salon.id },
      data: { colour: '#0f766e', logoUrl: '/demo/logo.svg', addressForm: 'du' },
    }),
  );
  const token = await booked({ time: '10:00', guestName: 'Emma', note: 'Bitte kurz' });
  const answer = ManageAnswer.parse((await manage(api.app, token)).body);
  expect(answer).toMatchObject({
    cancellableUntil: '2026-11-25T10:00:00+01:00',
    guestName: 'Emma',
    note: 'Bitte kurz',
    cancelReason: null,
    salon: {
      slug: salon.slug,
      name: 'Salon Elbe',
      timezone: 'Europe/Berlin',
      locale: 'de',
      addressForm: 'du',
      phone: '+49 40 5550100',
      address: { street: 'Große Elbstraße 1', postalCode: '22767', city: 'Hamburg' },
      colour: '#0f766e',
      logoUrl: '/demo/logo.svg',
    },
  });
  await manage(api.app, token, '/cancel', { reason: 'Ich bin krank' });
  expect((await manage(api.app, token)).body).toMatchObject({ cancelReason: 'Ich bin krank', canCancel: false });
});
