import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let ours: FixtureSalon;
let theirs: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  const spec = { staff: ['Mia'], services: { Herrenhaarschnitt: { phases: [['work', 30]] } } } as const;
  ours = await createSalon(api.prisma, spec);
  theirs = await createSalon(api.prisma, spec);
});
afterAll(() => api.close());

test('a salon cannot be asked for, or booked with, what is another salon’s', async () => {
  const service = theirs.services.Herrenhaarschnitt ?? '';
  const staffId = theirs.staff.Mia ?? '';
  const byService = await book(api.app, wish(ours, { service }));
  const byStaff = await book(api.app, wish(ours, { staffId }));
  expect([byService.body.code, byStaff.body.code]).toEqual(['service_not_found', 'staff_not_found']);
  const query = `from=2026-11-24&days=1`;
  const times = await api.app.inject({ url: `/api/salons/${ours.slug}/availability?services=${service}&${query}` });
  expect(times.json().code).toBe('service_not_found');
});

test('a link signed for one salon does not open a booking of another', async () => {
  const { body } = await book(api.app, wish(theirs));
  const bytes = Buffer.from(tokenOf(body.booking), 'base64url');
  const forged = Buffer.from(bytes);
  forged.set(Buffer.from(ours.id.replaceAll('-', ''), 'hex'), 0);
  const { statusCode } = await api.app.inject({ url: `/api/bookings/manage/${forged.toString('base64url')}` });
  expect(statusCode).toBe(404);
});
