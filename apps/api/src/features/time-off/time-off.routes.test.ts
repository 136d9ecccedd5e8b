import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, type Desk, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { MONDAY_8AM, type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let desk: Desk;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  api.clock.now = MONDAY_8AM;
  salon = await createSalon(api.prisma, { staff: ['Mia', 'Ben'], services: { Schnitt: { phases: [['work', 30]] } } });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

const intact = async () => expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);

describe('time is blocked', () => {
  const block = (from: string, to: string, more: object = {}) =>
    desk.send('POST', 'time-off', {
      staffId: salon.staff.Mia,
      kind: 'blocked',
      startsAt: at(from),
      endsAt: at(to),
      ...more,
    });

  test('so that nobody books it; ended, it is free again; undone, blocked again', async () => {
    const { status, body } = await block('10:00', '12:00', { reason: 'Inventur' });
    expect(status).toBe(200);
    expect(body.timeOff).toMatchObject({ startsAt: at('10:00'), reason: 'Inventur', overlaps: false });
    const conflict = await desk.visit(['Schnitt Mia 11:00']);
    expect(conflict.body.conflicts).toMatchObject([{ kind: 'blocked', timeOffId: body.timeOff.id, name: 'Inventur' }]);
    const ended = await desk.send('POST', `time-off/${body.timeOff.id}/end`, {});
    await desk.made(['Schnitt Mia 11:30']);
    const undo = await desk.undo(ended.body.change.id);
    expect(undo.status).toBe(200);
    expect((await desk.visit(['Schnitt Mia 10:00'])).body.code).toBe('time_conflict');
    await intact();
  });

  test('over visits only on purpose; a visit that moves away leaves it its time', async () => {
    const visit = await desk.made(['Schnitt Mia 10:00']);
    expect((await block('09:00', '12:00')).body.conflicts).toMatchObject([{ kind: 'visit', visitId: visit.id }]);
    const { body } = await block('09:00', '12:00', { overlap: true });
    expect(body.timeOff.overlaps).toBe(true);
    await desk.change(visit, ['Schnitt Ben 10:00']);
    expect((await desk.visit(['Schnitt Mia 10:00'])).body.conflicts).toMatchObject([{ kind: 'blocked' }]);
    await intact();
  });

  const put = (id: string, version: number, from: string, to: string, key?: string) => {
    const body = { version, staffId: salon.staff.Mia, kind: 'blocked', startsAt: at(from), endsAt: at(to) };
    return desk.send('PUT', `time-off/${id}`, body, key);
  };

  test('moved and made longer', async () => {
    const { timeOff } = (await block('10:00', '11:00')).body;
    const { body } = await put(timeOff.id, timeOff.version, '10:30', '13:00');
    expect(body.timeOff).toMatchObject({ version: 2, startsAt: at('10:30'), endsAt: at('13:00') });
    await desk.made(['Schnitt Mia 10:00']);
    await desk.undo(body.change.id);
    await intact();
  });

  test('of two who change what both saw, the second is told; what was lost on the way is answered as it was', async () => {
    const { timeOff } = (await block('10:00', '11:00')).body;
    const first = await put(timeOff.id, timeOff.version, '10:00', '12:00', 'longer');
    const second = await put(timeOff.id, timeOff.version, '09:00', '11:00');
    expect([second.status, second.body.code]).toEqual([409, 'version_conflict']);
    expect(await put(timeOff.id, timeOff.version, '10:00', '12:00', 'longer')).toMatchObject({
      ...{ status: 200, body: { timeOff: first.body.timeOff, change: first.body.change } },
    });
    const shown = (await desk.get('calendar?from=2026-11-24&days=1')).body.timeOff;
    expect(shown).toEqual([first.body.timeOff]);
    expect((await put(timeOff.id, shown[0].version, '09:00', '11:00')).status).toBe(200);
    await intact();
  });
});
