import { expect, test } from 'vitest';
import type { Cost } from './cost.ts';
import { type GrowthResult, report, verdict } from './report.ts';

const ORIGIN = {
  machine: { cpu: 'AMD EPYC', cores: 2, memoryGiB: 24, system: 'Linux' },
  date: '2026-11-22T10:00:00.000Z',
  commit: null,
  versions: { node: '24.21.0', postgres: '18.4' },
};

const cost = (buffers: number, walBytes: number): Cost => ({
  ...{ buffers, walBytes, read: 2, images: 3, imageBytes: 9_000, ms: 1.25 },
});

test.each([
  ['all alike', [cost(100, 3000), cost(100, 3000)], 'Goal reached (within 20 %): buffers × 1.00, log × 1.00.'],
  ['a fifth more', [cost(100, 3000), cost(120, 3600)], 'Goal reached (within 20 %): buffers × 1.20, log × 1.20.'],
  ['more buffers', [cost(100, 3000), cost(121, 2900)], 'Goal missed (within 20 %): buffers × 1.21, log × 1.00.'],
  ['more log', [cost(100, 3000), cost(90, 3700)], 'Goal missed (within 20 %): buffers × 1.00, log × 1.23.'],
  [
    'the worst is in the middle',
    [cost(100, 1), cost(150, 1), cost(110, 1)],
    'Goal missed (within 20 %): buffers × 1.50, log × 1.00.',
  ],
  ['one size', [cost(100, 3000)], 'One size alone: nothing to compare.'],
  ['what writes no log', [cost(100, 0), cost(110, 0)], 'Goal reached (within 20 %): buffers × 1.10, log × 1.00.'],
])('%s', (_story, costs, words) => {
  expect(verdict(costs)).toBe(words);
});

test('the text names every size and what pruning left', () => {
  const stretch = { p50: 2, p95: 9, p99: 20, bookings: 1_000, failed: 0 };
  const round = { without: stretch, withPrune: { ...stretch, p95: 11 }, seconds: 4 };
  const due = { keys: 5, claims: 6, events: 7 };
  const size = { bytes: 1, madeInSeconds: 1, levels: { a: 2, b: 3 } };
  const result: GrowthResult = {
    ...{ ...ORIGIN, operations: 300, perSecond: 100 },
    sizes: [
      { claims: 10_000, booking: cost(100, 3_000), availability: cost(150, 0), ...size },
      { claims: 20_000_000, booking: cost(140, 3_000), availability: cost(160, 0), ...size },
    ],
    prune: [{ ...round, due, left: { keys: 0, claims: 1, events: 0 } }],
  };
  const text = report(result);
  expect(text).toContain('2 × AMD EPYC, 24 GiB, 2026-11-22, Node 24.21.0, PostgreSQL 18.4');
  expect(text).toContain('20,000,000 claims · 140 buffers (× 1.40)');
  expect(text).toContain('B-trees 2.5 levels high, from 2 to 3');
  expect(text).toContain('while it runs   : p50 2.0 (2.0–2.0) ms, p95 11.0 (11.0–11.0) ms');
  expect(text).toContain('18 rows due, 1 left, 0 bookings failed');
});

test('without rounds of pruning nothing is said of them', () => {
  const result = { ...ORIGIN, operations: 1, perSecond: 1, sizes: [], prune: [] };
  expect(report(result)).not.toContain('db:prune');
});
