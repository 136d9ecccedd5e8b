import { v4 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type Desk, openDesk } from '../../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let desk: Desk;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: { Schnitt: { phases: [['work', 30]] } },
    policy: { cancellationMinutes: 0 },
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

/** One that succeeds of every operation that changes visits; each has an hour of its own. */
const CHANGE_VISITS: Record<string, (time: string) => Promise<{ status: number; text: string }>> = {
  makeVisit: (time) => desk.visit([`Schnitt Mia ${time}`]),
  changeVisit: async (time) => desk.change(await desk.made([`Schnitt Mia ${time}`]), [`Schnitt Ben ${time}`]),
  markVisit: async (time) => desk.mark(await desk.made([`Schnitt Mia ${time}`]), 'arrived'),
  async splitVisit(time) {
    const { id, version } = await desk.made([`Schnitt Mia ${time}`, `Schnitt Ben ${time}`]);
    return desk.send('POST', `visits/${id}/split`, { version, positions: [1] });
  },
  async undoChange(time) {
    const { change } = (await desk.mark(await desk.made([`Schnitt Mia ${time}`]), 'cancelled')).body;
    return desk.undo(change.id);
  },
  async fallIll(time) {
    const visit = await desk.made([`Schnitt Mia ${time}`]);
    const date = '2026-11-24';
    const path = `ill?staffId=${salon.staff.Mia}&from=${date}&to=${date}`;
    const choices = (await desk.get(path)).body.visits.map(
      ({ visit: one }: { visit: { id: string; version: number } }) => ({
        ...{ do: one.id === visit.id ? 'cancel' : 'keep', visitId: one.id, version: one.version },
      }),
    );
    return desk.send('POST', 'ill', { staffId: salon.staff.Mia, from: date, to: date, choices, notify: false });
  },
  async moveVisit(time) {
    const { body } = await online(time);
    const to = { date: '2026-11-25', time, version: 1 };
    return manage(api.app, tokenOf(body.booking), '/reschedule', to, v4());
  },
  async cancelVisit(time) {
    const { body } = await online(time);
    return manage(api.app, tokenOf(body.booking), '/cancel', {});
  },
  async mergeCustomers(time) {
    const [one, two] = [await card(time, 'Mia'), await card(time, 'Ben')];
    const body = { otherId: two, version: 1, otherVersion: 1 };
    return desk.send('POST', `customers/${one}/merge`, body);
  },
  eraseCustomer: async (time) =>
    desk.send('POST', `customers/${await card(time, 'Mia')}/erase`, { version: 1, cancelFuture: true }),
};

/** Bookings made online tell of themselves: who, when and what stand in the row. */
const TELL_OF_THEMSELVES = ['bookVisit'];

/** Where nothing else changes visits; a path that is not among these is put here, or its operations above, by whoever makes it. */
const CHANGE_NO_VISIT =
  /^\/api\/(auth|salons|desk\/(sessions|salons|\{salonId\}\/(members|leave|invitations|feed|team|catalogue|stations|settings|closures|time-off|time-off-requests|customers)))(\/|$)/;

const online = (time: string) =>
  book(api.app, wish(salon, { service: 'Schnitt', time, staffId: salon.staff.Ben ?? '' }));
async function card(time: string, staff: string): Promise<string> {
  const visit = await desk.made([`Schnitt ${staff} ${time}`], { customer: { name: `Lea ${staff}` }, overlap: true });
  return visit.customerId;
}

test('every operation that writes is one of these', async () => {
  const { paths } = (await api.app.inject({ url: '/api/openapi.json' })).json();
  const unsafe = Object.entries(paths as Record<string, Record<string, { operationId: string }>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).flatMap(([method, { operationId }]) => (method === 'get' ? [] : [{ path, operationId }])),
  );
  const known = [...Object.keys(CHANGE_VISITS), ...TELL_OF_THEMSELVES];
  expect(unsafe.map(({ operationId }) => operationId)).toEqual(expect.arrayContaining(known));
  const others = unsafe.filter(({ operationId }) => !known.includes(operationId));
  expect(others.filter(({ path }) => !CHANGE_NO_VISIT.test(path))).toEqual([]);
});

test.each(
  Object.keys(CHANGE_VISITS).map((name, hour) => [
    name,
    `${String(9 + (hour % 8)).padStart(2, '0')}:${hour < 8 ? '00' : '30'}`,
  ]),
)('%s leaves a line for every version of every visit it changes', async (name, time) => {
  api.clock.now = Date.parse(at('08:00'));
  const versions = async () => {
    const { rows } = await api.owner.query('select id, version from booking where salon_id = $1', [salon.id]);
    return new Map<string, number>(rows.map(({ id, version }) => [id, version]));
  };
  const lines = async () => {
    const { rows } = await api.owner.query(
      "select subject_id || ' ' || version as line from audit_entry where salon_id = $1 and subject_kind = 'visit'",
      [salon.id],
    );
    return rows.map(({ line }) => line);
  };
  const before = await versions();
  const answer = await CHANGE_VISITS[name]?.(time);
  expect(answer?.status, answer?.text).toBeLessThan(300);
  const changed = [...(await versions())].filter(([id, version]) => before.get(id) !== version);
  expect(changed.length).toBeGreaterThan(0);
  const { rows } = await api.owner.query("select id from booking where salon_id = $1 and source = 'online'", [
    salon.id,
  ]);
  const ownWords = new Set(rows.map(({ id }) => `${id} 1`));
  for (const [id, version] of changed) {
    for (let at = (before.get(id) ?? 0) + 1; at <= version; at++) {
      if (!ownWords.has(`${id} ${at}`)) expect(await lines()).toContain(`${id} ${at}`);
    }
  }
});

test('and the database refuses whatever would leave none', async () => {
  const visit = await desk.made(['Schnitt Ben 16:30'], { overlap: true });
  const change = (sql: string) => api.owner.query(`update booking set ${sql} where id = $1`, [visit.id]);
  await expect(change("note = 'x'")).rejects.toMatchObject({ code: '23001' });
  await expect(change("note = 'x', version = version + 1")).rejects.toMatchObject({ code: '23001' });
  const again = `insert into booking select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'reference', 'X'))).*
    from booking b where id = $1`;
  await expect(api.owner.query(again, [visit.id])).rejects.toMatchObject({ code: '23001' });
});
