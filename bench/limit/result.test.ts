import { expect, test } from 'vitest';
import type { Light } from './light.ts';
import { type Report, reportText } from './report.ts';
import { goals, summarise } from './result.ts';
import type { Round } from './round.ts';
import type { Way } from './ways.ts';

const FACTS = { client: 'wrk', connections: 1000, processes: 2, application: 'x' } as const;
const way = (facts: Partial<Way> & Pick<Way, 'what'>): Way => ({
  ...FACTS,
  ...facts,
  pids: () => [],
  drive: () => Promise.reject(new Error('not here')),
});
const round = (perSecond: number, other: Partial<Round> = {}): Round => ({
  ...{
    booked: perSecond * 2,
    failed: 0,
    seconds: 2,
    p50: 1,
    p95: 2,
    p99: 3,
    perSecond,
    rows: perSecond * 2,
    agrees: true,
  },
  ...{ cpu: { postgres: perSecond / 500, api: 0, client: 0, wire: 0 }, walBytes: perSecond * 8_000 },
  ...{ connections: 40, memory: 180, ...other },
});
const light: Light = {
  perSecond: 100,
  failed: 0,
  p95: 4,
  share: { machine: 0.5, postgres: 0.1, api: 0.2, client: 0.1 },
};
const limit = (perSecond: number, delay?: number) =>
  summarise(
    way({ what: 'limit', client: 'pgbench', ...(delay === undefined ? {} : { delay }) }),
    [round(perSecond)],
    1,
  );

test('rounds become medians, and per booking what they took', () => {
  const found = summarise(
    way({ what: 'ours' }),
    [round(100), round(300, { memory: 200 }), round(200, { failed: 2 })],
    1.5,
  );
  expect(found).toMatchObject({ perSecond: { median: 200, min: 100, max: 300 }, walBytes: 4000, roundTrips: 1.5 });
  expect(found).toMatchObject({ cpu: { postgres: 1, api: 0 }, memoryAtPeak: 200, connectionsAtPeak: 40, failed: 2 });
});

test.each([
  ['all kept', [round(80)], light, [true, true, true, true]],
  ['too far from the limit', [round(70)], light, [false, true, true, true]],
  ['too much memory', [round(80), round(80, { memory: 251 })], light, [true, false, true, true]],
  ['too many connections', [round(80, { connections: 81 })], light, [true, true, false, true]],
  [
    'too busy when there is little to do',
    [round(80)],
    { ...light, share: { ...light.share, machine: 0.7 } },
    [true, true, true, false],
  ],
])('goals: %s', (_, rounds, load, met) => {
  // A limit behind a proxy is another limit, and so are fewer connections.
  const results = [limit(100), limit(1, 5), limit(90), summarise(way({ what: 'ours' }), rounds, 1)];
  const few = summarise(way({ what: 'ours', connections: 64 }), [round(100)], 1);
  expect(goals([...results, few], load).map((goal) => goal.met)).toEqual(met);
});

test('the text names each way with its share of the limit, and each goal as met or missed', () => {
  const ways = [limit(100), summarise(way({ what: 'ours' }), [round(70)], 1)];
  const report: Report = {
    ...{
      machine: { cpu: 'Some CPU', cores: 2, memoryGiB: 4, system: 'Linux' },
      commit: null,
      date: '2026-11-22T10:00:00Z',
    },
    ...{
      versions: { node: '24' },
      rounds: 1,
      seconds: 2,
      bookingsAtStart: 10,
      statement: '',
      lookUpMicros: 12.3,
      light,
      ways,
    },
    ...{ wire: [{ delay: 1, roundTripMs: 1.234 }], goals: goals(ways, light), disagreements: [] },
  };
  const text = reportText(report);
  expect(text).toMatch(/^2 × Some CPU, 4 GiB, 2026-11-22, Node 24\n/);
  expect(text).toMatch(/our API × 2, wrk 1000 +70 +70–70 +70 %/);
  expect(text).toMatch(/MISSED bookings of our API .*: 0.70 \(0.75\)\nmet +memory/);
});
