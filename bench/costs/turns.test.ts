import { expect, test } from 'vitest';
import { inTurn, interleaved } from './turns.ts';

test.each([
  [0, 'abcdef'],
  [1, 'bafedc'],
  [2, 'efabcd'],
  [3, 'fedcba'],
])('round %i', (round, order) => expect(inTurn([...'abcdef'], round).join('')).toBe(order));

test('of nothing there is no order', () => expect(inTurn([], 3)).toEqual([]));

test.each([
  ['0abcdef', '0ab0cd0ef'],
  ['0abcd', '0ab0cd0'],
  ['0', '000'],
  ['', ''],
])('%j with its first in between is %j', (items, order) => expect(interleaved([...items]).join('')).toBe(order));
