import { withVisits } from '@salon/domain/visit/visits-of-rows';
import { v4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, type Desk, deskOf, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { signIn } from '../../test/signed-in.ts';
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
    services: { Schnitt: { phases: [['work', 30]] }, Waschen: { phases: [['work', 15]], station: 'chair' } },
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

/** Of a visit: where it stands, its sequence, and which mails wait for it. */
async function standing(id: string) {
  const { rows } = await api.owner.query(
    `select b.status, b.sequence, to_char(b.starts_at at time zone 'Europe/Berlin', 'HH24:MI') as starts,
       (select array_agg(o.kind || case when o.notify then '' else ' (quiet)' end order by o.created_at, o.id)
        from outbox o where o.salon_id = b.salon_id and o.booking_id = b.id and o.taken_at is null) as waiting
     from booking b where b.salon_id = $1 and b.id = $2`,
    [salon.id, id],
  );
  return rows[0];
}
const intact = async () => expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);

describe('a change is taken back', () => {
  test('a move: the visit stands where it was, its sequence too, and nobody is written to', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    api.clock.now += 60_000;
    const moved = (await desk.change(visit, ['Schnitt Ben 11:00'], { notify: true })).body;
    expect((await standing(visit.id)).waiting).toContain('booking_moved');
    const undone = await desk.undo(moved.change.id);
    expect(undone.status).toBe(200);
    expect(undone.body.visits[0]).toMatchObject({ version: 3, startsAt: at('10:00'), items: [{ staff: 'Mia' }] });
    expect(await standing(visit.id)).toMatchObject({ sequence: 0, starts: '10:00' });
    // Only that reminders are to be planned anew.
    expect((await standing(visit.id)).waiting).toEqual(['booking_created (quiet)', 'booking_moved (quiet)']);
    await desk.made(['Schnitt Ben 11:00']);
    await intact();
  });

  test('given to somebody else, who is written to in her language; and back, in that of whoever was to come', async () => {
    const inEnglish = { service: 'Schnitt', staffId: salon.staff.Mia ?? '', locale: 'en' } as const;
    const { body } = await book(api.app, wish(salon, inEnglish));
    const { id } = body.booking;
    const spoken = async () =>
      (await api.owner.query('select locale from booking where id = $1', [id])).rows.map(({ locale }) => locale);
    expect(await spoken()).toEqual(['en']);
    const given = await desk.change({ id, version: 1 }, ['Schnitt Mia 10:00'], { customer: { name: 'Tom' } });
    expect(given.status).toBe(200);
    expect(await spoken()).toEqual(['de']);
    await desk.undo(given.body.change.id);
    expect(await spoken()).toEqual(['en']);
  });

  test('who comes instead: it is told in the trail, moves nothing, and goes back to whoever was to come', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { body } = await desk.change(visit, ['Schnitt Mia 10:00'], { guestName: 'Opa Heinz' });
    expect(body.visits[0]).toMatchObject({ guestName: 'Opa Heinz', version: 2, startsAt: visit.startsAt });
    const { rows } = await api.owner.query(
      `select action, before ->> 'guestName' as was, after ->> 'guestName' as is from audit_entry
       where salon_id = $1 and subject_id = $2 and action = 'visit.changed'`,
      [salon.id, visit.id],
    );
    expect(rows).toEqual([{ action: 'visit.changed', was: null, is: 'Opa Heinz' }]);
    expect((await standing(visit.id)).sequence).toBe(0);

    const undone = await desk.undo(body.change.id);
    expect(undone.body.visits[0]).toMatchObject({ guestName: null, version: 3 });
    await intact();
  });

  test('a visit made by mistake is cancelled, and its confirmation does not go out', async () => {
    const { body } = await desk.visit(['Schnitt Mia 10:00'], { notify: true });
    await desk.undo(body.change.id);
    expect(await standing(body.visits[0].id)).toMatchObject({ status: 'cancelled', waiting: null });
    await desk.made(['Schnitt Mia 10:00']);
    await intact();
  });

  test('a cancellation, though its time has passed to a visit that lay on it: now that one is lain on', async () => {
    const holder = await desk.made(['Schnitt Mia 10:00']);
    const guest = await desk.made(['Schnitt Mia 10:15'], { overlap: true });
    api.clock.now += 1000;
    const { change } = (await desk.mark(holder, 'cancelled')).body;
    const { status, body } = await desk.undo(change.id);
    expect([status, body.visits[0].status, body.visits[0].marks.overlaps]).toEqual([200, 'confirmed', true]);
    const calendar = withVisits(JSON.parse((await desk.get('calendar?from=2026-11-24&days=1')).text));
    expect(calendar.visits.map(({ id }: { id: string }) => id).sort()).toEqual([holder.id, guest.id].sort());
    await intact();
  });

  test('but not once somebody has booked the freed time: that is said, and both stand', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { change } = (await desk.mark(visit, 'cancelled')).body;
    const online = await book(api.app, wish(salon, { service: 'Schnitt', staffId: salon.staff.Mia ?? '' }));
    expect(online.status).toBe(201);
    const { status, body } = await desk.undo(change.id);
    expect([status, body.code]).toEqual([409, 'time_conflict']);
    expect(body.conflicts).toMatchObject([{ kind: 'visit', visitId: online.body.booking.id, name: 'Jonas Petersen' }]);
    expect(await standing(visit.id)).toMatchObject({
      status: 'cancelled',
      waiting: expect.arrayContaining(['booking_cancelled (quiet)']),
    });
    await intact();
  });

  test('in the same instant as somebody books the freed time: one of them has it', async () => {
    for (let round = 0; round < 10; round++) {
      const time = `${10 + Math.floor(round / 2)}:${round % 2 === 0 ? '00' : '30'}`;
      const visit = await desk.made([`Schnitt Mia ${time}`]);
      const { change } = (await desk.mark(visit, 'cancelled')).body;
      const body = wish(salon, { service: 'Schnitt', staffId: salon.staff.Mia ?? '', time });
      const [undone, online] = await Promise.all([desk.undo(change.id), book(api.app, body)]);
      expect(
        [
          [200, 409],
          [409, 201],
        ],
        JSON.stringify([undone.body, online.body]),
      ).toContainEqual([undone.status, online.status]);
    }
    await intact();
  });

  test('not after ten seconds', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { change } = (await desk.mark(visit, 'cancelled')).body;
    api.clock.now += 10_000;
    const { status, body } = await desk.undo(change.id);
    expect([status, body.code]).toEqual([410, 'undo_expired']);
  });

  test('not when its mail is on its way', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { change } = (await desk.mark(visit, 'cancelled')).body;
    await api.owner.query('update outbox set taken_at = now() where booking_id = $1', [visit.id]);
    expect((await desk.undo(change.id)).body.code).toBe('undo_expired');
  });

  test('not when the visit was changed since', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const first = (await desk.change(visit, ['Schnitt Mia 11:00'])).body;
    await desk.change(first.visits[0], ['Schnitt Mia 12:00']);
    expect((await desk.undo(first.change.id)).body.code).toBe('version_conflict');
  });

  test('once: asked twice with one key it is the same, with another it is too late', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { change } = (await desk.mark(visit, 'cancelled')).body;
    const key = v4();
    const answers = await Promise.all([desk.undo(change.id, key), desk.undo(change.id, key)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.duplicate).sort()).toEqual([false, true]);
    expect(['undo_expired', 'version_conflict']).toContain((await desk.undo(change.id)).body.code);
  });

  test('nobody takes back what is not hers, nor what never was', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { change } = (await desk.mark(visit, 'arrived')).body;
    const mia = deskOf(await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' }), salon);
    expect((await mia.undo(change.id)).body.code).toBe('change_not_found');
    expect((await desk.undo(v4())).body.code).toBe('change_not_found');
  });
});

test('a second change within ten seconds: the first one’s mail waits with it, and is the one to go if the second is undone', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00']);
  const first = (await desk.change(visit, ['Schnitt Mia 11:00'], { notify: true })).body;
  api.clock.now += 6_000;
  const second = (await desk.change(first.visits[0], ['Schnitt Mia 12:00'])).body;
  const { rows } = await api.owner.query(
    'select sequence, notify, not_before from outbox where booking_id = $1 and taken_at is null order by sequence',
    [visit.id],
  );
  const until = new Date(second.change.undoableUntil);
  // She was to be told of the first move; of the second she is told too, though nobody said so.
  expect(rows).toEqual([
    { sequence: 0, notify: false, not_before: until },
    { sequence: 1, notify: true, not_before: until },
    { sequence: 2, notify: true, not_before: until },
  ]);
  await desk.undo(second.change.id);
  expect((await standing(visit.id)).waiting).toEqual([
    'booking_created (quiet)',
    'booking_moved',
    'booking_moved (quiet)',
  ]);
});

describe('a visit is split', () => {
  test('whose services lie over one another: one of them lies over the other now, and taken back it is one visit again', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00', 'Schnitt Mia 10:00'], { overlap: true });
    const { status, body } = await desk.send('POST', `visits/${visit.id}/split`, { version: 1, positions: [1] });
    expect(status).toBe(200);
    await intact();
    const undone = await desk.undo(body.change.id);
    expect([undone.status, undone.body.visits[0].items.length]).toEqual([200, 2]);
    await intact();
  });

  test('into two that take the same time as before; undone it is one again', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00', 'Schnitt Ben 10:30']);
    const { body } = await desk.send('POST', `visits/${visit.id}/split`, { version: 1, positions: [1] });
    expect(body.visits.map((one: { startsAt: string; endsAt: string }) => [one.startsAt, one.endsAt])).toEqual([
      [at('10:00'), at('10:30')],
      [at('10:30'), at('11:00')],
    ]);
    await intact();
    const undone = (await desk.undo(body.change.id)).body.visits;
    expect(undone.map(({ status, items }: { status: string; items: [] }) => [status, items.length])).toEqual([
      ['confirmed', 2],
      ['cancelled', 1],
    ]);
    await intact();
  });

  test('one after the other they have the same chair', async () => {
    const visit = await desk.made(['Waschen Mia 10:00', 'Waschen Mia 10:15']);
    const { body } = await desk.send('POST', `visits/${visit.id}/split`, { version: 1, positions: [1] });
    expect(body.visits.map((one: { marks: { overlaps: boolean } }) => one.marks.overlaps)).toEqual([false, false]);
    expect(body.visits.map((one: { stations: [] }) => one.stations)).toMatchObject([
      [{ stationId: salon.chairs[0], endsAt: at('10:15') }],
      [{ stationId: salon.chairs[0], startsAt: at('10:15') }],
    ]);
    await intact();
  });

  test('into nothing it is refused', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    const { body } = await desk.send('POST', `visits/${visit.id}/split`, { version: 1, positions: [0] });
    expect(body.code).toBe('invalid_request');
  });
});

describe('a staff member at the chair', () => {
  test('changes what is hers alone, and blocks her own time', async () => {
    const mia = deskOf(await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' }), salon);
    const hers = await mia.made(['Schnitt Mia 10:00']);
    expect((await mia.visit(['Schnitt Ben 10:00'])).body.code).toBe('forbidden');
    const both = await desk.made(['Schnitt Mia 11:00', 'Schnitt Ben 11:30']);
    expect((await mia.change(both, ['Schnitt Mia 11:00', 'Schnitt Mia 11:30'])).body.code).toBe('forbidden');
    expect((await mia.mark(both, 'arrived')).body.code).toBe('forbidden');
    const bens = await desk.made(['Schnitt Ben 14:00']);
    expect((await mia.mark(bens, 'arrived')).body.code).toBe('booking_not_found');
    expect((await mia.change(hers, ['Schnitt Ben 10:00'])).body.code).toBe('forbidden');
    expect((await mia.mark(hers, 'arrived')).status).toBe(200);
    const time = { startsAt: at('15:00'), endsAt: at('16:00') };
    expect((await mia.send('POST', 'time-off', { staffId: salon.staff.Mia, kind: 'blocked', ...time })).status).toBe(
      200,
    );
    for (const [staffId, kind] of [
      [salon.staff.Ben, 'blocked'],
      [salon.staff.Mia, 'time_off'],
    ]) {
      expect((await mia.send('POST', 'time-off', { staffId, kind, ...time })).body.code).toBe('forbidden');
    }
  });

  test('takes no customer whom she never served', async () => {
    const mia = deskOf(await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' }), salon);
    const theirs = await desk.made(['Schnitt Ben 10:00'], { customer: { name: 'Lea' } });
    expect((await mia.visit(['Schnitt Mia 10:00'], { customer: { id: theirs.customerId } })).body.code).toBe(
      'customer_not_found',
    );
  });
});
