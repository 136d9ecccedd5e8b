import { expect, test } from 'vitest';
import { GOOD, sample } from './figures.fixture.ts';
import { completeLog, everythingDone, fullHouse, goalOf, nobodyStarves, resourceGoals, staysLevel } from './goals.ts';

const run = (figures = GOOD) => ({ figures, samples: [], series: [] });
const met = (goals: { met: boolean }[]) => goals.map((goal) => goal.met);

test.each([
  ['wrong_answers', 'count==0', 2, 'correct', 'wrong answers', '= 0', '2'],
  ['bookings_made', 'count==5', 5, 'correct', 'bookings made', '= 5', '5'],
  ['failures', 'rate<0.001', 0.00049, 'required', 'share of attempts that failed', '<0.001', '0.0005'],
  [
    'http_req_duration{name:POST /x}',
    'p(95)<500',
    11.5,
    'required',
    'waiting for a booking, p(95)',
    '<500 ms',
    '11.5 ms',
  ],
  ['iterations', 'count>100', 7, 'required', 'iterations', '>100', '7'],
])('the threshold %s %s as a goal', (metric, words, measured, kind, name, goal, told) => {
  expect(goalOf({ metric, words, measured, ok: true })).toEqual({ kind, name, goal, measured: told, met: true });
});

test('a fair turn is the users over the answers a second; twice that is allowed', () => {
  const at = (p95: number) =>
    nobodyStarves(run({ ...GOOD, answersPerSecond: 2_000, waiting: { ...GOOD.waiting, p95 } }));
  expect([...met(at(1_000)), ...met(at(1_001))]).toEqual([true, false]);
  expect(at(1_001)[0]).toMatchObject({ kind: 'required', goal: '≤ 1000 ms', measured: '1001 ms' });
});

test('what the desk did at least once counts, whatever else was refused', () => {
  const changes = { 'desk make: 201': 3, 'desk ill: 200': 1, 'desk undo: undo_expired': 2, 'customer move: 200': 9 };
  const done = (...whats: string[]) => everythingDone(whats)(run({ ...GOOD, changes }))[0];
  expect(done('make', 'ill')).toMatchObject({ kind: 'required', goal: '= 2', measured: '2', met: true });
  expect(done('make', 'undo', 'move')).toMatchObject({ measured: '1', met: false });
});

test('without an answer nobody was served', () => {
  expect(met(nobodyStarves(run({ ...GOOD, answersPerSecond: 0 })))).toEqual([false]);
});

test('the full house is judged by the time when all were there', () => {
  expect(met(fullHouse(25)(run({ ...GOOD, waiting: { ...GOOD.waiting, p95: 400 } })))).toEqual([true]);
  expect(met(fullHouse(25)(run({ ...GOOD, waitingWhenFull: { ...GOOD.waiting, p95: 400 } })))).toEqual([false]);
});

test.each([
  [40_000, true],
  [40_001, false],
])('a log with 40,000 of %d bookings', (count, whole) => {
  expect(completeLog({ metrics: { bookings_made: { values: { count } } } }, GOOD)).toMatchObject({
    kind: 'correct',
    goal: `= ${count}`,
    measured: '40000',
    met: whole,
  });
});

test('memory and connections', () => {
  expect(met(resourceGoals(run()))).toEqual([true, true]);
  const greedy = { ...GOOD, mostMemoryMiB: { ...GOOD.mostMemoryMiB, api: 251 }, mostConnections: 81 };
  expect(met(resourceGoals(run(greedy)))).toEqual([false, false]);
});

test('what grows from the second quarter on is noticed, what grows while warming up is not', () => {
  const sizes = (quarters: number[]) => quarters.flatMap((size) => Array.from({ length: 10 }, () => size));
  const memory = (quarters: number[]) =>
    staysLevel({ figures: GOOD, series: [], samples: sizes(quarters).map((size, t) => sample(t, size)) })[2];
  expect(memory([80, 180, 185, 190])).toMatchObject({ name: 'memory of an API process, last quarter', met: true });
  expect(memory([80, 180, 220, 260])?.met).toBe(false);
});
