import { expect, test } from 'vitest';
import { cpuBetween, parseUsage, type Usage } from './usage.ts';

const STAT = (name: string) => `4711 (${name}) S 1 4711 4711 0 -1 4194560 900 0 0 0 250 50 7 9 20 0 1 0 12345 1 2`;

test.each(['postgres', 'postgres: salon (idle) x'])('a process called %s', (name) => {
  expect(parseUsage(STAT(name), '60000 1000 600 1 0 500 0')).toEqual({
    cpuSeconds: 3,
    endedChildrenCpuSeconds: 0.16,
    residentBytes: 4_096_000,
    privateBytes: 1_638_400,
  });
});

const group = (...used: [number, number][]): Map<number, Usage> =>
  new Map(
    used.map(([pid, cpuSeconds]) => [
      pid,
      { cpuSeconds, endedChildrenCpuSeconds: 0, residentBytes: 0, privateBytes: 0 },
    ]),
  );

test.each([
  ['two at work', group([1, 1], [2, 2]), group([1, 1.5], [2, 4]), 2.5],
  ['one came', group([1, 1]), group([1, 1], [2, 0.25]), 0.25],
  ['one went', group([1, 1], [2, 5]), group([1, 2]), 1],
  ['none left', group([1, 1]), group(), 0],
])('processor time between two looks: %s', (_, before, after, seconds) => {
  expect(cpuBetween(before, after)).toBe(seconds);
});
