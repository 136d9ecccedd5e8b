import { freePort } from '@salon/db/embedded/free-port';
import { openDatabase } from '@salon/db/pool';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk } from '../../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';
import { figuresRepo } from './figures.repo.ts';
import { valueIn } from './series.fixture.ts';

let api: TestApi;
let elbe: FixtureSalon;
let alster: FixtureSalon;
let nobody: FixtureSalon;
/** Where each of two processes is asked by the other. */
let ports: readonly [number, number];

beforeAll(async () => {
  api = await testApi();
  const services = {
    Herrenhaarschnitt: { phases: [['work', 30]], priceCents: 3_500 },
    Bartpflege: { phases: [['work', 30]], priceCents: 1_850 },
  } as const;
  elbe = await createSalon(api.prisma, { slug: 'elbe', staff: ['Mia', 'Ole'], services });
  alster = await createSalon(api.prisma, { slug: 'alster', staff: ['Mia'], services });
  nobody = await createSalon(api.prisma, { slug: 'nobody-comes', staff: ['Mia'], services });
  ports = [await freePort(), await freePort()];
});
afterAll(() => api.close());

const processOf = (here: number, there: number, name: string) =>
  api.another({
    METRICS_PROCESS: name,
    METRICS_LISTEN: `127.0.0.1:${here}`,
    METRICS_PEERS: `http://127.0.0.1:${there}`,
  });

type Counted = { readonly channel: string; readonly salon: string; readonly service: string; readonly visits: number };

/** The visits there are, by the desk or online, and what they were worth when they were made. */
async function inTables() {
  const visits = await api.owner.query<Counted>(
    `select case b.source when 'salon' then 'desk' else 'online' end as channel, s.slug as salon, v.name as service,
       count(*)::int as visits
     from booking b join salon s on s.id = b.salon_id
     join booking_item i on i.salon_id = b.salon_id and i.booking_id = b.id and i.position = 0
     join service v on v.salon_id = i.salon_id and v.id = i.service_id
     group by 1, 2, 3 order by 1, 2, 3`,
  );
  const worth = await api.owner.query<{ channel: string; salon: string; cents: number }>(
    `select case b.source when 'salon' then 'desk' else 'online' end as channel, s.slug as salon, sum(b.price_cents)::int as cents
     from booking b join salon s on s.id = b.salon_id group by 1, 2 order by 1, 2`,
  );
  return { visits: visits.rows, worth: worth.rows };
}

test('a day at two salons, told by two processes of which one starts anew, is the day that is in the tables', async () => {
  let one = await processOf(ports[0], ports[1], 'api-1');
  const two = await processOf(ports[1], ports[0], 'api-2');
  const asked = async (app: typeof one) => (await app.inject({ url: '/metrics' })).body;

  // Online: through either process, told twice, refused, moved, cancelled.
  const first = wish(elbe, { time: '10:00' });
  expect((await book(one, first, 'ten')).status).toBe(201);
  expect((await book(two, first, 'ten')).status).toBe(200);
  const moved = (await book(two, wish(elbe, { time: '11:00', service: 'Bartpflege' }))).body.booking;
  const move = { date: '2026-11-25', time: '12:00', version: moved.version };
  expect((await manage(one, tokenOf(moved), '/reschedule', move, 'later')).status).toBe(200);
  const dead = (
    await book(
      one,
      wish(elbe, { time: '14:00', services: [{ service: 'Bartpflege' }, { service: 'Herrenhaarschnitt' }] }),
    )
  ).body;
  expect((await manage(two, tokenOf(dead.booking), '/cancel', {})).status).toBe(200);
  expect((await book(two, wish(alster, { time: '10:00' }))).status).toBe(201);
  expect((await book(one, wish(alster, { time: '10:00' }))).status).toBe(409);

  const only = (await book(two, wish(nobody))).body;
  expect((await manage(two, tokenOf(only.booking), '/cancel', {})).status).toBe(200);

  const before = await asked(one);
  await one.close();
  one = await processOf(ports[0], ports[1], 'api-1');

  // At the desk: told twice, not come after all, cancelled and restored.
  const desk = await openDesk(api, elbe);
  const send = (time: string, key: string) => {
    const items = [desk.wish(`Herrenhaarschnitt Ole ${time}`)];
    return desk.send('POST', 'visits', { customer: null, items, notify: false }, key, one);
  };
  const [visit] = (await send('15:00', 'phone')).body.visits;
  expect((await send('15:00', 'phone')).status).toBe(200);
  const [other] = (await send('16:00', 'walks-in')).body.visits;
  const [cancelled] = (await desk.mark(visit, 'cancelled')).body.visits;
  expect((await desk.mark(cancelled, 'confirmed')).status).toBe(200);
  api.clock.now = Date.parse('2026-11-24T16:45:00+01:00');
  expect((await desk.mark(other, 'no_show')).status).toBe(200);
  expect((await book(one, wish(alster, { date: '2026-11-25', time: '09:00' }))).status).toBe(201);

  // What the process that ended had counted is what Prometheus adds to what it counts now.
  const ended = before
    .split('\n')
    .filter((line) => line.includes('process="api-1"'))
    .join('\n');
  const told = `${ended}\n${await asked(two)}`;
  expect(await asked(one)).toContain('process="api-2"');
  const { visits, worth } = await inTables();
  expect(visits).toHaveLength(5);
  for (const { channel, salon, service, visits: number } of visits) {
    const labels = { channel, salon, service, status: 'confirmed' };
    expect(valueIn(told, 'jn_bookings_total', labels), JSON.stringify(labels)).toBe(number);
  }
  for (const { channel, salon, cents } of worth) {
    expect(valueIn(told, 'jn_revenue_booked_cents_total', { channel, salon }), `${channel} ${salon}`).toBe(cents);
  }
  const sum = (of: string) => worth.reduce((all, { channel, cents }) => all + (channel === of ? cents : 0), 0);
  expect(valueIn(told, 'jn_booked_value_cents_total', { channel: 'online' })).toBe(sum('online'));
  expect(valueIn(told, 'jn_booked_value_cents_total', { channel: 'desk' })).toBe(sum('desk'));
  expect(valueIn(told, 'jn_bookings_total', { status: 'confirmed' })).toBe(
    visits.reduce((all, { visits: number }) => all + number, 0),
  );
  // Of the funnel: what customers booked by themselves, of what they tried.
  const online = visits.filter(({ channel }) => channel === 'online').reduce((all, { visits: n }) => all + n, 0);
  expect(valueIn(told, 'jn_funnel_total', { step: 'booked' })).toBe(online);
  expect(valueIn(told, 'jn_funnel_total', { step: 'tried' })).toBe(online + 2);
  expect(valueIn(told, 'jn_bookings_total', { status: 'duplicate' })).toBe(2);
  expect(valueIn(told, 'jn_bookings_total', { status: 'refused' })).toBe(1);

  // A salon whose only visit was cancelled is not active.
  const db = openDatabase(api.database.apiUrl, 'active');
  expect(await figuresRepo(db).salons(api.clock.now)).toEqual({ salons: 3, active: 2 });
  await db.pool.end();
});
