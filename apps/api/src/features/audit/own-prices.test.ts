import { expect, test } from 'vitest';
import { withPricesOf } from './own-prices.ts';

const cut = { service: 'Schnitt', staffId: 'mia', priceCents: 2900 };
const dye = { service: 'Farbe', staffId: 'ben', priceCents: 7311 };
const { staffId: _, ...nobodys } = cut;
const hidden = ({ priceCents, ...rest }: typeof cut) => rest;
const MIA = { staffId: 'mia' };

test.each([
  ['a visit all hers', { items: [cut, cut], priceCents: 5800 }, { items: [cut, cut], priceCents: 5800 }],
  ['a visit she shares', { items: [cut, dye], priceCents: 10211 }, { items: [cut, hidden(dye)] }],
  ['a visit of others', { items: [dye], priceCents: 7311, note: 'x' }, { items: [hidden(dye)], note: 'x' }],
  ['a line from before it said whose', { items: [nobodys], priceCents: 2900 }, { items: [{ service: 'Schnitt' }] }],
  ['a price without services', { priceCents: 7311 }, {}],
  ['a visit of no services', { items: [], priceCents: 7311 }, { items: [] }],
  ['nothing', null, null],
])('%s', (_story, facts, told) => {
  expect(withPricesOf(MIA, facts)).toEqual(told);
  expect(withPricesOf('all', facts)).toEqual(facts);
});

test('whoever is no staff member has no prices of her own, and what names nobody is not hers', () => {
  const unnamed = { ...nobodys, staffId: null };
  expect(withPricesOf({ staffId: null }, { items: [unnamed], priceCents: 2900 })).toEqual({
    items: [{ service: 'Schnitt', staffId: null }],
  });
});
