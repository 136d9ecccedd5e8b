import { expect, test } from 'vitest';
import { snapMinutes, snapStretch, snapTap } from './snap.ts';

test('a move goes in steps of five minutes, up and down', () => {
  expect([2, 3, -2, -3, 7.4, 8].map(snapMinutes)).toEqual([0, 5, 0, -5, 5, 10]);
});

test('a stretch covers what was drawn over, whichever way, and is never empty', () => {
  expect(snapStretch(61, 88)).toEqual({ start: 60, end: 90 });
  expect(snapStretch(88, 61)).toEqual({ start: 60, end: 90 });
  expect(snapStretch(60, 60)).toEqual({ start: 60, end: 65 });
});

test('a tap means its quarter of an hour, but nothing before the gap', () => {
  expect(snapTap(74)).toBe(60);
  expect(snapTap(74, { start: 65 })).toBe(65);
  expect(snapTap(89, { start: 65 })).toBe(75);
});
