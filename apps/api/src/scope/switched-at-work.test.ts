import { switchReadOnly } from '@salon/db/read-only';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../test/test-api.ts';

const STAFF = ['Mia', 'Ben', 'Ida', 'Tom'];
const TIMES = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];

let api: TestApi;
let other: TestApi['app'];
let salon: FixtureSalon;
/** Nobody listens there: what carries the queue is away all the while. */
const redis = new Redis(1, '127.0.0.1', { maxRetriesPerRequest: 1, enableOfflineQueue: false });
redis.on('error', () => undefined);

beforeAll(async () => {
  api = await testApi({}, { redis });
  other = await api.another();
  const services = { Herrenhaarschnitt: { phases: [['work', 30]] } } as const;
  salon = await createSalon(api.prisma, {
    staff: STAFF,
    services,
    policy: { maxOpenBookings: null, cancellationMinutes: 0 },
  });
});
afterAll(async () => {
  await api.close();
  redis.disconnect();
});

const saysReadOnly = async (app: TestApi['app']) =>
  (await app.inject({ url: '/api/system/health' })).json().readOnlyMode;

async function switched(on: boolean) {
  const by = { until: null, endsItself: false, reason: null, changedBy: 'maren@pult', changedAt: Date.now() };
  await switchReadOnly(api.owner, { on, ...by });
  for (const app of [api.app, other]) await expect.poll(() => saysReadOnly(app), { timeout: 10_000 }).toBe(on);
}

type Answer = { readonly status: number; readonly body: { code?: string } };

/** Somebody who books and cancels for as long as she may; refused, she tries again, wherever the proxy leads her. */
function guest(name: string) {
  const seen = { booked: [] as string[], cancelled: [] as string[], refused: 0, odd: [] as unknown[] };
  let going = true;
  async function insist(attempt: (app: TestApi['app']) => Promise<Answer>, expected: number) {
    for (let times = 0; going; times++) {
      const answer = await attempt(times % 2 === 0 ? api.app : other);
      if (answer.status === expected) return true;
      if (answer.status !== 503 || answer.body.code !== 'read_only') {
        seen.odd.push([answer.status, answer.body]);
        return false;
      }
      seen.refused++;
      // Lets others have their turn.
      await new Promise(setImmediate);
    }
    return false;
  }
  async function visits() {
    for (let turn = 0; going; turn++) {
      const body = wish(salon, { time: TIMES[turn % TIMES.length] ?? '', staffId: salon.staff[name] ?? '' });
      let booking = { id: '', manageUrl: '' };
      const booked = await insist(async (app) => {
        const answer = await book(app, body, `${name}-${turn}`);
        if (answer.status === 201) booking = answer.body.booking;
        return answer;
      }, 201);
      if (!booked) continue;
      seen.booked.push(booking.id);
      const cancelled = await insist((app) => manage(app, tokenOf(booking), '/cancel', {}), 200);
      if (cancelled) seen.cancelled.push(booking.id);
      // Otherwise her next round would meet her own visit.
      else return;
    }
  }
  const done = visits();
  return {
    seen,
    async leave() {
      going = false;
      await done;
    },
  };
}

test('switched on and off while they book at two processes, without Redis: all that was said is so, and while it is on nothing changes', {
  timeout: 120_000,
}, async () => {
  const guests = STAFF.map(guest);
  /** Once everybody has got so much further since now: then what was on its way is there, too. */
  async function further(by: number, of: (seen: ReturnType<typeof guest>['seen']) => number) {
    const before = guests.map(({ seen }) => of(seen));
    const least = () => Math.min(...guests.map(({ seen }, index) => of(seen) - (before[index] ?? 0)));
    await expect.poll(least, { timeout: 30_000 }).toBeGreaterThanOrEqual(by);
  }
  const leaveAll = () => Promise.all(guests.map(({ leave }) => leave()));
  onTestFinished(async () => void (await leaveAll()));
  async function written() {
    const rows = await api.prisma.booking.findMany({ where: { salonId: salon.id }, orderBy: { id: 'asc' } });
    const cancelled = rows.filter(({ status }) => status === 'cancelled');
    return { booked: rows.map(({ id }) => id), cancelled: cancelled.map(({ id }) => id) };
  }

  for (const _ of [1, 2, 3]) {
    await further(3, ({ cancelled }) => cancelled.length);
    await switched(true);
    await further(1, ({ refused }) => refused);
    const before = await written();
    await further(20, ({ refused }) => refused);
    expect(await written()).toEqual(before);
    await switched(false);
  }
  await further(3, ({ cancelled }) => cancelled.length);
  await leaveAll();

  expect(guests.flatMap(({ seen }) => seen.odd)).toEqual([]);
  expect(await written()).toEqual({
    booked: guests.flatMap(({ seen }) => seen.booked).sort(),
    cancelled: guests.flatMap(({ seen }) => seen.cancelled).sort(),
  });
});
