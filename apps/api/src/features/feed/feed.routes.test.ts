import { FeedAnswer } from '@salon/contracts/desk/calendar';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;
let mia: SignedInMember;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Jonas'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    policy: { maxOpenBookings: null },
  });
  owner = await signIn(api, salon, 'owner');
  mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
});
afterAll(() => api.close());

async function feed(member = owner, query = ''): Promise<FeedAnswer> {
  const { status, body, text } = await member.call('GET', `/api/desk/${salon.id}/feed${query}`);
  expect(status, text).toBe(200);
  return FeedAnswer.parse(body);
}

const told = ({ entries }: FeedAnswer) =>
  entries.map(({ what, name, startsAt, wasAt, service }) =>
    [what, name, startsAt.slice(5, 16), wasAt?.slice(5, 16), service].filter(Boolean).join(' '),
  );

async function later(minutes: number): Promise<void> {
  api.clock.now += minutes * 60_000;
}

test('what was booked before somebody first looked is shown to her, and no news', async () => {
  const theirs = await createSalon(api.prisma, { staff: ['Eva'], services: { Schnitt: { phases: [['work', 30]] } } });
  const eva = await signIn(api, theirs, 'owner');
  await api.owner.query("update member set created_at = '2026-01-01' where salon_id = $1", [theirs.id]);
  const news = async () => FeedAnswer.parse((await eva.call('GET', `/api/desk/${theirs.id}/feed`)).body);
  await book(api.app, wish(theirs, { service: 'Schnitt', date: '2026-11-26', time: '10:00' }));
  await later(1);
  expect(await news()).toMatchObject({ entries: [{ what: 'booked' }], unseen: 0 });

  await later(1);
  await book(api.app, wish(theirs, { service: 'Schnitt', date: '2026-11-26', time: '11:00' }));
  expect(await news()).toMatchObject({ entries: [{}, {}], unseen: 1 });
});

test('what customers do by themselves is listed, the newest first, and counted until she has looked', async () => {
  for (const who of [owner, mia]) expect(await feed(who)).toEqual({ entries: [], unseen: 0 });
  await later(1);
  const customer = { name: 'Anna', email: 'anna@kunde.example' };
  const { body } = await book(
    api.app,
    wish(salon, { date: '2026-11-26', time: '10:00', staffId: salon.staff.Mia, customer }),
  );
  await later(1);
  const second = { name: 'Bernd', email: 'bernd@kunde.example' };
  const other = await book(
    api.app,
    wish(salon, { date: '2026-11-26', time: '10:00', staffId: salon.staff.Jonas, customer: second }),
  );
  await later(1);
  const seen = await feed();
  expect(seen.unseen).toBe(2);
  expect(told(seen)).toEqual([
    'booked Bernd 11-26T10:00 Herrenhaarschnitt',
    'booked Anna 11-26T10:00 Herrenhaarschnitt',
  ]);

  const until = seen.entries[0]?.at;
  expect((await owner.call('POST', `/api/desk/${salon.id}/feed/seen`, { until })).status).toBe(204);
  expect((await feed()).unseen).toBe(0);
  expect((await feed(mia)).unseen).toBe(1);

  const move = { date: '2026-11-27', time: '11:00', version: 1 };
  expect((await manage(api.app, tokenOf(body.booking), '/reschedule', move, 'move')).status).toBe(200);
  await later(1);
  await manage(api.app, tokenOf(other.body.booking), '/cancel', {});
  const after = await feed();
  expect(after.unseen).toBe(2);
  expect(told(after).slice(0, 2)).toEqual([
    'cancelled Bernd 11-26T10:00 Herrenhaarschnitt',
    'moved Anna 11-27T11:00 11-26T10:00 Herrenhaarschnitt',
  ]);
  expect(told(await feed(mia))).toEqual([
    'moved Anna 11-27T11:00 11-26T10:00 Herrenhaarschnitt',
    'booked Anna 11-27T11:00 Herrenhaarschnitt',
  ]);
});

test('what she has seen once stays seen, and nobody has seen what is still to come', async () => {
  const before = (await feed()).unseen;
  await owner.call('POST', `/api/desk/${salon.id}/feed/seen`, { until: '2026-11-01T00:00:00Z' });
  expect((await feed()).unseen).toBe(before);
  await owner.call('POST', `/api/desk/${salon.id}/feed/seen`, { until: '2099-01-01T00:00:00Z' });
  expect((await feed()).unseen).toBe(0);
  await later(1);
  await book(api.app, wish(salon, { date: '2026-11-30', time: '10:00' }));
  expect((await feed()).unseen).toBe(1);
});

test('reaches three days back, or as far as is asked', async () => {
  api.clock.now += 4 * 86_400_000;
  expect((await feed()).entries).toEqual([]);
  expect((await feed(owner, '?since=2026-11-23T00:00:00Z')).entries.length).toBeGreaterThan(3);
});

test('what came in for her is not lost among what came in for a hundred others', async () => {
  const forHer = wish(salon, { date: '2026-12-03', time: '09:00', staffId: salon.staff.Mia });
  await later(1);
  expect((await book(api.app, forHer)).status).toBe(201);
  const { entries, unseen } = await feed(mia);
  await later(1);
  const ids = Array.from({ length: 120 }, () => v7());
  await api.owner.query(
    `with made as (
       insert into booking (salon_id, id, reference, status, source, starts_at, ends_at, price_cents, currency, name, locale,
         created_at, updated_at)
       select $1, id, id::text, 'confirmed', 'online', $3, $3::timestamptz + interval '30 minutes', 1, 'EUR', 'Jemand', 'de', $3, $3
       from unnest($2::uuid[]) as id returning id
     )
     insert into booking_item (salon_id, booking_id, position, service_id, service_name, staff_id, staff_name, starts_at,
       ends_at, price_cents)
     select $1, id, 0, $4, 'Schnitt', $5, 'Jonas', $3, $3::timestamptz + interval '30 minutes', 1 from made`,
    [salon.id, ids, new Date(api.clock.now), salon.services.Herrenhaarschnitt, salon.staff.Jonas],
  );
  await later(5);
  expect(await feed(mia)).toEqual({ entries, unseen });
});

test('what waits for the salon is told as asked for', async () => {
  await api.owner.query('update salon set needs_approval = true, config_version = config_version + 1 where id = $1', [
    salon.id,
  ]);
  await book(api.app, wish(salon, { date: '2026-12-02', time: '10:00' }));
  expect((await feed()).entries[0]?.what).toBe('requested');
});
