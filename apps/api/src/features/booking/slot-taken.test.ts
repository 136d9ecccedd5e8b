import { openDatabase } from '@salon/db/pool';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, type TestApi, testApi, wish } from '../../test/test-api.ts';
import { claimRepo } from '../availability/claim.repo.ts';
import { salonRepo } from '../salon/salon.repo.ts';
import { salonService } from '../salon/salon.service.ts';
import { whyTaken } from './slot-taken.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  for (const time of ['10:00', '11:00']) await book(api.app, wish(salon, { time }));
});
afterAll(() => api.close());

test('those who ask for the same taken time at once hear the same, and it is looked up once', async () => {
  const db = openDatabase(api.database.apiUrl, 'test');
  onTestFinished(() => db.pool.end());
  const repo = claimRepo(db);
  let looks = 0;
  const claims: typeof repo = {
    taken(...about) {
      looks += 1;
      return repo.taken(...about);
    },
  };
  const salons = salonService(salonRepo(db));
  const known = await salons.current({ id: salon.id });
  const ask = (time: string, more: { except?: string; maxPriceCents?: number } = {}) =>
    whyTaken({ salons, claims }, known, {
      request: { items: [{ serviceId: salon.services.Herrenhaarschnitt ?? '' }] },
      startsAt: Date.parse(`2026-11-24T${time}:00+01:00`),
      now: MONDAY_8AM,
      maxPriceCents: undefined,
      ...more,
    });

  const [first, ...others] = await Promise.all([ask('10:00'), ask('10:00'), ask('11:00'), ask('10:00')]);
  expect(first?.code).toBe('slot_taken');
  expect(others.map((one) => one === first)).toEqual([true, false, true]);
  expect(looks).toBe(2);
  await ask('10:00');
  expect(looks).toBe(3);
  // Who moves a visit, and who has a price in mind, asks something else.
  await Promise.all([ask('10:00'), ask('10:00', { except: salon.id }), ask('10:00', { maxPriceCents: 100 })]);
  expect(looks).toBe(6);
});
