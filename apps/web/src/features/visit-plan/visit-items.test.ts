import { expect, test } from 'vitest';
import type { Slot } from '../times/day.ts';
import { itemsOfSlot, namesOn } from './visit-items.ts';

const names = namesOn({
  services: [{ id: 'colour', name: 'Färben' }] as never,
  staff: [{ id: 'anna', name: 'Anna Weber' }] as never,
});
const slot: Slot = {
  ...{ time: '14:00', startsAt: '2026-12-19T14:00:00+01:00', priceCents: 6500, durationMinutes: 75 },
  staffIds: ['anna', 'ben'],
};
const times = { startsAt: '2026-12-19T14:00:00+01:00', endsAt: '2026-12-19T13:00:00.000Z' };

test('one service with somebody is hers', () => {
  expect(itemsOfSlot({ ...slot, durationMinutes: 0 }, { serviceId: 'colour', whom: 'anna' }, names)).toEqual([
    { serviceId: 'colour', service: 'Färben', staffId: 'anna', staff: 'Anna', ...times },
  ]);
});

test('one service with anybody takes the minutes of the first who could, and promises nobody', () => {
  const [item] = itemsOfSlot(slot, { serviceId: 'colour', whom: 'any' }, names);
  expect(item).toMatchObject({ staffId: 'anna', staff: null, endsAt: '2026-12-19T14:15:00.000Z' });
});

test('several services are done as the slot says, by whoever is known by name', () => {
  const items = ['anna', 'gone'].map((staffId) => ({ serviceId: 'colour', staffId, ...times }));
  expect(itemsOfSlot({ ...slot, items }, { serviceId: 'colour', whom: 'any' }, names)).toMatchObject([
    { service: 'Färben', staff: 'Anna' },
    { service: 'Färben', staff: null },
  ]);
});
