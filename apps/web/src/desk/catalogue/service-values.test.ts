import type { NewService } from '@salon/contracts/desk/catalogue';
import { expect, test } from 'vitest';
import { schemaOf, valuesOf, wishOf } from './service-values.ts';

const colour: NewService = {
  categoryId: 'c',
  name: 'Farbe',
  description: null,
  phases: [
    { kind: 'work', minutes: 30 },
    { kind: 'processing', minutes: 30 },
  ],
  bufferMinutes: 5,
  stationKind: null,
  duringProcessing: false,
  priceCents: 6500,
  priceFrom: true,
  online: true,
  staff: [{ staffId: 'mia', priceCents: null, phaseMinutes: [20, null] }],
};

test('what is shown is what is sent, when nothing was typed', () => {
  expect(wishOf(valuesOf(colour))).toEqual(colour);
});

test('own minutes go with their phase', () => {
  const values = { ...valuesOf(colour), phases: [{ kind: 'processing' as const, minutes: 10 }, ...colour.phases] };
  expect(wishOf(values).staff[0]?.phaseMinutes).toEqual([null, null, null]);
});

test.each([
  ['nameless', { name: ' ' }, 'name', 'needed'],
  ['of waiting only', { phases: [{ kind: 'processing', minutes: 5 }] }, 'phases', 'work'],
  ['without a price', { priceCents: null }, 'priceCents', 'needed'],
])('a service %s is not sent', (_story, wrong, path, message) => {
  const schema = schemaOf({ needed: 'needed', tooLong: 'long' }, { needsWork: 'work' });
  const { error } = schema.safeParse({ ...valuesOf(colour), ...wrong });
  expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[path, message]]);
});
