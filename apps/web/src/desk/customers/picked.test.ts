import { expect, test } from 'vitest';
import { customerOf, hasAddress, newFrom, type Picked } from './picked.ts';

const card: Picked = { kind: 'card', customer: { id: 'c1', name: 'Anna', email: null, phone: null } };

test.each<[string, Picked | null, ReturnType<typeof customerOf>]>([
  ['nobody yet', null, undefined],
  ['a walk-in', { kind: 'walkIn' }, null],
  ['a card', card, { id: 'c1' }],
  ['somebody new', { kind: 'new', name: ' Anna ', email: '', phone: ' 0151 ' }, { name: 'Anna', phone: '0151' }],
  ['somebody new without a name', { kind: 'new', name: ' ', email: '', phone: '0151' }, undefined],
  ['half an address', { kind: 'new', name: 'Anna', email: 'anna@', phone: '' }, undefined],
])('a visit for %s', (_who, picked, customer) => {
  expect(customerOf(picked)).toEqual(customer);
});

test.each([
  ['Anna Müller', { name: 'Anna Müller', email: '', phone: '' }],
  ['+49 (151) 23', { name: '', email: '', phone: '+49 (151) 23' }],
  ['anna@gmx', { name: '', email: 'anna@gmx', phone: '' }],
])('%s typed is where it belongs', (typed, details) => {
  expect(newFrom(typed)).toEqual({ kind: 'new', ...details });
});

test('a mail needs an address', () => {
  expect([hasAddress(card), hasAddress({ kind: 'walkIn' }), hasAddress(newFrom('anna@gmx.example'))]).toEqual([
    false,
    false,
    true,
  ]);
});
