import { v4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, type Desk, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';

const DAY = '2026-11-24';
let api: TestApi;
let salon: FixtureSalon;
let desk: Desk;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = Date.parse(at('08:00'));
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: {
      Schnitt: { phases: [['work', 30]], priceCents: 2900 },
      Farbe: { phases: [['work', 30]], buffer: 15, by: ['Mia'] },
      Dauerwelle: { phases: [['work', 60]], by: ['Mia'] },
    },
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

type Preview = {
  visits: {
    visit: { id: string; version: number };
    others: { staffId: string }[];
    times: { startsAt: string; staffIds: string[] }[];
  }[];
};
const preview = async (days = [DAY, DAY]): Promise<Preview['visits']> =>
  (await desk.get(`ill?staffId=${salon.staff.Mia}&from=${days[0]}&to=${days[1]}`)).body.visits;
const ill = (choices: object[], more: object = {}, key?: string) =>
  desk.send(
    'POST',
    'ill',
    { staffId: salon.staff.Mia, from: DAY, to: DAY, choices, notify: true, reason: 'Grippe', ...more },
    key,
  );
const of = ({ id, version }: { id: string; version: number }) => ({ visitId: id, version });
const intact = async () => expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
const waiting = async () => {
  const { rows } = await api.owner.query(
    "select kind, notify from outbox where salon_id = $1 and taken_at is null and kind <> 'booking_created' order by kind",
    [salon.id],
  );
  return rows.map(({ kind, notify }) => `${kind}${notify ? '' : ' (quiet)'}`);
};

test('for each visit it is said who else could take it, else when', async () => {
  const cut = await desk.made(['Schnitt Mia 10:00']);
  const second = await desk.made(['Schnitt Mia 11:00']);
  await desk.made(['Schnitt Ben 11:15']);
  const perm = await desk.made(['Dauerwelle Mia 14:00']);
  await desk.made(['Schnitt Ben 15:00']);
  const found = await preview();
  expect(found.map(({ visit }) => visit.id)).toEqual([cut.id, second.id, perm.id]);
  expect(found[0]).toMatchObject({ others: [{ staffId: salon.staff.Ben, priceCents: 2900 }], times: [] });
  // Ben is taken at eleven: he could at another time.
  expect(found[1]?.others).toEqual([]);
  expect(found[1]?.times.every(({ staffIds }) => staffIds.includes(salon.staff.Ben ?? ''))).toBe(true);
  expect(found[1]?.times.length).toBeGreaterThan(0);
  // Nobody else perms: she herself, when she is back.
  expect(found[2]?.times.every(({ startsAt }) => startsAt > `${DAY}T23`)).toBe(true);
});

describe('in one go', () => {
  test('given, moved, cancelled and kept; her time is taken; undone, all of it is as it was', async () => {
    const [a, b, c, d] = [
      await desk.made(['Schnitt Mia 10:00']),
      await desk.made(['Schnitt Mia 11:00']),
      await desk.made(['Dauerwelle Mia 12:00']),
      await desk.made(['Schnitt Mia 15:00']),
    ];
    const { status, body } = await ill([
      { do: 'give', ...of(a), staffId: salon.staff.Ben },
      { do: 'move', ...of(b), staffId: salon.staff.Ben, startsAt: at('13:00') },
      { do: 'cancel', ...of(c) },
      { do: 'keep', ...of(d) },
    ]);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(await waiting()).toEqual(['booking_cancelled', 'booking_moved', 'booking_moved']);
    await intact();
    const refused = await desk.visit(['Schnitt Mia 10:00']);
    expect(refused.body.conflicts).toMatchObject([{ kind: 'time_off', name: 'Grippe' }]);
    const online = await book(
      api.app,
      wish(salon, { service: 'Schnitt', staffId: salon.staff.Mia ?? '', time: '10:00' }),
    );
    expect(online.status).not.toBe(201);
    // The visit that is kept holds its time; moved away, it is hers to be ill in.
    await desk.change(d, ['Schnitt Ben 15:00']);
    expect((await desk.visit(['Schnitt Mia 15:00'])).body.conflicts).toMatchObject([{ kind: 'time_off' }]);
    await intact();

    const undone = await desk.undo(body.change.id);
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    expect(
      undone.body.visits
        .map((one: { startsAt: string; status: string }) => `${one.status} ${one.startsAt.slice(11, 16)}`)
        .sort(),
    ).toEqual(['confirmed 10:00', 'confirmed 11:00', 'confirmed 12:00']);
    // Nobody is written to: the four are the visit moved away above, and reminders to be planned anew.
    expect(await waiting()).toEqual(Array(4).fill('booking_moved (quiet)'));
    expect((await desk.visit(['Schnitt Mia 15:00'])).status).toBe(201);
    await intact();
  });

  test('all or nothing: what does not fit is said, and she is not ill yet', async () => {
    const [a, b] = [await desk.made(['Schnitt Mia 10:00']), await desk.made(['Schnitt Mia 11:00'])];
    const taken = await desk.made(['Schnitt Ben 11:15']);
    const give = (visit: { id: string; version: number }) => ({ do: 'give', ...of(visit), staffId: salon.staff.Ben });
    const { body } = await ill([give(a), give(b)]);
    expect(body.code).toBe('time_conflict');
    expect(body.conflicts).toMatchObject([{ kind: 'visit', visitId: taken.id }]);
    expect(await waiting()).toEqual([]);
    expect((await desk.visit(['Schnitt Mia 14:00'])).status).toBe(201);
  });

  test('no two of hers are given the same time', async () => {
    const [a, b] = [await desk.made(['Schnitt Mia 10:00']), await desk.made(['Schnitt Mia 11:00'])];
    const { body } = await ill([
      { do: 'give', ...of(a), staffId: salon.staff.Ben },
      { do: 'move', ...of(b), staffId: salon.staff.Ben, startsAt: at('10:15') },
    ]);
    expect(body.conflicts).toMatchObject([{ kind: 'visit', visitId: a.id }]);
  });

  test('a visit that came in meanwhile, or was changed, is told of', async () => {
    const a = await desk.made(['Schnitt Mia 10:00']);
    await preview();
    const online = wish(salon, { service: 'Schnitt', staffId: salon.staff.Mia ?? '', time: '16:00' });
    expect((await book(api.app, online)).status).toBe(201);
    expect((await ill([{ do: 'cancel', ...of(a) }])).body.code).toBe('visits_affected');
    await desk.change(a, ['Schnitt Mia 10:30']);
    const choices = (await preview()).map(({ visit }) => ({ do: 'keep', ...of(visit) }));
    expect((await ill(choices.map((choice) => ({ ...choice, version: 1 })))).body.code).toBe('version_conflict');
    expect((await ill(choices)).status).toBe(200);
    await intact();
  });

  test('while customers book her: nothing is lost between the two', async () => {
    for (let round = 0; round < 6; round++) {
      const day = `2026-11-${25 + round > 30 ? 30 : 25 + (round % 5)}`;
      const online = wish(salon, {
        service: 'Schnitt',
        staffId: salon.staff.Mia ?? '',
        date: day,
        time: `${9 + round}:00`,
      });
      const choices = (await preview([day, day])).map(({ visit }) => ({ do: 'keep', ...of(visit) }));
      const [booked, left] = await Promise.all([book(api.app, online), ill(choices, { from: day, to: day })]);
      if (booked.status === 201) {
        // Either she was told of the new visit, or it was booked before she looked and is there.
        expect(['visits_affected', undefined]).toContain(left.body.code);
        if (left.status === 200) expect(choices.map(({ visitId }) => visitId)).toContain(booked.body.booking.id);
      } else expect(left.status).toBe(200);
    }
    await intact();
  });

  test('ill while the chair is still being cleared up: what is over is over', async () => {
    const colour = await desk.made(['Farbe Mia 09:00']);
    await desk.mark(colour, 'done');
    const next = await desk.made(['Schnitt Mia 10:00']);
    api.clock.now = Date.parse(at('09:35'));
    const { status, text } = await ill([{ do: 'cancel', ...of(next) }]);
    expect(status, text).toBe(200);
    expect((await desk.visit(['Schnitt Mia 09:45'])).body.conflicts).toMatchObject([{ kind: 'time_off' }]);
  });

  test('nothing is chosen twice for one visit', async () => {
    const a = await desk.made(['Schnitt Mia 10:00']);
    expect(
      (
        await ill([
          { do: 'cancel', ...of(a) },
          { do: 'cancel', ...of(a) },
        ])
      ).body.code,
    ).toBe('invalid_request');
  });

  test('asked twice with one key it happens once', async () => {
    const a = await desk.made(['Schnitt Mia 10:00']);
    const key = v4();
    const answers = await Promise.all([1, 2].map(() => ill([{ do: 'cancel', ...of(a) }], {}, key)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(new Set(answers.map(({ body }) => body.change.id)).size).toBe(1);
    const { rows } = await api.owner.query('select count(*)::int as n from time_off where salon_id = $1', [salon.id]);
    expect(rows[0].n).toBe(1);
  });
});
