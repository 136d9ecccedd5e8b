import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Heard, openStream } from '../../test/change-stream.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

type Stream = Awaited<ReturnType<typeof openStream>>;

let api: TestApi;
let other: TestApi['app'];
let salon: FixtureSalon;
let next: FixtureSalon;
let owner: SignedInMember;
const streams: Stream[] = [];

const SPEC = {
  staff: ['Mia', 'Jonas'],
  services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  policy: { maxOpenBookings: null },
} as const;

beforeAll(async () => {
  api = await testApi({}, { beatMillis: 60 });
  other = await api.another();
  salon = await createSalon(api.prisma, SPEC);
  next = await createSalon(api.prisma, SPEC);
  owner = await signIn(api, salon, 'owner');
});
afterEach(async () => {
  await Promise.all(streams.splice(0).map((stream) => stream.close()));
});
afterAll(() => api.close());

const listening = new Set<TestApi['app']>();

/** A calendar that hears: with the first one its process begins to listen, and then tells it to look at everything. */
async function hearing(app = api.app, member = owner): Promise<Stream> {
  const stream = await openStream(app, salon, member);
  streams.push(stream);
  expect(stream.response.status).toBe(200);
  await stream.until((heard) => heard.some(({ event }) => event === (listening.has(app) ? 'hello' : 'again')));
  listening.add(app);
  return stream;
}

const saysDays = (...dates: string[]) => {
  return (heard: readonly Heard[]) => {
    const told = new Set(heard.flatMap(({ data }) => data.dates ?? []));
    return dates.every((date) => told.has(date));
  };
};

test('a booking in one process is heard by a calendar of another', async () => {
  const here = await hearing(api.app);
  const there = await hearing(other);
  await book(other, wish(salon, { date: '2026-11-24', time: '10:00' }));
  await here.until(saysDays('2026-11-24'));
  await there.until(saysDays('2026-11-24'));
});

test('a move tells of the day it leaves and of the one it goes to, a cancellation of its own', async () => {
  const first = await hearing();
  const { body } = await book(api.app, wish(salon, { date: '2026-11-25', time: '10:00' }));
  await first.until(saysDays('2026-11-25'));
  const stream = await hearing();
  const move = { date: '2026-11-27', time: '11:00', version: 1 };
  const token = tokenOf(body.booking);
  expect((await manage(api.app, token, '/reschedule', move, 'move')).status).toBe(200);
  await stream.until(saysDays('2026-11-25', '2026-11-27'));

  const fresh = await hearing();
  await manage(api.app, token, '/cancel', {});
  await fresh.until(saysDays('2026-11-27'));
});

test('another salon is not heard', async () => {
  const stream = await hearing();
  await book(api.app, wish(next, { date: '2026-12-01', time: '10:00' }));
  await book(api.app, wish(salon, { date: '2026-12-02', time: '10:00' }));
  await stream.until(saysDays('2026-12-02'));
  expect(saysDays('2026-12-01')(stream.heard)).toBe(false);
});

test('a refused booking changes nothing', async () => {
  const stream = await hearing();
  const body = wish(salon, { date: '2026-12-03', time: '10:00', staffId: salon.staff.Mia });
  await book(api.app, body);
  await stream.until(saysDays('2026-12-03'));
  const fresh = await hearing();
  expect((await book(api.app, { ...body, customer: { name: 'Zu spät', email: 'spaet@kunde.example' } })).status).toBe(
    409,
  );
  await book(api.app, wish(salon, { date: '2026-12-04', time: '10:00' }));
  await fresh.until(saysDays('2026-12-04'));
  expect(saysDays('2026-12-03')(fresh.heard)).toBe(false);
});

test('after the database has cut the line, everybody is told to look at everything', async () => {
  const stream = await hearing();
  const before = stream.heard.filter(({ event }) => event === 'again').length;
  await api.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'listen salon_changes'`,
  );
  await stream.until((heard) => heard.filter(({ event }) => event === 'again').length > before);
  await book(api.app, wish(salon, { date: '2026-12-07', time: '10:00' }));
  await stream.until(saysDays('2026-12-07'));
});

test('who is removed hears no more', async () => {
  const member = await signIn(api, salon, 'manager');
  const stream = await hearing(api.app, member);
  await stream.until((heard) => heard.some(({ event }) => event === 'beat'));
  await api.owner.query('delete from member where id = $1', [member.memberId]);
  await stream.untilEnded();
});

test('whose session has ended hears no more', async () => {
  const member = await signIn(api, salon, 'manager');
  const stream = await hearing(api.app, member);
  await api.owner.query('delete from login_session where login_id = $1', [member.loginId]);
  await stream.untilEnded();
});

test('strangers are not let in', async () => {
  const stranger = await signIn(api, next, 'owner');
  const stream = await openStream(api.app, salon, stranger);
  streams.push(stream);
  expect(stream.response.status).toBe(404);
});

test('one login keeps twenty streams open at most, and a closed one makes room', async () => {
  const member = await signIn(api, salon, 'manager');
  const opened: Stream[] = [];
  for (let n = 0; n < 20; n++) opened.push(await hearing(api.app, member));
  const oneMore = await openStream(api.app, salon, member);
  streams.push(oneMore);
  expect(oneMore.response.status).toBe(429);
  await opened[0]?.close();
  await expect
    .poll(async () => {
      const again = await openStream(api.app, salon, member);
      streams.push(again);
      return again.response.status;
    })
    .toBe(200);
});

test('a process with open streams closes at once', async () => {
  const third = await api.another();
  const stream = await hearing(third);
  await third.close();
  await stream.untilEnded();
});

test('the stream is sent as it comes, whole and unkept', async () => {
  const stream = await hearing();
  const { headers } = stream.response;
  expect(headers.get('content-type')).toBe('text/event-stream');
  expect(headers.get('content-encoding')).toBeNull();
  expect(headers.get('cache-control')).toContain('no-store');
  expect(headers.get('x-accel-buffering')).toBe('no');
});
