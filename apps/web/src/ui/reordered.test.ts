import { expect, test } from 'vitest';
import { reordered } from './reordered.ts';

test.each([
  ['to the front', ['c'], 'a', false, 'c a b d'],
  ['to the end', ['a'], 'd', true, 'b c d a'],
  ['behind its neighbour', ['a'], 'b', true, 'b a c d'],
  ['before itself', ['b'], 'c', false, 'a b c d'],
  ['two together, in their order', ['d', 'a'], 'c', false, 'b a d c'],
])('%s', (_story, moved, target, after, expected) => {
  expect(reordered(['a', 'b', 'c', 'd'], new Set(moved), target, after).join(' ')).toBe(expected);
});
