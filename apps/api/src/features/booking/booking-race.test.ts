import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CROWD, crowd, statuses } from '../../test/rush.ts';
import { COLOURING, createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let second: TestApi['app'];
let salon: FixtureSalon;

/** Requests fall on two processes in turn, as behind a proxy. */
const either = (index: number) => (index % 2 === 0 ? api.app : second);

beforeAll(async () => {
  api = await testApi();
  second = await api.another();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben', 'Ida', 'Tom', 'Eva', 'Jan'],
    chairs: 4,
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]], station: 'chair' },
      Beratung: { phases: [['work', 30]] },
      Färben: { phases: COLOURING },
    },
  });
});
afterAll(() => api.close());

/** Nothing the whole suite does may ever leave two claims of one claimant overlapping. */
async function overlaps() {
  const { rows } = await api.owner.query(
    `select count(*)::int as n from claim a join claim b using (salon_id, claimant_id)
     where a.starts_at < b.starts_at and a.during && b.during`,
  );
  return rows[0].n;
}

describe('sixty people at the same instant', () => {
  test('after one chair of one person: one gets it, fifty-nine get times that are really free', async () => {
    const time = { date: '2026-11-24', time: '10:00', staffId: salon.staff.Mia ?? '' };
    const answers = await crowd((index) => book(either(index), wish(salon, time)));
    expect(statuses(answers)).toEqual({ 201: 1, 409: 59 });

    const refused = answers.filter((answer) => answer.status === 409);
    for (const { body } of refused) {
      expect(body.code).toBe('slot_taken');
      expect(body.alternatives).toHaveLength(3);
    }
    const [{ body }] = refused as [(typeof refused)[number]];
    for (const { startsAt, staffIds } of body.alternatives) {
      const [date, clock] = startsAt.split('T');
      const answer = await book(api.app, wish(salon, { date, time: clock.slice(0, 5), staffId: staffIds[0] }));
      expect(answer.status, startsAt).toBe(201);
    }
  });

  test('after anybody at one start: as many as there are chairs, all of different people, then it is gone', async () => {
    const time = { date: '2026-11-25', time: '11:00' };
    const answers = await crowd((index) => book(either(index), wish(salon, time)));
    expect(statuses(answers)).toEqual({ 201: 4, 409: 56 });
    const booked = answers.filter((answer) => answer.status === 201);
    expect(new Set(booked.map(({ body }) => body.booking.items[0].staffId)).size).toBe(4);
    const { rows } = await api.owner.query(
      'select distinct claimant_id from claim where claimant_id = any($1) and starts_at = $2',
      [salon.chairs, '2026-11-25T11:00:00+01:00'],
    );
    expect(rows).toHaveLength(4);
    expect((await offered(api.app, salon, '2026-11-25')).map((slot) => slot.time)).not.toContain('11:00');
  });

  test('without chairs in the way: as many as there are staff', async () => {
    const time = { date: '2026-11-25', time: '14:00', service: 'Beratung' };
    const answers = await crowd((index) => book(either(index), wish(salon, time)));
    expect(statuses(answers)).toEqual({ 201: 6, 409: 54 });
    const staff = answers.filter(({ status }) => status === 201).map(({ body }) => body.booking.items[0].staffId);
    expect(new Set(staff).size).toBe(6);
  });

  test('with one key (a nervous finger, a proxy that retries): one booking, told sixty times', async () => {
    const body = wish(salon, { date: '2026-11-26', time: '10:00' });
    const answers = await crowd((index) => book(either(index), body, 'one-key'));
    expect(statuses(answers)).toEqual({ 200: 59, 201: 1 });
    expect(new Set(answers.map((answer) => answer.text.replace('"duplicate":true', '"duplicate":false'))).size).toBe(1);
  });

  test('from one address: no more open bookings than the salon allows', async () => {
    const customer = { name: 'Paula Prank', email: 'paula@kunde.example' };
    const time = (index: number) =>
      `${String(9 + Math.floor(index / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][index % 4]}`;
    const answers = await crowd((index) =>
      book(either(index), wish(salon, { date: '2026-11-27', time: time(index % 24), service: 'Beratung', customer })),
    );
    expect(statuses(answers)[201]).toBe(5);
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['call_salon']));
  });

  test('after visits of different length that overlap: what is sold never does', async () => {
    const kinds = ['Herrenhaarschnitt', 'Beratung', 'Färben'];
    const times = ['10:00', '10:15', '10:30', '10:45', '11:00'];
    const answers = await crowd((index) =>
      book(
        either(index),
        wish(salon, {
          date: '2026-11-28',
          service: kinds[index % 3],
          time: times[index % 5] ?? '',
          staffId: salon.staff.Mia ?? '',
        }),
      ),
    );
    const sold = statuses(answers)[201] ?? 0;
    expect(sold).toBeGreaterThanOrEqual(2);
    expect(sold + (statuses(answers)[409] ?? 0)).toBe(CROWD);
    expect(await overlaps()).toBe(0);
  });

  test('with processing time: somebody else is served while the colour develops, never during the work', async () => {
    const on = { date: '2026-11-29', staffId: salon.staff.Ben ?? '' };
    expect((await book(api.app, wish(salon, { ...on, time: '10:00', service: 'Färben' }))).status).toBe(201);
    const answers = await crowd((index) =>
      book(either(index), wish(salon, { ...on, time: '10:30', service: 'Beratung' })),
    );
    expect(statuses(answers)).toEqual({ 201: 1, 409: 59 });
    for (const time of ['09:45', '10:15', '10:45', '11:00']) {
      expect((await book(api.app, wish(salon, { ...on, time, service: 'Beratung' }))).status, time).toBe(409);
    }
    expect((await book(api.app, wish(salon, { ...on, time: '11:15', service: 'Beratung' }))).status).toBe(201);
  });
});

describe('two at once', () => {
  test('move to the same time: one gets it, the visit of the other stands', async () => {
    const on = { date: '2026-11-30', staffId: salon.staff.Eva ?? '' };
    const visits = await Promise.all(['10:00', '11:00'].map((time) => book(api.app, wish(salon, { ...on, time }))));
    const to = { date: '2026-11-30', time: '13:00', staffId: salon.staff.Eva, version: 1 };
    const moves = await Promise.all(
      visits.map(({ body }, index) => manage(either(index), tokenOf(body.booking), '/reschedule', to, `move-${index}`)),
    );
    expect(moves.map((move) => move.status).sort()).toEqual([200, 409]);
    const loser = visits[moves.findIndex((move) => move.status === 409)];
    const { body } = await manage(api.app, tokenOf(loser?.body.booking));
    expect(body.booking).toEqual(loser?.body.booking);
    const { rows } = await api.owner.query(
      'select count(*)::int as n from claim where claimant_id = $1 and starts_at >= $2 and starts_at < $3',
      [salon.staff.Eva, '2026-11-30T00:00:00+01:00', '2026-12-01T00:00:00+01:00'],
    );
    expect(rows[0].n).toBe(2);
  });

  test('move one visit: the second is told that it changed', async () => {
    const { body } = await book(api.app, wish(salon, { date: '2026-12-01', time: '10:00' }));
    const token = tokenOf(body.booking);
    const moves = await Promise.all(
      ['12:00', '13:00'].map((time, index) =>
        manage(either(index), token, '/reschedule', { date: '2026-12-01', time, version: 1 }, `twice-${index}`),
      ),
    );
    expect(moves.map((move) => move.status).sort()).toEqual([200, 409]);
    expect(moves.find((move) => move.status === 409)?.body.code).toBe('version_conflict');
  });

  test('two neighbours who swap places end with a place each', async () => {
    const on = { date: '2026-12-02', staffId: salon.staff.Jan ?? '' };
    const times = ['10:00', '10:30'] as const;
    const visits = await Promise.all(times.map((time) => book(api.app, wish(salon, { ...on, time }))));
    const moves = await Promise.all(
      visits.map(({ body }, index) =>
        manage(
          either(index),
          tokenOf(body.booking),
          '/reschedule',
          { ...on, time: times[1 - index], version: 1 },
          `swap-${index}`,
        ),
      ),
    );
    for (const move of moves) expect([200, 409]).toContain(move.status);
    expect(await overlaps()).toBe(0);
    const { rows } = await api.owner.query(
      'select booking_id from claim where claimant_id = $1 and starts_at >= $2 and starts_at < $3',
      [salon.staff.Jan, '2026-12-02T00:00:00+01:00', '2026-12-03T00:00:00+01:00'],
    );
    expect(new Set(rows.map((row) => row.booking_id)).size).toBe(2);
  });
});
