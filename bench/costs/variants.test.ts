import { expect, test } from 'vitest';
import { AS_IT_IS, variantsOf } from './variants.ts';

const KEYS = [
  { name: 'claim_visit_fkey', table: 'claim', refersTo: 'booking' },
  { name: 'booking_who_fkey', table: 'booking', refersTo: 'customer' },
];
const INDEXES = [
  { name: 'booking_day', unique: false },
  { name: 'booking_reference', unique: true },
];
const all = variantsOf(KEYS, INDEXES);

test('the first variant is the database as it is', () => expect(all[0]).toBe(AS_IT_IS));

test.each([
  ['without foreign key claim → booking', ['alter table claim drop constraint claim_visit_fkey']],
  ['without foreign key booking → customer', ['alter table booking drop constraint booking_who_fkey']],
  [
    'without any of these foreign keys',
    ['alter table claim drop constraint claim_visit_fkey', 'alter table booking drop constraint booking_who_fkey'],
  ],
  ['without index booking_day', ['drop index booking_day']],
  ['without unique index booking_reference', ['drop index booking_reference']],
  [
    'fillfactor 80 on booking, claim, customer',
    ['booking', 'claim', 'customer'].map((table) => `alter table ${table} set (fillfactor = 80)`),
  ],
])('%s', (name, change) => {
  expect(all.find((variant) => variant.name === name)).toEqual({ name, change, settings: {}, server: {} });
});

test('names are unique, and every variant but the first changes something', () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  const changes = all.map(({ change, settings, server }) => [...change, ...Object.keys({ ...settings, ...server })]);
  expect(changes.filter((one) => one.length === 0)).toHaveLength(1);
});
