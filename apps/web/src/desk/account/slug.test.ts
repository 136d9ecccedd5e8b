import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
  ['Haar & Bart, Köln', 'haar-bart-koeln'],
  ['  Salon Größe  ', 'salon-groesse'],
  ['Café Crème', 'cafe-creme'],
  ['!!!', ''],
  [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
])('%s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
