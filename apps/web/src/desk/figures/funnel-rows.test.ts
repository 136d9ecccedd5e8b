import { describe, expect, test } from 'vitest';
import { funnelRows, mostLost } from './funnel-rows.ts';

const STEPS = ['opened', 'services', 'time', 'details', 'booked'] as const;
const rows = (...counts: number[]) => funnelRows(STEPS.map((step, place) => ({ step, count: counts[place] ?? 0 })));

describe('the steps of a salon’s page', () => {
  test.each([
    ['a usual week', [200, 120, 60, 50, 45], [1, 0.6, 0.3, 0.25, 0.225], [null, 80, 60, 10, 5]],
    ['nobody came', [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [null, 0, 0, 0, 0]],
    ['booked past the page', [2, 1, 1, 1, 5], [1, 0.5, 0.5, 0.5, null], [null, 1, 0, 0, null]],
  ] as const)('%s', (_story, counts, shares, lost) => {
    const told = rows(...counts);
    expect(told.map(({ share }) => share)).toEqual(shares);
    expect(told.map((row) => row.lost)).toEqual(lost);
  });

  test('most turn back before they have chosen a service', () => {
    expect(mostLost(rows(200, 120, 60, 50, 45))).toEqual({ step: 'services', lost: 80, of: 200 });
  });

  test('nobody turned back, nothing is said', () => {
    expect(mostLost(rows(3, 3, 3, 3, 3))).toBeUndefined();
    expect(mostLost(rows(0, 0, 0, 0, 0))).toBeUndefined();
  });
});
