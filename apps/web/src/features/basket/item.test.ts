import { expect, test } from 'vitest';
import type { Service } from '../booking/offer.ts';
import { ANYBODY } from '../booking/whom.ts';
import type { Slot } from '../times/day.ts';
import { itemsOf } from './item.ts';

const person = (id: string, name: string) => ({ id, name, title: null, photoUrl: null });
const service = (id: string, minutes: number, staffIds: string[]): Service => ({
  ...{ id, name: id, description: null, categoryId: 'hair', currency: 'EUR', priceFrom: false, variants: [] },
  ...{
    durationMinutes: minutes,
    priceCents: minutes * 100,
    phases: [{ kind: 'work', minutes }],
    duringProcessing: true,
    staffIds,
  },
});
const COLOUR = service('colour', 90, ['maren', 'aylin']);
const CUT = {
  ...service('cut', 45, ['maren', 'jonas']),
  variants: [{ staffId: 'jonas', durationMinutes: 60, priceCents: 3900, phases: [] }],
};
const OFFER = {
  services: [COLOUR, CUT],
  staff: [person('maren', 'Maren Petersen'), person('aylin', 'Aylin Demir'), person('jonas', 'Jonas Brandt')],
};
const at = (time: string) => `2026-12-19T${time}:00+01:00`;
const ALONE: Slot = {
  time: '14:00',
  startsAt: at('14:00'),
  staffIds: ['jonas'],
  priceCents: 3900,
  durationMinutes: 60,
};
const SLOT: Slot = {
  ...{ time: '14:00', startsAt: at('14:00'), staffIds: ['aylin'], priceCents: 12_900, durationMinutes: 150 },
  items: [
    { serviceId: 'colour', staffId: 'aylin', startsAt: at('14:00'), endsAt: at('15:30') },
    { serviceId: 'cut', staffId: 'jonas', startsAt: at('15:30'), endsAt: at('16:30') },
  ],
};
const said = (whom: readonly string[] | null, services: readonly string[], slot?: Slot) =>
  itemsOf({ services, whom }, OFFER, slot).map(
    ({ service: { id }, terms: { least, minutes, cents }, by }) =>
      `${id} ${least}-${minutes} ${cents}${by === undefined ? '' : ` by ${by}`}`,
  );

test.each([
  ['nobody was asked yet', null, ['colour', 'cut'], ['colour 90-90 9000', 'cut 45-60 3900']],
  ['all with one', ['maren'], ['colour', 'cut'], ['colour 90-90 9000', 'cut 45-45 4500']],
  [
    'each with another',
    ['aylin', 'jonas'],
    ['colour', 'cut'],
    ['colour 90-90 9000 by Aylin', 'cut 60-60 3900 by Jonas'],
  ],
  ['one of them open', [ANYBODY, 'jonas'], ['colour', 'cut'], ['colour 90-90 9000 by null', 'cut 60-60 3900 by Jonas']],
  ['one that is gone', null, ['perm', 'cut'], ['cut 45-60 3900']],
])('%s', (_case, whom, services, items) => {
  expect(said(whom, services)).toEqual(items);
});

test('colour develops as long as it does with whoever does it', () => {
  const phases = (minutes: number) => [{ kind: 'processing' as const, minutes }];
  const own = { staffId: 'maren', durationMinutes: 100, priceCents: 9000, phases: phases(45) };
  const offer = { ...OFFER, services: [{ ...COLOUR, phases: phases(30), variants: [own] }] };
  const develops = (whom: string) => itemsOf({ services: ['colour'], whom: [whom] }, offer, undefined)[0]?.processing;
  expect(['maren', 'aylin', ANYBODY].map(develops)).toEqual([45, 30, 30]);
});

test('once a time is chosen it is certain who does what, and how long that takes', () => {
  const items = ['colour 90-90 9000 by Aylin', 'cut 60-60 3900 by Jonas'];
  expect(said([ANYBODY], ['colour', 'cut'], SLOT)).toEqual(items);
  expect(said([ANYBODY], ['cut'], ALONE)).toEqual(['cut 60-60 3900']);
});
