import { expect, test } from 'vitest';
import { dialLink } from './dial-link.ts';

test('a number is dialled without what only makes it readable', () => {
  expect(dialLink('+49 (40) 66969-100')).toBe('tel:+494066969100');
});
