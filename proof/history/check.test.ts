import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { Attempt } from './attempt.ts';
import { again, type History, rightHistory } from './history.fixture.ts';

/** The whole of a booking, removed as only a catastrophe could. */
const vanish = async (history: History, id: string | null) => {
  for (const table of ['claim', 'booking_want', 'booking_item', 'idempotency', 'outbox'])
    await history.sql(`delete from ${table} where booking_id = $1`, [id]);
  await history.sql('delete from booking where id = $1', [id]);
};
/** The whole of a booking, moved by so many minutes as only a bug could. */
const shift = async (history: History, { bookingId }: Attempt, minutes: number) => {
  const by = `+ interval '${minutes} min'`;
  await history.sql('alter table booking disable trigger booking_changed_in_trail');
  const during = `during = tstzrange(lower(during) ${by}, upper(during) ${by})`;
  for (const sql of [
    `update booking set starts_at = starts_at ${by}, ends_at = ends_at ${by} where id = $1`,
    `update booking_item set starts_at = starts_at ${by}, ends_at = ends_at ${by} where booking_id = $1`,
    `update booking_want set ${during} where booking_id = $1`,
    `update claim set ${during}, starts_at = starts_at ${by} where booking_id = $1`,
  ])
    await history.sql(sql, [bookingId]);
};
/** The time of a booking that begins then, taken out of what it wants and what it holds. */
const forget = async (history: History, { bookingId }: Attempt, tables: readonly string[], time: string) => {
  for (const table of tables)
    await history.sql(`delete from ${table} where booking_id = $1 and lower(during) = $2`, [bookingId, time]);
};
const attemptOf = (history: History, key: string, status: number) => {
  const found = history.attempts.find((one) => one.key === key && one.status === status);
  if (!found) throw new Error(`no attempt ${key} ${status}`);
  return found;
};

test('a right history passes, and each claim looked at something', async () => {
  const { verdict, broken } = await (await rightHistory()).judge();
  expect(broken).toEqual([]);
  expect(verdict.ok).toBe(true);
  expect(verdict.claims.filter(({ checked }) => checked === 0)).toEqual([]);
  expect(verdict.claims.flatMap(({ notes }) => notes)).toEqual([
    'attempts without an answer: 2',
    'refusals not judged, as time was freed in that salon, or it is not a load salon: 1',
    'bookings whose clients never had an answer, found later: 1',
  ]);
});

/** When the cut of "colour and cut" begins. */
const CUT_AT = '2027-02-01T14:30:00+01:00';

/** What went wrong, how it shows, and the one claim that must notice. */
const WRONG: [string, string, (history: History) => unknown][] = [
  ['acknowledged', 'a booking is lost', async (h) => vanish(h, (await h.booked('alone', { later: 60 })).bookingId)],
  [
    'acknowledged',
    'a booking is told that was never made',
    (h) => h.tell('air', 201, { later: 60, bookingId: v7(), answer: 'cccccccccccccccc' }),
  ],
  ['one booking per key', 'a key is told 201 twice', (h) => h.tell('first', 201, again(attemptOf(h, 'first', 201)))],
  [
    'one booking per key',
    'a replay has other bytes',
    (h) => h.tell('first', 200, { ...again(attemptOf(h, 'first', 201)), answer: 'dddddddddddddddd' }),
  ],
  [
    'one booking per key',
    'two answers of one key name two bookings',
    (h) => h.tell('first', 200, { ...again(attemptOf(h, 'first', 201)), bookingId: v7() }),
  ],
  [
    'one booking per key',
    'the only answer names another booking than the one kept',
    async (h) => {
      await h.book('swapped', { later: 60 });
      h.tell('swapped', 201, { later: 60, bookingId: v7(), answer: 'eeeeeeeeeeeeeeee' });
    },
  ],
  ['asked for', 'a booking nobody asked for', (h) => h.book('ghost', { later: 60 })],
  [
    'refused',
    'a refusal leaves its booking behind',
    async (h) => {
      await h.book('hasty', { later: 60 });
      for (const one of h.attempts)
        if (one.key === 'hasty') Object.assign(one, { startsAt: '2027-02-01T13:00:00+01:00' });
    },
  ],
  [
    'refused',
    'somebody without an answer is then told "taken", and his own booking is what took it',
    async (h) => {
      h.tell('self', 0, { person: 0, later: 60 });
      await h.book('self', { person: 0, later: 60 });
      await h.booked('other', { person: 0, later: 90 });
      h.tell('self', 409, { code: 'slot_taken', person: 0, later: 60 });
    },
  ],
  [
    'key record',
    'one key too many for a booking',
    async (h) => {
      h.tell('last too', 0);
      await h.sql(
        `insert into idempotency select salon_id, target_id, 'last too', request_hash, booking_id, answer, created_at
         from idempotency where key = 'last'`,
      );
    },
  ],
  ['as asked', 'another time than asked for', (h) => (attemptOf(h, 'last', 201).startsAt = '2027-02-01T11:45')],
  [
    'as asked',
    'another service than asked for',
    (h) => Object.assign(attemptOf(h, 'last', 201).services[0] ?? {}, { service: 'Färben' }),
  ],
  [
    'as asked',
    'another person than asked for',
    (h) => Object.assign(attemptOf(h, 'last', 201).services[0] ?? {}, { staffId: v7() }),
  ],
  [
    'as asked',
    'a basket in another order than asked for',
    (h) => attemptOf(h, 'colour and cut', 201).services.reverse(),
  ],
  [
    'as asked',
    'a basket for another person than asked for',
    (h) => Object.assign(attemptOf(h, 'colour and cut', 201).services[1] ?? {}, { staffId: v7() }),
  ],
  [
    'as asked',
    'a basket without its cut',
    async (h) => {
      const basket = attemptOf(h, 'colour and cut', 201);
      await forget(h, basket, ['booking_want', 'claim'], CUT_AT);
      await h.sql('delete from booking_item where booking_id = $1 and position = 1', [basket.bookingId]);
    },
  ],
  [
    'as told',
    'the cut of a basket is at another time than its customer was told',
    (h) =>
      Object.assign(attemptOf(h, 'colour and cut', 201).items?.[1] ?? {}, { startsAt: '2027-02-01T14:45:00+01:00' }),
  ],
  [
    'as told',
    'the cut of a basket is done by another person than its customer was told',
    (h) => Object.assign(attemptOf(h, 'colour and cut', 201).items?.[1] ?? {}, { staffId: v7() }),
  ],
  [
    'no overlap',
    'one person is sold twice',
    async (h) => {
      await h.sql('alter table claim drop constraint claim_no_overlap');
      await h.booked('before', { later: 60 });
      const after = await h.booked('after', { later: 90 });
      await shift(h, after, -15);
      after.startsAt = '2027-02-01T13:15';
    },
  ],
  [
    'no overlap',
    'one person is sold to somebody else while she cuts in a basket',
    async (h) => {
      await h.sql('alter table claim drop constraint claim_no_overlap');
      const other = await h.booked('other', { later: 210 });
      await shift(h, other, -45);
      other.startsAt = '2027-02-01T14:45';
    },
  ],
  [
    'holds its time',
    'a booking holds nothing',
    async (h) => h.sql('delete from claim where booking_id = $1', [(await h.booked('bare', { later: 60 })).bookingId]),
  ],
  [
    'holds its time',
    'a basket does not hold the time of its cut',
    (h) => forget(h, attemptOf(h, 'colour and cut', 201), ['claim'], CUT_AT),
  ],
  [
    'takes its time',
    'a basket neither wants nor holds the time in which the colour is washed out',
    (h) => forget(h, attemptOf(h, 'colour and cut', 201), ['booking_want', 'claim'], '2027-02-01T15:00:00+01:00'),
  ],
  [
    'takes its time',
    'a booking neither wants nor holds any time',
    async (h) => {
      const { bookingId } = await h.booked('nowhere', { later: 60 });
      for (const table of ['claim', 'booking_want'])
        await h.sql(`delete from ${table} where booking_id = $1`, [bookingId]);
    },
  ],
  [
    'takes its time',
    'a booking wants and holds less than its service needs',
    async (h) => {
      const { bookingId } = await h.booked('short', { later: 60 });
      for (const table of ['claim', 'booking_want'])
        await h.sql(
          `update ${table} set during = tstzrange(lower(during), lower(during) + interval '5 min') where booking_id = $1`,
          [bookingId],
        );
    },
  ],
  [
    'takes its time',
    'a booking is with another person than the one whose time it takes',
    async (h) =>
      h.sql('update booking_item set staff_id = (select max(id::text)::uuid from staff) where booking_id = $1', [
        (await h.booked('other hands', { later: 60 })).bookingId,
      ]),
  ],
  [
    'holds its time',
    'a booking holds less than it wants',
    async (h) =>
      h.sql("update claim set during = tstzrange(starts_at, starts_at + interval '5 min') where booking_id = $1", [
        (await h.booked('short', { later: 60 })).bookingId,
      ]),
  ],
  [
    'holds its time',
    'a cancelled booking holds its time still',
    (h) =>
      h.sql(
        `insert into claim select salon_id, claimant_id, lower(during), during, booking_id, null from booking_want
         where booking_id = $1`,
        [attemptOf(h, 'gone', 201).bookingId],
      ),
  ],
  [
    'one event',
    'a booking without its event',
    (h) => h.sql('delete from outbox where booking_id = $1', [attemptOf(h, 'last', 201).bookingId]),
  ],
  [
    'one event',
    'a booking announced twice',
    (h) =>
      h.sql(
        'insert into outbox select salon_id, $1, kind, booking_id, sequence, request_id, created_at from outbox where booking_id = $2',
        [v7(), attemptOf(h, 'last', 201).bookingId],
      ),
  ],
  [
    'one event',
    'an event without its booking',
    (h) => h.sql('insert into outbox select salon_id, $1, kind, $1, 0, null, now() from outbox limit 1', [v7()]),
  ],
  [
    'true refusals',
    'somebody is refused though a person is free',
    (h) => h.tell('unlucky', 409, { code: 'slot_taken', later: 60 }),
  ],
  [
    'true refusals',
    'somebody is refused a basket though a person is free for all of it',
    (h) => h.tell('unlucky', 409, { code: 'slot_taken', basket: true, later: 120 }),
  ],
  [
    'true refusals',
    'somebody is refused a basket with a person who is free for all of it',
    (h) => h.tell('unlucky', 409, { code: 'slot_taken', basket: true, person: 1, later: 120 }),
  ],
  [
    'true refusals',
    'somebody is refused before the time is taken',
    async (h) => {
      h.tell('unlucky', 409, { code: 'slot_taken', person: 0, later: 60 });
      h.tell('pause', 503, { code: 'overloaded' });
      await h.booked('lucky', { person: 0, later: 60 });
    },
  ],
  ['explained', 'a 500', (h) => h.tell('broken', 500, { code: 'internal' })],
  ['explained', 'an answer nobody expects here', (h) => h.tell('odd', 404, { code: 'salon_not_found' })],
  [
    'explained',
    'a 201 without a booking in it',
    (h) => {
      attemptOf(h, 'first', 201).answer = null;
    },
  ],
];

test.each(WRONG)('"%s" notices: %s', async (claim, _, spoil) => {
  const history = await rightHistory();
  await spoil(history);
  const { broken, verdict } = await history.judge();
  expect(broken).toEqual([claim]);
  expect(verdict.ok).toBe(false);
});

test('lines that are no attempt, and salons that are not there, are named', async () => {
  const history = await rightHistory();
  const { bookingId: _, ...torn } = attemptOf(history, 'last', 201);
  const lines = [...history.attempts, torn, { ...attemptOf(history, 'hasty', 429), salon: 'load-777' }];
  const { verdict, broken } = await history.judge(
    {},
    `${lines.map((one) => JSON.stringify(one)).join('\n')}\n{"op": "bo`,
  );
  expect(broken).toEqual(['log']);
  expect(verdict.claims[0]).toMatchObject({
    checked: lines.length + 1,
    violations: [
      expect.stringMatching(/jsonl:17 bookingId: /),
      expect.stringMatching(/jsonl:19 is not JSON$/),
      expect.stringMatching(/jsonl:18 names salon load-777, which is not there$/),
    ],
  });
});

test('where the clock of the API was moved, refusals are judged by the end of the run alone', async () => {
  const history = await rightHistory();
  history.tell('unlucky', 409, { code: 'slot_taken', person: 0, later: 60 });
  history.tell('pause', 503, { code: 'overloaded' });
  await history.booked('lucky', { person: 0, later: 60 });
  expect((await history.judge({ oneClock: false })).broken).toEqual([]);
});

test('of many violations twenty are told and the rest counted', async () => {
  const history = await rightHistory();
  for (let n = 0; n < 25; n++) history.tell(`broken-${n}`, 500, { code: 'internal' });
  const { verdict } = await history.judge();
  const violations = verdict.claims.find(({ name }) => name === 'explained')?.violations;
  expect(violations).toHaveLength(21);
  expect(violations?.at(-1)).toBe('and 5 more');
});
