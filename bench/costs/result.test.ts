import { expect, test } from 'vitest';
import { compare, type Figures, middle } from './result.ts';

const figures = (cpuMicros: number, walBytes = 4_000): Figures => ({
  ...{ cpuMicros, walBytes, elapsedMicros: 1_000, imageBytes: 0 },
});

test.each([
  ['what is alike differs by nothing', [300, 310, 320], [300, 310, 320], { median: 0, min: 0, max: 0 }],
  ['a slow round slows both and changes nothing', [330, 660, 330], [300, 600, 300], { median: 10, min: 10, max: 10 }],
  ['less is negative', [150, 300], [300, 400], { median: -37.5, min: -50, max: -25 }],
])('%s', (_story, own, base, change) => {
  const found = compare(
    own.map((cpu) => figures(cpu)),
    base.map((cpu) => figures(cpu)),
  ).cpuMicros.change;
  for (const side of ['median', 'min', 'max'] as const) expect(found[side]).toBeCloseTo(change[side], 6);
});

test('each figure has its own middle and range', () => {
  const own = [figures(300, 5_000), figures(100, 3_000), figures(200, 4_000)];
  const cost = compare(own, own);
  expect(cost.cpuMicros).toMatchObject({ median: 200, min: 100, max: 300 });
  expect(cost.walBytes).toMatchObject({ median: 4_000, min: 3_000, max: 5_000 });
});

test('nothing compared to nothing is no change', () => {
  expect(compare([figures(1)], [figures(1)]).imageBytes.change.median).toBe(0);
});

test('the middle of a round is taken figure by figure', () => {
  expect(middle([figures(300, 3_000), figures(100, 5_000), figures(200, 4_000)])).toEqual(figures(200, 4_000));
});
