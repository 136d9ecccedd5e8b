import { expect, test } from 'vitest';
import { addressLine, mapLink } from './salon-card.ts';

const address = { street: 'Große Rainstraße 114', postalCode: '22765', city: 'Hamburg' };

test('an address is as long as what is known of it', () => {
  expect(addressLine({ address })).toBe('Große Rainstraße 114, 22765 Hamburg');
  expect(addressLine({ address: { ...address, street: null } })).toBe('22765 Hamburg');
  expect(addressLine({ address: { street: null, postalCode: null, city: null } })).toBeUndefined();
  expect(mapLink({ name: 'Salon', address: { street: null, postalCode: null, city: null } })).toBeUndefined();
});

test('a map finds the salon by name and address', () => {
  const link = new URL(mapLink({ name: 'Cut & Color', address }) ?? '');
  expect(link.searchParams.get('query')).toBe('Cut & Color, Große Rainstraße 114, 22765 Hamburg');
});
