import { OUTBOX_CHANNEL } from '@salon/contracts/jobs';
import { listen } from '@salon/db/listen';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';
import { outboxBell } from './outbox-bell.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
});
afterAll(() => api.close());
beforeEach(() => void vi.useRealTimers());
afterEach(() => void vi.useRealTimers());

test('a booking, a move and a cancellation are told to whoever listens', async () => {
  let heard = Promise.withResolvers<void>();
  const listening = Promise.withResolvers<void>();
  const ear = listen(api.database.url, OUTBOX_CHANNEL, {
    heard: () => heard.resolve(),
    hears: listening.resolve,
    lost: heard.reject,
  });
  await listening.promise;
  const told = async <T>(act: () => Promise<T>): Promise<T> => {
    heard = Promise.withResolvers();
    const result = await act();
    await heard.promise;
    return result;
  };
  const booked = await told(() => book(api.app, wish(salon)));
  const token = tokenOf(booked.body.booking);
  const later = { date: '2026-11-25', time: '11:00', version: 1 };
  await told(() => manage(api.app, token, '/reschedule', later, 'a-key'));
  await told(() => manage(api.app, token, '/cancel', {}));
  await ear.stop();
});

test('a hundred bookings at once ring once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let rung = 0;
  const ring = outboxBell({
    query: async () => {
      rung += 1;
    },
  });
  for (let n = 0; n < 100; n++) ring();
  expect(rung).toBe(0);
  await vi.advanceTimersByTimeAsync(40);
  expect(rung).toBe(1);
  ring();
  await vi.advanceTimersByTimeAsync(40);
  expect(rung).toBe(2);
});

test('a database that is away does no harm', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const ring = outboxBell({ query: () => Promise.reject(new Error('away')) });
  ring();
  await vi.advanceTimersByTimeAsync(40);
  ring();
  await vi.advanceTimersByTimeAsync(40);
});
