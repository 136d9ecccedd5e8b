import { expect, test } from 'vitest';
import { de } from '../../i18n/de.ts';
import { formats } from '../../lib/formats.ts';
import { ownTerms, processingMinutes, termsOf, totalAt, totalOf } from './total.ts';

const work = (minutes: number) => ({ kind: 'work', minutes }) as const;
const processing = (minutes: number) => ({ kind: 'processing', minutes }) as const;
const CUT = {
  durationMinutes: 45,
  priceCents: 4500,
  priceFrom: false,
  currency: 'EUR',
  phases: [work(45)],
  duringProcessing: false,
  staffIds: ['maren', 'jonas'],
  variants: [{ staffId: 'jonas', durationMinutes: 60, priceCents: 3900, phases: [work(60)] }],
};
const COLOUR = {
  durationMinutes: 90,
  priceCents: 6200,
  priceFrom: true,
  currency: 'EUR',
  phases: [work(30), processing(45), work(15)],
  duringProcessing: true,
  staffIds: ['maren'],
  variants: [],
};
const BROWS = {
  ...CUT,
  ...{ durationMinutes: 15, priceCents: 1200, phases: [work(15)], duringProcessing: true, variants: [] },
};
const FRINGE = { ...BROWS, duringProcessing: false };

test('with somebody in particular it takes and costs what it does with them', () => {
  expect(termsOf(CUT, 'maren')).toEqual({ least: 45, minutes: 45, cents: 4500, from: false });
  expect(termsOf(CUT, 'jonas')).toEqual({ least: 60, minutes: 60, cents: 3900, from: false });
});

test('with whoever can it takes between so much and so much, and costs at least the least', () => {
  expect(termsOf(CUT)).toEqual({ least: 45, minutes: 60, cents: 3900, from: true });
  expect(termsOf({ ...CUT, staffIds: [] })).toEqual({ least: 45, minutes: 45, cents: 4500, from: false });
});

test.each([
  ['one after the other', [BROWS, BROWS], 30, false],
  ['one that takes longer with some', [BROWS, CUT], 75, true],
  ['the colour last', [BROWS, COLOUR], 105, false],
  ['the colour first, brows may be done meanwhile', [COLOUR, BROWS], 105, true],
  ['the colour first, a fringe is not cut with it in the hair', [COLOUR, FRINGE], 105, false],
  ['the colour first, then what takes longer than it develops', [COLOUR, COLOUR], 180, false],
  ['nothing', [], 0, false],
])('%s', (_what, services, minutes, upTo) => {
  expect(totalOf(services)).toMatchObject({ minutes, upTo });
});

test('a visit costs what its services cost with those they are wanted with', () => {
  expect(totalOf([COLOUR, CUT], ['maren'])).toMatchObject({ minutes: 135, cents: 10_700, from: true });
  expect(totalOf([BROWS, CUT], ['maren', 'jonas'])).toEqual({ minutes: 75, upTo: false, cents: 5100, from: false });
});

test('at a chosen start it takes and costs what that does, "from" only where the salon says so of a price', () => {
  const slot = { durationMinutes: 75, priceCents: 8400 };
  expect(totalAt(slot, [CUT, BROWS])).toEqual({ minutes: 75, upTo: false, cents: 8400, from: false });
  expect(totalAt(slot, [COLOUR, CUT])).toMatchObject({ cents: 8400, from: true });
});

test('whether something is done meanwhile depends on whom it is wanted with', () => {
  const variants = [{ staffId: 'jonas', durationMinutes: 60, priceCents: 1200, phases: [work(60)] }];
  const slowBrows = { ...BROWS, variants };
  expect(totalOf([COLOUR, slowBrows], ['maren', 'jonas'])).toMatchObject({ minutes: 150, upTo: false });
  expect(totalOf([COLOUR, slowBrows], ['maren', 'maren'])).toMatchObject({ minutes: 105, upTo: true });
  const quickColour = { ...COLOUR, staffIds: ['maren', 'jonas'], variants };
  expect(totalOf([quickColour, BROWS], ['jonas', 'maren'])).toMatchObject({ minutes: 75, upTo: false });
  expect(totalOf([quickColour, BROWS], ['maren', 'jonas'])).toMatchObject({ minutes: 105, upTo: true });
});

test('minutes of processing are counted wherever they lie', () => {
  expect(processingMinutes(COLOUR)).toBe(45);
  expect(processingMinutes({ phases: [processing(10), work(5), processing(20)] })).toBe(30);
  expect(processingMinutes(CUT)).toBe(0);
});

test('where it matters who does it, everybody has terms of their own', () => {
  const speech = { t: de, f: formats('de') };
  const said = (services: Parameters<typeof ownTerms>[0], staffId: string) =>
    Object.values(ownTerms(services, staffId, speech) ?? {}).map((text) => text.replaceAll(/\s/g, ' '));
  expect(said([BROWS, CUT], 'maren')).toEqual(['1 Std.', '57 €']);
  expect(said([BROWS, CUT], 'jonas')).toEqual(['1 Std. 15 Min.', '51 €']);
  expect(said([BROWS], 'jonas')).toEqual([]);
});
