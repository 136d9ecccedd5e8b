import { expect, test } from 'vitest';
import { alternated } from './rounds.ts';

test('rounds run forwards and backwards in turn', () => {
  expect(alternated(['a', 'b'], 3)).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
});
