import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesABooking, type DeskRun, type GrowthRun, needsOf, secondsABooking } from './needs.ts';
import { onOneMachine, onRender } from './plans.ts';
import { costTable } from './table.ts';

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
const desk = JSON.parse(read('proof/results/load-desk.json')) as DeskRun;
const growth = JSON.parse(read('proof/results/growth.json')) as GrowthRun;

test('the page of costs has the table that the published measurements give', () => {
  const page = read('costs.md');
  expect(page).toContain(costTable(desk, growth));
  const { api, postgres, worker } = secondsABooking(desk);
  expect(page).toContain(`**${((api + postgres + worker) * 1_000).toFixed(0)} ms of a processor a booking**`);
  expect(page).toContain(`**${Math.round(bytesABooking(growth)).toLocaleString('en-US')} bytes a booking**`);
});

const RUN: DeskRun = {
  machine: { cores: 2 },
  figures: { seconds: 60, bookings: 1_200, cpu: { api: 0.1, postgres: 0.2, worker: 0.05 } },
};
const GROWN: GrowthRun = {
  sizes: [
    { claims: 10, bytes: 9_999 },
    { claims: 2_000, bytes: 2_000_000 },
  ],
};

test('a hundred salons: six bookings in ten seconds when it is busiest, and the processors they take, half idle', () => {
  expect(secondsABooking(RUN)).toEqual({ api: 0.01, postgres: 0.02, worker: 0.005 });
  const needs = needsOf(100, RUN, GROWN);
  expect(needs.visits).toBe(130_000);
  expect(needs.perSecond).toBeCloseTo(0.625);
  expect(needs.cores.postgres).toBeCloseTo(0.025);
  // 130,000 visits of 2,000 bytes in each of 24 months.
  expect(needs.gigabytes).toBeCloseTo(6.24);
});

test('more is asked of a provider the more salons there are, and what has no known price is not called whole', () => {
  const render = (salons: number) => onRender(needsOf(salons, RUN, GROWN));
  expect(render(1)).toMatchObject({ instances: 2, worker: 'starter', database: 'basic-1gb', disk: 1, whole: true });
  // 2 × 25 and 7, the cron's 1, a gigabyte at 0.30, 19.
  expect(render(1).priced).toBeCloseTo(77.3);
  expect(render(100)).toMatchObject({ instances: 2, database: 'pro-4gb', disk: 10, whole: true });
  expect(render(20_000)).toMatchObject({ instances: 3, worker: 'pro', database: 'pro-32gb', whole: false });
  expect(onOneMachine(needsOf(100, RUN, GROWN))?.name).toBe('CX23');
  expect(onOneMachine(needsOf(20_000, RUN, GROWN))).toBeUndefined();
});
