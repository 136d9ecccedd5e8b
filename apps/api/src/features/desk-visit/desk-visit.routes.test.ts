import { v4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, type Desk, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let desk: Desk;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    chairs: 1,
    services: {
      Färben: {
        phases: [
          ['work', 30],
          ['processing', 30],
          ['finish', 15],
        ],
        priceCents: 6500,
      },
      Schnitt: { phases: [['work', 30]], priceCents: 2900 },
      Waschen: { phases: [['work', 15]], station: 'chair' },
      Bart: { phases: [['work', 20]], by: ['Ben'] },
    },
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

/** Who does what when: `Färben Mia 10:00–11:15`. */
const told = (visit: { items: { service: string; staff: string; startsAt: string; endsAt: string }[] }) =>
  visit.items.map((one) => `${one.service} ${one.staff} ${one.startsAt.slice(11, 16)}–${one.endsAt.slice(11, 16)}`);
const trail = async (visitId: string) => {
  const { rows } = await api.owner.query(
    'select action, version, before, after, actor_name from audit_entry where salon_id = $1 and subject_id = $2 order by version',
    [salon.id, visitId],
  );
  return rows;
};

describe('a visit made at the desk', () => {
  test('of somebody without details, off the grid and at once', async () => {
    api.clock.now = Date.parse(at('10:07'));
    const { status, body } = await desk.visit(['Schnitt Mia 10:07']);
    expect(status).toBe(201);
    expect(body.duplicate).toBe(false);
    const [visit] = body.visits;
    expect(visit).toMatchObject({ status: 'confirmed', version: 1, customerId: null, name: '', priceCents: 2900 });
    expect(told(visit)).toEqual(['Schnitt Mia 10:07–10:37']);
    expect(Date.parse(body.change.undoableUntil)).toBe(api.clock.now + 10_000);
    expect(await trail(visit.id)).toMatchObject([{ action: 'visit.created', version: 1, actor_name: 'Test owner' }]);
  });

  test('of several services by several people, with the minutes and the price she says', async () => {
    const items = [
      desk.wish('Färben Mia 10:00', { minutes: [40, 20, 15], priceCents: 8000 }),
      desk.wish('Schnitt Ben 10:40'),
    ];
    const { body } = await desk.visit([], { items });
    expect(told(body.visits[0])).toEqual(['Färben Mia 10:00–11:15', 'Schnitt Ben 10:40–11:10']);
    expect(
      body.visits[0].items[0].phases.map((one: { kind: string; startsAt: string }) => one.startsAt.slice(11, 16)),
    ).toEqual(['10:00', '10:40', '11:00']);
    expect(body.visits[0].priceCents).toBe(10_900);
  });

  test('while colour develops: she is free then', async () => {
    await desk.made(['Färben Mia 10:00']);
    await desk.made(['Schnitt Mia 10:30']);
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
  });

  test('for a new customer, and for the same one by her address: one card', async () => {
    const customer = { name: 'Lea Sommer', email: 'Lea@kunde.example', phone: '0170 1' };
    const first = await desk.made(['Schnitt Mia 10:00'], { customer });
    const second = await desk.made(['Schnitt Mia 11:00'], { customer: { ...customer, name: 'L. Sommer' } });
    expect(first.customerId).not.toBeNull();
    expect(second).toMatchObject({ customerId: first.customerId, name: 'L. Sommer' });
    const third = await desk.made(['Schnitt Mia 12:00'], { customer: { id: first.customerId } });
    expect(third).toMatchObject({ customerId: first.customerId, name: 'Lea Sommer', phone: '0170 1' });
    expect(third.marks.newCustomer).toBe(false);
  });

  test('twice with one key is one visit', async () => {
    const key = v4();
    const answers = await Promise.all([1, 2, 3].map(() => desk.visit(['Schnitt Mia 10:00'], {}, key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.visits[0].id)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.change.id)).size).toBe(1);
    const other = await desk.visit(['Schnitt Mia 11:00'], {}, key);
    expect(other.body.code).toBe('idempotency_key_reused');
  });

  test.each([
    ['a service nobody has', { serviceId: v4() }, 'service_not_found'],
    ['somebody who is not there', { staffId: v4() }, 'staff_not_found'],
    ['minutes of no phase', { minutes: [1, 2, 3, 4, 5] }, 'invalid_request'],
    ['no minutes at all', { minutes: [0] }, 'invalid_request'],
  ])('is refused with %s', async (_story, more, code) => {
    const { body } = await desk.visit([], { items: [desk.wish('Schnitt Mia 10:00', more)] });
    expect(body.code).toBe(code);
  });

  test('is refused for a customer of another salon', async () => {
    const other = await createSalon(api.prisma, { staff: ['Ida'], services: { Schnitt: { phases: [['work', 30]] } } });
    const theirs = await (await openDesk(api, other)).made(['Schnitt Ida 10:00'], { customer: { name: 'Lea' } });
    const { body } = await desk.visit(['Schnitt Mia 10:00'], { customer: { id: theirs.customerId } });
    expect(body.code).toBe('customer_not_found');
  });
});

describe('what is in the way is said', () => {
  const conflicts = async (words: string[], more: object = {}) => {
    const { status, body } = await desk.visit(words, more);
    expect([status, body.code]).toEqual([409, 'time_conflict']);
    return body.conflicts;
  };

  test('whose visit, from when to when', async () => {
    const lea = await desk.made(['Schnitt Mia 10:00'], { customer: { name: 'Lea Sommer' } });
    expect(await conflicts(['Schnitt Mia 10:15'])).toEqual([
      {
        kind: 'visit',
        startsAt: at('10:00'),
        endsAt: at('10:30'),
        staffId: salon.staff.Mia,
        visitId: lea.id,
        name: 'Lea Sommer',
      },
    ]);
  });

  test('outside of hours, a service she does not do, a closed day', async () => {
    expect((await conflicts(['Schnitt Mia 16:45']))[0]).toMatchObject({
      kind: 'outside_openings',
      startsAt: at('17:00'),
    });
    expect((await conflicts(['Bart Mia 10:00']))[0]).toMatchObject({ kind: 'not_offered' });
    await desk.made(['Schnitt Mia 16:45'], { outside: true });
    await desk.made(['Bart Mia 10:00'], { outside: true });
  });

  test('the only chair: it can be shared on purpose', async () => {
    await desk.made(['Waschen Mia 10:00']);
    expect(await conflicts(['Waschen Ben 10:00'])).toMatchObject([{ kind: 'station', stationId: salon.chairs[0] }]);
    const shared = await desk.made(['Waschen Ben 10:00'], { overlap: true });
    expect(shared.marks.overlaps).toBe(true);
  });

  test('two things at once by one person in one visit', async () => {
    expect(await conflicts(['Schnitt Mia 10:00', 'Schnitt Mia 10:15'])).toMatchObject([
      { kind: 'visit', startsAt: at('10:15') },
    ]);
    const both = await desk.made(['Schnitt Mia 10:00', 'Schnitt Mia 10:15'], { overlap: true });
    expect(told(both)).toEqual(['Schnitt Mia 10:00–10:30', 'Schnitt Mia 10:15–10:45']);
  });
});

describe('laid over another on purpose', () => {
  test('it is marked, and has the time once the holder cancels', async () => {
    const holder = await desk.made(['Schnitt Mia 10:00']);
    const guest = await desk.made(['Schnitt Mia 10:15'], { overlap: true });
    expect(guest.marks.overlaps).toBe(true);
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
    // A note does not ask again about what was meant.
    const noted = await desk.change(guest, ['Schnitt Mia 10:15'], { note: 'lange Haare' });
    expect(noted.body.visits[0]).toMatchObject({ version: 2, note: 'lange Haare', marks: { overlaps: true } });
    await desk.mark(holder, 'cancelled');
    const later = await desk.change(noted.body.visits[0], ['Schnitt Mia 10:15'], { note: null });
    expect(later.body.visits[0].marks.overlaps).toBe(false);
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
    expect(
      (await book(api.app, wish(salon, { service: 'Schnitt', time: '10:15', staffId: salon.staff.Mia }))).status,
    ).toBe(409);
  });
});

describe('a visit is changed', () => {
  test('moved to somebody else: from when to when stands in the trail, and its old time is free', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { status, body } = await desk.change(visit, ['Schnitt Ben 11:05']);
    expect(status).toBe(200);
    expect(told(body.visits[0])).toEqual(['Schnitt Ben 11:05–11:35']);
    const [, moved] = await trail(visit.id);
    expect(moved).toMatchObject({
      action: 'visit.moved',
      version: 2,
      before: { startsAt: new Date(at('10:00')).toISOString(), items: [{ staff: 'Mia' }] },
      after: { startsAt: new Date(at('11:05')).toISOString(), items: [{ staff: 'Ben' }] },
    });
    expect(moved.before).not.toHaveProperty('note');
    await desk.made(['Schnitt Mia 10:00']);
  });

  test('moved, it keeps the minutes and the price that were agreed', async () => {
    const items = [desk.wish('Färben Mia 10:00', { minutes: [45, 30, 15], priceCents: 9900 })];
    const visit = (await desk.visit([], { items })).body.visits[0];
    const { body } = await desk.change(visit, ['Färben Mia 12:00']);
    expect(told(body.visits[0])).toEqual(['Färben Mia 12:00–13:30']);
    expect(body.visits[0].priceCents).toBe(9900);
  });

  test('two people at once: the second is told, and nothing is overwritten', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const answers = await Promise.all([
      desk.change(visit, ['Schnitt Mia 11:00']),
      desk.change(visit, ['Schnitt Ben 12:00']),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('version_conflict');
    const won = answers.find(({ status }) => status === 200)?.body.visits[0];
    const { body } = await desk.mark(won, 'arrived');
    expect(told(body.visits[0])).toEqual(told(won));
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
  });

  test('onto another it is refused, and stands as it was', async () => {
    const lea = await desk.made(['Schnitt Mia 10:00']);
    const visit = await desk.made(['Schnitt Ben 10:00']);
    const { body } = await desk.change(visit, ['Schnitt Mia 10:00']);
    expect(body.conflicts).toMatchObject([{ kind: 'visit', visitId: lea.id }]);
    expect((await desk.mark(visit, 'arrived')).body.visits[0].version).toBe(2);
  });

  test('given to another customer, the link of the first opens nothing any more', async () => {
    const { body } = await book(api.app, wish(salon, { service: 'Schnitt', staffId: salon.staff.Mia ?? '' }));
    const { id } = body.booking;
    const { body: changed } = await desk.change({ id, version: 1 }, ['Schnitt Mia 10:00'], {
      customer: { name: 'Tom' },
    });
    expect(changed.visits[0]).toMatchObject({ name: 'Tom', email: null });
    const token = body.booking.manageUrl.split('/b/')[1];
    const opened = await api.app.inject({ url: `/api/bookings/manage/${token}` });
    expect(opened.json().code).toBe('booking_not_found');
  });
});

test('a visit that lies outside of hours says so until it is over, also where the hours shrank later', async () => {
  const outside = async ({ id }: { id: string }) => (await desk.get(`visits/${id}`)).body.outside;
  const late = await desk.made(['Schnitt Mia 16:45'], { outside: true });
  const inTime = await desk.made(['Schnitt Ben 16:30']);
  expect([await outside(late), await outside(inTime)]).toEqual([true, false]);
  const { rowCount } = await api.owner.query(
    'update weekly_opening set end_minute = $2 where salon_id = $1 and staff_id = $3',
    [salon.id, 16 * 60 + 50, salon.staff.Ben],
  );
  expect(rowCount).toBe(7);
  await api.owner.query('update salon set config_version = config_version + 1 where id = $1', [salon.id]);
  expect(await outside(inTime)).toBe(true);
  api.clock.now = Date.parse(at('17:00'));
  expect([await outside(late), await outside(inTime)]).toEqual([true, false]);
  await desk.mark(late, 'done');
  expect(await outside(late)).toBe(false);
});

describe('how a visit goes', () => {
  test('arrived, done, and back when it was ticked off by mistake', async () => {
    let visit = await desk.made(['Schnitt Mia 10:00']);
    for (const status of ['arrived', 'done', 'arrived', 'confirmed']) {
      const { body } = await desk.mark(visit, status);
      expect(body.visits[0].status).toBe(status);
      visit = body.visits[0];
    }
    expect((await trail(visit.id)).map(({ action }) => action)).toEqual([
      'visit.created',
      'visit.arrived',
      'visit.done',
      'visit.arrived',
      'visit.confirmed',
    ]);
  });

  test('one that was missed gives its time back; brought back it claims it again, or says what is in the way', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const missed = (await desk.mark(visit, 'no_show')).body.visits[0];
    const back = (await desk.mark(missed, 'arrived')).body.visits[0];
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
    const again = (await desk.mark(back, 'cancelled', { reason: 'krank' })).body.visits[0];
    const other = await desk.made(['Schnitt Mia 10:15']);
    const refused = await desk.mark(again, 'confirmed');
    expect(refused.body.conflicts).toMatchObject([{ kind: 'visit', visitId: other.id }]);
    const over = await desk.mark(again, 'confirmed', { overlap: true });
    expect(over.body.visits[0]).toMatchObject({ status: 'confirmed', marks: { overlaps: true } });
    expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
  });

  test('what cannot be is refused', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { body } = await desk.mark(visit, 'cancelled');
    expect((await desk.mark(body.visits[0], 'done')).body.code).toBe('status_conflict');
    expect((await desk.change(body.visits[0], ['Schnitt Mia 11:00'])).body.code).toBe('status_conflict');
    expect((await desk.mark({ id: v4(), version: 1 }, 'done')).body.code).toBe('booking_not_found');
  });
});
