import { describe, expect, test } from 'vitest';
import { ALL_KINDS, KINDS } from './kinds.ts';
import { planFaults } from './schedule.ts';

const SEEDS = Array.from({ length: 200 }, (_, n) => String(n));

test('equal seeds plan equal faults, other seeds others', () => {
  expect(planFaults('7', ALL_KINDS, 600_000)).toEqual(planFaults('7', ALL_KINDS, 600_000));
  expect(planFaults('7', ALL_KINDS, 600_000)).not.toEqual(planFaults('8', ALL_KINDS, 600_000));
});

describe.each([90_000, 600_000])('within %i ms', (length) => {
  test.each(SEEDS.slice(0, 50))('seed %s: every kind, one after the other, with calm between', (seed) => {
    const planned = planFaults(seed, ALL_KINDS, length);
    expect(new Set(planned.map(({ kind }) => kind))).toEqual(new Set(ALL_KINDS));
    let free = 0;
    for (const { kind, at, lasts, pick } of planned) {
      expect(at).toBeGreaterThanOrEqual(free + 1_800);
      free = at + lasts;
      expect(free).toBeLessThanOrEqual(length);
      expect(lasts).toBeGreaterThanOrEqual(KINDS[kind].lasts[0]);
      expect(lasts).toBeLessThanOrEqual(KINDS[kind].lasts[1]);
      expect(pick).toSatisfy((share: number) => share >= 0 && share < 1);
    }
  });
});

test('every kind fits into ninety seconds with a second to recover from each', () => {
  for (const seed of SEEDS) {
    const last = planFaults(seed, ALL_KINDS, 0).at(-1);
    expect((last?.at ?? 0) + (last?.lasts ?? 0) + ALL_KINDS.length * 1_000).toBeLessThan(90_000);
  }
});

test('one kind alone comes again and again', () => {
  const planned = planFaults('1', ['wire-cut'], 60_000);
  expect(planned.length).toBeGreaterThan(5);
  expect(planned.every(({ kind }) => kind === 'wire-cut')).toBe(true);
});

test('without kinds nothing is planned', () => expect(planFaults('1', [], 60_000)).toEqual([]));
