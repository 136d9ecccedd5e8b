import { changeConfiguration } from '@salon/db/config-change';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, offered, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  // This process has seen the salon as it was.
  await offered(api.app, salon, '2026-11-24');
});
afterAll(() => api.close());

const day = { date: '2026-11-24' };

describe('between the offer and the booking the salon', () => {
  test('cut its hours: what is outside them now is refused', async () => {
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.weeklyOpening.updateMany({ where: { salonId: salon.id }, data: { endMinute: 12 * 60 } }),
    );
    const { status, body } = await book(api.app, wish(salon, { ...day, time: '14:00' }));
    expect([status, body.code]).toEqual([422, 'slot_not_bookable']);
    expect((await book(api.app, wish(salon, { ...day, time: '11:30' }))).status).toBe(201);
  });

  test('added hours: what is inside them now is booked, though this process knew them as closed', async () => {
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.weeklyOpening.updateMany({ where: { salonId: salon.id }, data: { endMinute: 20 * 60 } }),
    );
    expect((await book(api.app, wish(salon, { ...day, time: '19:00' }))).status).toBe(201);
  });

  test('made the service longer: it takes the longer time, or is refused where it does not fit', async () => {
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.servicePhase.updateMany({ where: { salonId: salon.id }, data: { minutes: 60 } }),
    );
    const { body } = await book(api.app, wish(salon, { ...day, time: '10:00' }));
    expect(body.booking.endsAt).toBe('2026-11-24T11:00:00+01:00');
    expect((await book(api.app, wish(salon, { ...day, time: '16:30' }))).status).toBe(422);
  });

  test('raised the price: whoever was shown the old one is told', async () => {
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.service.updateMany({ where: { salonId: salon.id }, data: { priceCents: 4200 } }),
    );
    const { status, body } = await book(api.app, wish(salon, { ...day, expectedPriceCents: 3500 }));
    expect([status, body.code]).toEqual([409, 'price_changed']);
  });

  test('parted with somebody: nobody is booked with her, and she is offered no more', async () => {
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.staff.update({
        where: { salonId_id: { salonId: salon.id, id: salon.staff.Mia ?? '' } },
        data: { activeUntil: new Date('2026-11-23') },
      }),
    );
    const hers = await book(api.app, wish(salon, { ...day, staffId: salon.staff.Mia ?? '' }));
    expect([hers.status, hers.body.code]).toEqual([422, 'slot_not_bookable']);
    const anybody = await book(api.app, wish(salon, day));
    expect(anybody.body.booking.items[0].staff).toBe('Ben');
    const slots = await offered(api.app, salon, day.date);
    expect(new Set(slots.flatMap((slot) => slot.staffIds))).toEqual(new Set([salon.staff.Ben]));
  });

  test('paused online booking: it is refused, and a known key still answers', async () => {
    const body = wish(salon, day);
    await book(api.app, body, 'before-pause');
    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.salon.update({ where: { id: salon.id }, data: { bookingPaused: true, pausedMessage: 'Wir ziehen um.' } }),
    );
    const refused = await book(api.app, wish(salon, { ...day, time: '11:00' }));
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([409, 'booking_paused', 'Wir ziehen um.']);
    expect((await book(api.app, body, 'before-pause')).status).toBe(200);
    expect(await offered(api.app, salon, day.date)).toEqual([]);
  });
});

describe('a change of configuration', () => {
  test('waits for a booking in flight, and one that comes meanwhile decides on the new hours', async () => {
    let changed = () => {};
    const entered = new Promise<void>((resolve) => {
      changed = resolve;
    });
    let finish = () => {};
    const hold = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const change = changeConfiguration(api.prisma, salon.id, async (tx) => {
      await tx.weeklyOpening.updateMany({ where: { salonId: salon.id }, data: { endMinute: 12 * 60 } });
      changed();
      await hold;
    });
    await entered;
    // The booking is decided on the old hours and now waits for the salon's lock.
    const waiting = book(api.app, wish(salon, { ...day, time: '14:00' }));
    await untilWaitingForLock();
    finish();
    await change;
    expect((await waiting).status).toBe(422);
  });

  test('holds up its own salon only: others are served, and the process is healthy', async () => {
    const other = await createSalon(api.prisma, {
      staff: ['Ida'],
      services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    });
    const owner = await api.owner.connect();
    await owner.query('begin');
    await owner.query('select begin_config_change_v1($1)', [salon.id]);
    const waiting = Array.from({ length: 40 }, () => book(api.app, wish(salon, day)));
    await untilWaitingForLock();
    expect(await offered(api.app, other, day.date)).not.toEqual([]);
    expect((await book(api.app, wish(other, day))).status).toBe(201);
    expect((await api.app.inject({ url: '/api/system/health' })).statusCode).toBe(200);
    await owner.query('commit');
    owner.release();
    const answers = await Promise.all(waiting);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(2);
  });

  async function untilWaitingForLock() {
    for (;;) {
      const { rows } = await api.owner.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'",
      );
      if (rows.length > 0) return;
    }
  }
});

describe('a key that was answered answers again, whatever has changed', () => {
  test('the time is past, the service gone, the salon read-only', async () => {
    const body = wish(salon, day);
    const first = await book(api.app, body, 'for-ever');
    const readOnly = await api.another({ READ_ONLY_MODE: 'true', READ_ONLY_UNTIL: '2026-11-24T12:00:00+01:00' });
    const same = { ...first.body, duplicate: true };

    expect((await book(readOnly, body, 'for-ever')).body).toEqual(same);
    const refused = await book(readOnly, wish(salon, day));
    expect([refused.status, refused.body.code, refused.body.estimatedRecovery]).toEqual([
      503,
      'read_only',
      '2026-11-24T12:00:00+01:00',
    ]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const token = tokenOf(first.body.booking);
    expect((await manage(readOnly, token, '/cancel', {})).body.code).toBe('read_only');

    await changeConfiguration(api.prisma, salon.id, (tx) =>
      tx.service.updateMany({ where: { salonId: salon.id }, data: { archivedAt: new Date() } }),
    );
    expect((await book(api.app, body, 'for-ever')).body).toEqual(same);
    api.clock.now += 30 * 86_400_000;
    try {
      expect((await book(api.app, body, 'for-ever')).body).toEqual(same);
      const other = await book(api.app, { ...body, note: 'Bitte leise' }, 'for-ever');
      expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    } finally {
      api.clock.now -= 30 * 86_400_000;
    }
  });

  test('the person was erased: the key says so and books nothing', async () => {
    const body = wish(salon, day);
    await book(api.app, body, 'erased');
    await api.owner.query("update idempotency set answer = null where key = 'erased'");
    const { status, body: problem } = await book(api.app, body, 'erased');
    expect([status, problem.code]).toEqual([410, 'erased']);
  });
});
