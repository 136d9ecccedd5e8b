import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongWithHeldTime } from './held-time.ts';
import { COLOURING, createSalon, type FixtureSalon } from './salon-fixture.ts';
import { book, type TestApi, testApi, wish } from './test-api.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: {
      Färben: { phases: COLOURING },
      Haarschnitt: { phases: [['work', 30]] },
    },
  });
  const services = [{ service: 'Färben' }, { service: 'Haarschnitt' }];
  expect((await book(api.app, wish(salon, { services }))).status).toBe(201);
  const block = "select lay_time_off_v1($1, $2, $3, 'blocked', $4, $4::timestamptz + interval '1 hour', null, $5)";
  const noon = new Date('2026-11-24T12:00:00+01:00');
  await api.owner.query(block, [salon.id, v7(), salon.staff.Mia, noon, new Date(api.clock.now)]);
});
afterAll(() => api.close());

test('a visit of colour and cut, and blocked time, as the product makes them, have nothing wrong with them', async () => {
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

const HALF_PAST = "timestamptz '2026-11-24T10:30:00+01:00'";
const LATER = "+ interval '15 min'";
/** What could go wrong, as SQL about the only visit and the only blocked hour, and the words in which it is told. */
const SPOILT: [string, RegExp, string[]][] = [
  ['the cut holds no time', /wants .* and holds \{\}/, [`delete from claim where starts_at = ${HALF_PAST}`]],
  ['it holds time it does not want', /which it does not want/, ['delete from booking_want where item_position = 1']],
  [
    'its cut needs time and wants none',
    /needs .* and wants/,
    ['delete from booking_want where item_position = 1', `delete from claim where starts_at = ${HALF_PAST}`],
  ],
  ['it is one service short', /needs .* and wants/, ['delete from booking_item where position = 1']],
  [
    'it ends when nobody is there any more',
    /is from .* and its items/,
    [`update booking set ends_at = ends_at ${LATER}`],
  ],
  [
    'it was called off and holds its time',
    /\(cancelled\) holds/,
    ["update booking set status = 'cancelled', cancelled_at = now()"],
  ],
  ['the time that is blocked is held by nobody', /is held by it/, ['delete from claim where booking_id is null']],
  ['it was unblocked and is held still', /is held by it/, ['update time_off set ended_at = starts_at']],
  ['nobody is told of it', /1 keys and 0 events/, ['delete from outbox']],
  [
    'one minute is sold twice',
    /is taken twice/,
    [
      'alter table claim drop constraint claim_no_overlap',
      `update claim set starts_at = starts_at ${LATER}, during = tstzrange(starts_at ${LATER}, upper(during) ${LATER}) where starts_at = ${HALF_PAST}`,
    ],
  ],
];

test.each(SPOILT)('it is noticed when %s', async (_, words, changes) => {
  const client = await api.owner.connect();
  try {
    await client.query('begin');
    for (const sql of changes) await client.query(sql);
    expect((await wrongWithHeldTime(client, salon.id)).join('\n')).toMatch(words);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
