import { expect, test } from 'vitest';
import { parseWish } from './wish.ts';

test.each([
  [['same-slot'], ['same-slot'], false, false],
  [['--short', 'soak'], ['soak'], true, false],
  [
    ['all', '--short', '--correctness'],
    ['public-booking', 'closed-loop', 'contention', 'same-slot', 'replay', 'availability', 'desk'],
    true,
    true,
  ],
])('%j', (args, names, short, correctness) => {
  const wish = parseWish(args, {});
  expect(wish.scenarios.map(({ name }) => name)).toEqual(names);
  expect(wish).toMatchObject({ short, correctness, scale: 1, rounds: 1 });
});

test('five rounds of all', () => {
  expect(parseWish(['all', '--short', '--rounds', '5'], {})).toMatchObject({ short: true, rounds: 5 });
});

test.each([
  [[]],
  [['nonsense']],
  [['replay', 'soak']],
  [['replay', '--quick']],
  [['replay', '--rounds']],
  [['replay', '--rounds', '0']],
  [['replay', '--rounds', 'many']],
])('%j is told what there is', (args) => {
  expect(() => parseWish(args, {})).toThrow(/^Which one\? npm run load -- NAME[\s\S]* {2}contention /);
});

test.each([
  ['0.1', 0.1],
  ['', 1],
])('SCALE=%s', (SCALE, scale) => {
  expect(parseWish(['soak'], { SCALE }).scale).toBe(scale);
});

test.each(['0', '-1', 'many'])('SCALE=%s is refused', (SCALE) => {
  expect(() => parseWish(['soak'], { SCALE })).toThrow(/^SCALE multiplies the users: /);
});
