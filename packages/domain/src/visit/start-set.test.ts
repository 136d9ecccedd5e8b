import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge } from '../time/interval.ts';
import { addAll, allOf, fittingStarts, has, keepCommon, type StartSet } from './start-set.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

function setOf(count: number, indexes: readonly number[]): StartSet {
  return fittingStarts(
    upTo(count),
    indexes.map((index) => ({ start: index, end: index + 1 })),
    { start: 0, end: 1 },
  );
}

const indexesIn = (set: StartSet) => upTo(set.length * 32).filter((index) => has(set, index));

describe('a set of starts', () => {
  test.each([0, 1, 31, 32, 33, 64, 96])('holds all of %i', (count) => {
    const set = allOf(count);
    expect(indexesIn(set)).toEqual(upTo(count));
    expect(set).toHaveLength(Math.ceil(count / 32));
  });

  test('keeps what is common and says whether that is anything', () => {
    const set = setOf(96, [0, 31, 32, 63, 95]);
    expect(keepCommon(set, setOf(96, [31, 33, 63, 64]))).toBe(true);
    expect(indexesIn(set)).toEqual([31, 63]);
    expect(keepCommon(set, setOf(96, [30, 62]))).toBe(false);
    expect(indexesIn(set)).toEqual([]);
  });

  test('takes in what is in another', () => {
    const set = setOf(96, [0, 40]);
    addAll(set, setOf(96, [1, 40, 95]));
    expect(indexesIn(set)).toEqual([0, 1, 40, 95]);
  });
});

test('a start fits when one free interval holds its stretch whole', () => {
  const interval = fc
    .tuple(fc.integer({ min: -20, max: 120 }), fc.oneof(fc.nat(25), fc.nat(140)))
    .map(([start, length]) => ({
      start,
      end: start + length,
    }));
  const starts = fc.uniqueArray(fc.nat(100), { maxLength: 70, size: 'max' }).map((list) => list.sort((a, b) => a - b));
  const stretch = fc.tuple(fc.nat(10), fc.integer({ min: 1, max: 10 })).map(([start, length]) => ({
    start,
    end: start + length,
  }));
  fc.assert(
    fc.property(starts, fc.array(interval, { maxLength: 8 }).map(merge), stretch, (at, free, { start, end }) => {
      const expected = [...at.keys()].filter((index) => {
        const first = at[index] ?? 0;
        return free.some((room) => room.start <= first + start && first + end <= room.end);
      });
      expect(indexesIn(fittingStarts(at, free, { start, end }))).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
