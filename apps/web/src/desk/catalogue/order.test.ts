import { expect, test } from 'vitest';
import { withCategoryMoved, withServices } from './order.ts';

const order = ['hair', 'beard', 'brows'].map((id) => ({ id, serviceIds: [`${id} 1`, `${id} 2`] }));
const ids = (list: typeof order) => list.map(({ id }) => id).join(' ');

test('a category moves by a place, and not beyond the ends', () => {
  expect(ids(withCategoryMoved(order, 1, -1))).toBe('beard hair brows');
  expect(ids(withCategoryMoved(order, 1, 1))).toBe('hair brows beard');
  expect(ids(withCategoryMoved(order, 0, -1))).toBe('hair beard brows');
  expect(ids(withCategoryMoved(order, 2, 1))).toBe('hair beard brows');
});

test('services move within their category', () => {
  expect(withServices(order, 'beard', ['beard 2', 'beard 1']).map((one) => one.serviceIds[0])).toEqual([
    'hair 1',
    'beard 2',
    'brows 1',
  ]);
});
