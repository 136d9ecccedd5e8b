import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_TRIES, pauseAfter } from './next-try.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

test('soon at first, then every half hour', () => {
  const pauses = Array.from({ length: 8 }, (_, index) => (pauseAfter(index + 1, 0) ?? 0) / SECOND);
  expect(pauses).toEqual([10, 30, 90, 300, 900, 1_800, 1_800, 1_800]);
});

test('a mail is tried for a day, whatever chance does to its pauses, and then no more', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
    minLength: MOST_TRIES,
    maxLength: MOST_TRIES,
  });
  fc.assert(
    fc.property(chances, (randoms) => {
      let tried = 0;
      for (const [index, random] of randoms.slice(0, -1).entries()) {
        const pause = pauseAfter(index + 1, random);
        expect(pause).toBeGreaterThan(0);
        tried += pause ?? 0;
      }
      expect(tried).toBeLessThanOrEqual(24 * HOUR);
      expect(tried).toBeGreaterThan(19 * HOUR);
      expect(pauseAfter(MOST_TRIES, randoms.at(-1) ?? 0)).toBeUndefined();
    }),
  );
});
