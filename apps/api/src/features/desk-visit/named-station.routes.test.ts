import { v4 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { changeStation } from '../../test/change-station.ts';
import { type Desk, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, MONDAY_8AM, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

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
    chairs: 3,
    policy: { cancellationMinutes: 0 },
    services: {
      Schnitt: { phases: [['work', 30]], station: 'chair' },
      Beratung: { phases: [['work', 30]] },
      Waschen: { phases: [['work', 30]], station: 'basin' },
    },
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

type Visit = { readonly id: string; readonly version: number; readonly stations: { readonly stationId: string }[] };
/** Where she sits: 1, 2 or 3. */
const chairs = (visit: Visit) => visit.stations.map(({ stationId }) => salon.chairs.indexOf(stationId) + 1);
const chair = (...numbers: number[]) => ({ stations: numbers.map((number) => salon.chairs[number - 1]) });
const trail = async (visitId: string) => {
  const { rows } = await api.owner.query(
    'select action, before, after from audit_entry where salon_id = $1 and subject_id = $2 order by version',
    [salon.id, visitId],
  );
  return rows;
};

test('a visit is given another chair, which it keeps wherever it is moved while that is free', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00']);
  expect(chairs(visit)).toEqual([1]);
  const { status, body } = await desk.change(visit, ['Schnitt Mia 10:00'], chair(3));
  expect(status).toBe(200);
  expect(chairs(body.visits[0])).toEqual([3]);
  expect((await trail(visit.id)).at(-1)).toEqual({
    action: 'visit.changed',
    before: { stations: [salon.chairs[0]] },
    after: { stations: [salon.chairs[2]] },
  });
  const told = await desk.get(`visits/${visit.id}/audit`);
  expect(told.body.entries[0]).toMatchObject({ before: { stations: ['Stuhl 1'] }, after: { stations: ['Stuhl 3'] } });
  const moved = await desk.change(body.visits[0], ['Schnitt Ben 11:00']);
  expect(chairs(moved.body.visits[0])).toEqual([3]);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

async function sellNoMore(service: string) {
  const where = { salonId_id: { salonId: salon.id, id: salon.services[service] ?? '' } };
  await api.prisma.service.update({ where, data: { archivedAt: new Date(MONDAY_8AM) } });
  await api.owner.query('select begin_config_change_v1($1)', [salon.id]);
}

test('split, a visit of something that is sold no more has its chairs: each part one', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00', 'Schnitt Ben 10:30']);
  expect(chairs(visit)).toEqual([1]);
  await sellNoMore('Schnitt');
  const { status, body } = await desk.send('POST', `visits/${visit.id}/split`, { version: 1, positions: [1] });
  expect(status, JSON.stringify(body)).toBe(200);
  const parts = body.visits.map((one: Visit) => chairs(one).length);
  expect(parts).toEqual([1, 1]);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('a visit of something that is sold no more keeps its chair wherever it is moved', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00']);
  await sellNoMore('Schnitt');
  const { status, body } = await desk.change(visit, ['Schnitt Mia 11:00']);
  expect(status, JSON.stringify(body)).toBe(200);
  expect(chairs(body.visits[0])).toEqual([1]);
});

test.each([
  ['stays hers', [], 3],
  ['is another', ['Schnitt Ben 13:00'], 1],
] as const)('where she moves herself, the chair the desk gave her %s (taken: %j)', async (_story, taken, after) => {
  const { body } = await book(api.app, wish(salon, { service: 'Schnitt', date: '2026-11-24', time: '10:00' }));
  const { id } = body.booking;
  const staff = body.booking.items[0].staff;
  await desk.change({ id, version: 1 }, [`Schnitt ${staff} 10:00`], chair(3));
  for (const words of taken) await desk.change(await desk.made([words]), [words], chair(3));
  const to = { date: '2026-11-24', time: '13:00', version: 2 };
  expect((await manage(api.app, tokenOf(body.booking), '/reschedule', to, 'move')).status).toBe(200);
  expect(chairs((await desk.get(`visits/${id}`)).body.visit)).toEqual([after]);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('whoever was to sit on a chair that broke is given another, at the same time or a later one', async () => {
  const [stays, moves] = [await desk.made(['Schnitt Mia 10:00']), await desk.made(['Schnitt Ben 10:00'])];
  expect([chairs(stays), chairs(moves)]).toEqual([[1], [2]]);
  await api.owner.query('update station set active = false where salon_id = $1 and id = any($2)', [
    salon.id,
    salon.chairs.slice(0, 2),
  ]);
  await api.owner.query('update salon set config_version = config_version + 1 where id = $1', [salon.id]);
  const seated = await desk.change(stays, ['Schnitt Mia 10:00'], chair(3));
  expect([seated.status, chairs(seated.body.visits[0])]).toEqual([200, [3]]);
  const later = await desk.change(moves, ['Schnitt Ben 12:00']);
  expect([later.status, chairs(later.body.visits[0])]).toEqual([200, [3]]);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

/** A chair becomes something else under whoever is to sit there. */
const becomes = (number: number, kind: string, confirm = true) =>
  changeStation(desk, salon, salon.chairs[number - 1] ?? '', { kind, name: `Stuhl ${number}`, active: true, confirm });
const outside = async () => (await desk.get('outside-openings')).body;

test('a chair becomes a basin: who was to be cut there is told first, stays listed, and is given a chair at the same time', async () => {
  const [cut, other] = [await desk.made(['Schnitt Mia 10:00']), await desk.made(['Schnitt Ben 10:00'])];
  expect([chairs(cut), chairs(other)]).toEqual([[1], [2]]);
  const told = await becomes(1, 'basin', false);
  expect([told.status, told.body.code]).toEqual([409, 'visits_affected']);
  expect(told.body.visits).toMatchObject([{ id: cut.id, items: [{ reasons: ['station_kind'] }] }]);
  expect((await becomes(1, 'basin')).status).toBe(200);
  expect(await outside()).toMatchObject({ total: 1, visits: [{ id: cut.id }] });

  // It stands as it was until somebody says otherwise; no basin is named for a cut.
  const named = await desk.change(cut, ['Schnitt Mia 10:00'], { ...chair(1), note: 'Kommt mit Kind' });
  expect([named.status, named.body.code]).toEqual([400, 'invalid_request']);
  const seated = await desk.change(cut, ['Schnitt Mia 10:00'], chair(3));
  expect([seated.status, chairs(seated.body.visits[0])]).toEqual([200, [3]]);
  expect((await outside()).total).toBe(0);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('moved in time, or called off and brought back, a visit leaves the basin its chair became for a chair', async () => {
  const [moved, back] = [await desk.made(['Schnitt Mia 10:00']), await desk.made(['Schnitt Mia 11:00'])];
  const off = (await desk.mark(back, 'cancelled')).body.visits[0];
  await becomes(1, 'basin');
  const later = await desk.change(moved, ['Schnitt Mia 12:00']);
  const again = await desk.mark(off, 'confirmed');
  for (const { status, body } of [later, again]) expect([status, chairs(body.visits[0])]).toEqual([200, [2]]);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('a visit is made on the chair that was asked for, and told who sits there', async () => {
  await becomes(2, 'basin');
  const made = await desk.made(['Schnitt Mia 10:00', 'Waschen Mia 10:30'], chair(2, 3));
  expect(chairs(made).sort()).toEqual([2, 3]);
  const taken = await desk.visit(['Schnitt Ben 10:15'], chair(3));
  expect([taken.status, taken.body.conflicts[0].stationId]).toEqual([409, salon.chairs[2]]);
  expect(chairs(await desk.made(['Schnitt Ben 10:15']))).toEqual([1]);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('the customer hears nothing of it: her calendar does not know chairs', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00'], { customer: { name: 'Lea', email: 'lea@kunde.example' } });
  const { body } = await desk.change(visit, ['Schnitt Mia 10:00'], { ...chair(2), notify: true });
  const events = async () => {
    const { rows } = await api.owner.query("select kind from outbox where salon_id = $1 and kind = 'booking_moved'", [
      salon.id,
    ]);
    return rows;
  };
  expect(chairs(body.visits[0])).toEqual([2]);
  expect(await events()).toEqual([]);
});

test('who sits on it is told by name, and nothing written; on purpose both share it', async () => {
  await desk.made(['Schnitt Ben 10:15'], { customer: { name: 'Lea' } });
  const visit = await desk.made(['Schnitt Mia 10:00']);
  expect(chairs(visit)).toEqual([2]);
  const refused = await desk.change(visit, ['Schnitt Mia 10:00'], chair(1));
  expect(refused.status).toBe(409);
  expect(refused.body.conflicts).toMatchObject([{ kind: 'station', stationId: salon.chairs[0], name: 'Lea' }]);
  const later = await desk.change(visit, ['Schnitt Mia 10:05'], chair(1));
  expect(later.body.conflicts).toMatchObject([{ kind: 'station', stationId: salon.chairs[0], name: 'Lea' }]);
  const shared = await desk.change(visit, ['Schnitt Mia 10:00'], { ...chair(1), overlap: true });
  expect(chairs(shared.body.visits[0])).toEqual([1]);
  expect(shared.body.visits[0].marks.overlaps).toBe(true);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

test('it is moved in time and to another chair at once, and all of it is taken back', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00']);
  const { body } = await desk.change(visit, ['Schnitt Mia 12:00'], chair(2));
  expect(chairs(body.visits[0])).toEqual([2]);
  const back = await desk.undo(body.change.id);
  expect(back.body.visits[0]).toMatchObject({ startsAt: visit.startsAt });
  expect(chairs(back.body.visits[0])).toEqual([1]);
});

test('its own chair named anew changes nothing but what else was asked', async () => {
  const visit = await desk.made(['Schnitt Mia 10:00']);
  const { body } = await desk.change(visit, ['Schnitt Mia 10:00'], { ...chair(1), note: 'Fensterplatz' });
  expect(body.visits[0]).toMatchObject({ note: 'Fensterplatz', stations: visit.stations });
});

const REFUSED = [
  ['a chair the salon does not have', ['Schnitt Mia 10:00'], () => ({ stations: [v4()] }), 404, 'station_not_found'],
  ['two of a kind', ['Schnitt Mia 10:00'], () => chair(1, 2), 400, 'invalid_request'],
  ['one that nothing in it needs', ['Beratung Mia 10:00'], () => chair(1), 400, 'invalid_request'],
  ['one that nothing in it needs, later', ['Beratung Mia 11:00'], () => chair(1), 400, 'invalid_request'],
] as const;

test.each(REFUSED)('%s is refused for a new visit, and nothing written', async (_story, words, named, status, code) => {
  const answer = await desk.visit(words, named());
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  const { rows } = await api.owner.query('select 1 from booking where salon_id = $1', [salon.id]);
  expect(rows).toEqual([]);
});

test.each(REFUSED)('%s is refused', async (_story, words, named, status, code) => {
  const visit = await desk.made([(words[0] ?? '').replace('11:00', '10:00')]);
  const answer = await desk.change(visit, words, named());
  expect(answer.status).toBe(status);
  expect(answer.body.code).toBe(code);
});
