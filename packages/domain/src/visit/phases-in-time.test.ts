import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE } from '../time/interval.ts';
import { phasesInTime } from './phases-in-time.ts';

type Minutes = readonly [number, number];
const interval = ([start, end]: Minutes) => ({ start: start * MINUTE, end: end * MINUTE });

function told(item: Minutes, ...wanted: Minutes[]): string[] {
  return phasesInTime(interval(item), wanted.map(interval)).map(
    ({ kind, start, end }) => `${kind} ${start / MINUTE}-${end / MINUTE}`,
  );
}

describe('the phases of an item', () => {
  test.each<[string, Minutes, Minutes[], string[]]>([
    ['a cut is all work', [0, 30], [[0, 30]], ['work 0-30']],
    ['what clears up after it is none of it', [0, 30], [[0, 40]], ['work 0-30']],
    [
      'colour develops between the work and the finish',
      [0, 75],
      [
        [0, 30],
        [60, 80],
      ],
      ['work 0-30', 'processing 30-60', 'finish 60-75'],
    ],
    [
      'clearing up after the last developing does not make a finish',
      [0, 60],
      [
        [0, 30],
        [60, 65],
      ],
      ['work 0-30', 'processing 30-60'],
    ],
    [
      'two rounds of developing',
      [0, 90],
      [
        [0, 20],
        [40, 50],
        [70, 90],
      ],
      ['work 0-20', 'processing 20-40', 'work 40-50', 'processing 50-70', 'finish 70-90'],
    ],
    [
      'stretches that touch are one, in whatever order they come',
      [0, 40],
      [
        [20, 40],
        [0, 20],
      ],
      ['work 0-40'],
    ],
    ['developing first', [0, 30], [[10, 30]], ['processing 0-10', 'finish 10-30']],
    ['of which nothing is known', [0, 30], [], ['work 0-30']],
  ])('%s', (_story, item, wanted, expected) => {
    expect(told(item, ...wanted)).toEqual(expected);
  });

  test('always fill the item without a hole, and are work or finish exactly where somebody is wanted', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), fc.array(stretch, { maxLength: 6 }), (length, stretches) => {
        const wanted = stretches.map(([start, minutes]) => ({ start, end: start + minutes }));
        const phases = phasesInTime({ start: 0, end: length }, wanted);
        expect(phases.at(0)?.start).toBe(0);
        expect(phases.at(-1)?.end).toBe(length);
        for (const [index, phase] of phases.entries()) {
          expect(phase.start).toBeLessThan(phase.end);
          if (index > 0) expect(phase.start).toBe(phases[index - 1]?.end);
        }
        const inside = wanted.filter(({ start }) => start < length);
        if (inside.length === 0) return;
        for (let minute = 0; minute < length; minute++) {
          const busy = inside.some(({ start, end }) => start <= minute && minute < end);
          const phase = phases.find(({ start, end }) => start <= minute && minute < end);
          expect(phase?.kind !== 'processing').toBe(busy);
        }
      }),
    );
  });
});
