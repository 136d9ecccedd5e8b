import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oftenTogether, pairsIn, type VisitKind } from './often-together.ts';

const CATALOGUE = ['colour', 'cut', 'blow-dry', 'brows', 'mask', 'beard'];
const kinds = (...list: readonly [visits: number, ...services: string[]][]): VisitKind[] =>
  list.map(([visits, ...services]) => ({ services, visits }));
const told = (list: readonly VisitKind[], bookable = CATALOGUE) => oftenTogether(pairsIn(list), bookable);
/** As a salon would say it: "colour: cut 0.5 after". */
const words = (list: readonly VisitKind[], bookable?: string[]) =>
  told(list, bookable).flatMap((one) =>
    one.with.map((other) => `${one.serviceId}: ${other.serviceId} ${other.share} ${other.comes}`),
  );

test.each<[string, VisitKind[], string[]]>([
  ['a salon without visits says nothing', [], []],
  ['nor does one where everybody books one service', kinds([90, 'cut'], [80, 'colour']), []],
  [
    'half of those who colour have it cut after that; for those who come for a cut colour is rare, but not too rare',
    kinds([50, 'colour'], [50, 'colour', 'cut'], [450, 'cut']),
    ['colour: cut 0.5 after', 'cut: colour 0.1 before'],
  ],
  ['what is rarer than one in ten is not named', kinds([50, 'colour', 'cut'], [451, 'cut']), ['colour: cut 1 after']],
  ['four visits tell nothing', kinds([4, 'colour', 'cut']), []],
  ['five do', kinds([5, 'colour', 'cut']), ['colour: cut 1 after', 'cut: colour 1 before']],
  [
    'where they do it both ways, the more frequent one is told',
    kinds([5, 'mask', 'cut'], [6, 'cut', 'mask']),
    ['cut: mask 1 after', 'mask: cut 1 before'],
  ],
  [
    'a service that comes twice in a visit is counted once, where it comes first',
    kinds([6, 'cut', 'mask', 'cut']),
    ['cut: mask 1 after', 'mask: cut 1 before'],
  ],
  [
    'three at most are named, the most frequent first, and of two alike the one that comes first in the price list',
    kinds(
      [9, 'colour', 'beard'],
      [7, 'colour', 'mask'],
      [7, 'colour', 'brows'],
      [8, 'colour', 'cut'],
      [60, 'cut', 'brows'],
    ),
    [
      'colour: beard 0.29 after',
      'colour: cut 0.26 after',
      'colour: brows 0.23 after',
      'cut: brows 0.88 after',
      'cut: colour 0.12 before',
      'brows: cut 0.9 before',
      'brows: colour 0.1 before',
      'mask: colour 1 before',
      'beard: colour 1 before',
    ],
  ],
])('%s', (_, list, says) => expect(words(list)).toEqual(says));

test('what cannot be booked online now is not named, and makes room for what can', () => {
  const list = kinds([9, 'colour', 'beard'], [8, 'colour', 'cut'], [7, 'colour', 'mask'], [6, 'colour', 'brows']);
  expect(words(list, ['colour', 'brows', 'mask', 'cut']).slice(0, 3)).toEqual([
    'colour: cut 0.27 after',
    'colour: mask 0.23 after',
    'colour: brows 0.2 after',
  ]);
});

const visits = fc.array(
  fc.record({
    services: fc.array(fc.constantFrom(...CATALOGUE), { minLength: 1, maxLength: 6 }),
    visits: fc.integer({ min: 1, max: 40 }),
  }),
);

test('what is told is what was booked: counted again, visit by visit', () => {
  fc.assert(
    fc.property(visits, (list) => {
      for (const { serviceId, with: others } of told(list)) {
        const having = list.filter(({ services }) => services.includes(serviceId));
        const count = (some: readonly VisitKind[]) => some.reduce((sum, one) => sum + one.visits, 0);
        expect(others.length).toBeLessThanOrEqual(3);
        for (const other of others) {
          const both = having.filter(({ services }) => services.includes(other.serviceId));
          const before = both.filter(({ services }) => services.indexOf(other.serviceId) < services.indexOf(serviceId));
          expect(count(both)).toBeGreaterThanOrEqual(5);
          expect(other.share).toBeCloseTo(count(both) / count(having), 1);
          expect(other.comes).toBe(count(before) * 2 > count(both) ? 'before' : 'after');
        }
      }
    }),
  );
});

test('in which order visits come, and how they are gathered, makes no difference', () => {
  fc.assert(
    fc.property(visits, (list) => {
      const single = list.flatMap(({ services, visits }) =>
        Array.from({ length: visits }, () => ({ services, visits: 1 })),
      );
      expect(told(single.reverse())).toEqual(told(list));
    }),
  );
});
