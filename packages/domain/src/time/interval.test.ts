import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Interval, intersect, merge, subtract } from './interval.ts';

const spans = (...ends: readonly [number, number][]): Interval[] => ends.map(([start, end]) => ({ start, end }));

describe('merge', () => {
  test.each([
    { story: 'nothing', list: [], whole: [] },
    { story: 'one', list: spans([1, 2]), whole: spans([1, 2]) },
    { story: 'apart, in any order', list: spans([5, 6], [1, 2]), whole: spans([1, 2], [5, 6]) },
    { story: 'touching', list: spans([1, 2], [2, 3]), whole: spans([1, 3]) },
    { story: 'overlapping', list: spans([1, 4], [2, 6]), whole: spans([1, 6]) },
    { story: 'one inside another', list: spans([1, 9], [2, 3], [4, 5]), whole: spans([1, 9]) },
    { story: 'empty and upside down', list: spans([3, 3], [8, 5], [1, 2]), whole: spans([1, 2]) },
  ])('$story', ({ list, whole }) => {
    expect(merge(list)).toEqual(whole);
  });
});

describe('intersect', () => {
  test.each([
    { story: 'with nothing', a: spans([1, 5]), b: [], common: [] },
    { story: 'apart', a: spans([1, 2]), b: spans([3, 4]), common: [] },
    { story: 'touching', a: spans([1, 2]), b: spans([2, 3]), common: [] },
    { story: 'one end each', a: spans([1, 5]), b: spans([3, 8]), common: spans([3, 5]) },
    {
      story: 'several in one',
      a: spans([0, 10]),
      b: spans([1, 2], [4, 5], [9, 12]),
      common: spans([1, 2], [4, 5], [9, 10]),
    },
    { story: 'equal ends', a: spans([1, 3], [4, 6]), b: spans([1, 3], [4, 6]), common: spans([1, 3], [4, 6]) },
  ])('$story', ({ a, b, common }) => {
    expect(intersect(a, b)).toEqual(common);
    expect(intersect(b, a)).toEqual(common);
  });
});

describe('subtract', () => {
  test.each([
    { story: 'nothing', a: spans([1, 5]), b: [], rest: spans([1, 5]) },
    { story: 'everything', a: spans([1, 5]), b: spans([0, 9]), rest: [] },
    { story: 'exactly it', a: spans([1, 5]), b: spans([1, 5]), rest: [] },
    { story: 'a hole', a: spans([1, 5]), b: spans([2, 3]), rest: spans([1, 2], [3, 5]) },
    { story: 'the beginning', a: spans([1, 5]), b: spans([0, 2]), rest: spans([2, 5]) },
    { story: 'the end', a: spans([1, 5]), b: spans([4, 9]), rest: spans([1, 4]) },
    { story: 'what only touches', a: spans([2, 5]), b: spans([1, 2], [5, 6]), rest: spans([2, 5]) },
    { story: 'across two', a: spans([1, 4], [6, 9]), b: spans([3, 7]), rest: spans([1, 3], [7, 9]) },
    {
      story: 'holes in the second',
      a: spans([1, 2], [4, 9]),
      b: spans([5, 6], [7, 8]),
      rest: spans([1, 2], [4, 5], [6, 7], [8, 9]),
    },
  ])('$story', ({ a, b, rest }) => {
    expect(subtract(a, b)).toEqual(rest);
  });
});

describe('as sets of points', () => {
  const list = fc
    .array(
      fc.tuple(fc.nat(30), fc.nat(6)).map(([start, length]) => ({ start, end: start + length })),
      { maxLength: 8 },
    )
    .map((some) => Object.freeze(some));
  const points = (some: readonly Interval[]) =>
    Array.from({ length: 40 }, (_, at) => at).filter((at) => some.some(({ start, end }) => start <= at && at < end));

  test('the three verbs do what they say and leave sorted, disjoint lists', () => {
    fc.assert(
      fc.property(list, list, (left, right) => {
        const a = merge(left);
        const b = merge(right);
        expect(points(a)).toEqual(points(left));
        expect(points(intersect(a, b))).toEqual(points(a).filter((at) => points(b).includes(at)));
        expect(points(subtract(a, b))).toEqual(points(a).filter((at) => !points(b).includes(at)));
        for (const result of [a, intersect(a, b), subtract(a, b)]) {
          for (const [index, one] of result.entries()) {
            expect(one.start).toBeLessThan(one.end);
            const next = result[index + 1];
            if (next !== undefined) expect(one.end).toBeLessThanOrEqual(next.start);
          }
        }
      }),
    );
  });
});
