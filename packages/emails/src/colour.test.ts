import { describe, expect, test } from 'vitest';
import { accentOf, contrast } from './colour.ts';

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#ffe600', '#ffffff', 1.26],
])('%s on %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  expect(contrast(other, one)).toBe(contrast(one, other));
});

describe('a salon’s colour', () => {
  test('whichever it is, text on it can be read', () => {
    const steps = [0, 51, 102, 118, 119, 120, 153, 204, 255].map((value) => value.toString(16).padStart(2, '0'));
    for (const red of steps) {
      for (const green of steps) {
        for (const blue of steps) {
          const { fill, text } = accentOf(`#${red}${green}${blue}`);
          expect(contrast(fill, text), fill).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  test.each([
    ['#FFE600', { fill: '#ffe600', text: '#000000', edge: '#57534e' }],
    ['#b4532a', { fill: '#b4532a', text: '#ffffff', edge: '#b4532a' }],
    [null, { fill: '#44403c', text: '#ffffff', edge: '#44403c' }],
    ['red;background:url(x)', { fill: '#44403c', text: '#ffffff', edge: '#44403c' }],
  ])('%s', (colour, accent) => expect(accentOf(colour)).toEqual(accent));
});
