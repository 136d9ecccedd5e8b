import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestHash } from './canonical-body.ts';

const body = {
  salonSlug: 'demo',
  service: 'Färben',
  date: '2026-12-19',
  time: '14:00',
  customer: { name: 'Ada', email: 'ada@kunde.example' },
};
const hash = (change: object = {}) => requestHash({ operation: 'book', body: { ...body, ...change } }).toString('hex');

test('the order of fields, the key and the case of the address do not matter', () => {
  const reversed = Object.fromEntries(Object.entries(body).reverse()) as typeof body;
  expect(requestHash({ operation: 'book', body: reversed }).toString('hex')).toBe(hash());
  expect(hash({ idempotencyKey: 'k' })).toBe(hash());
  expect(hash({ customer: { email: 'ADA@Kunde.example', name: 'Ada' } })).toBe(hash());
});

test('every other difference does', () => {
  const changes = [{ time: '14:15' }, { note: '' }, { customer: { ...body.customer, name: 'ada' } }, { locale: 'de' }];
  expect(new Set([hash(), ...changes.map(hash)]).size).toBe(changes.length + 1);
});

test('an operation and its target are part of it', () => {
  const move = (bookingId: string) => requestHash({ operation: 'reschedule', bookingId, body }).toString('hex');
  expect(new Set([hash(), move('a'), move('b')]).size).toBe(3);
});

test('different notes never collide', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (hash({ note: a }) === hash({ note: b })) === (a === b)));
});
