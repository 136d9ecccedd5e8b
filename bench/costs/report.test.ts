import { expect, test } from 'vitest';
import { type Report, reportText } from './report.ts';
import { compare, type Figures } from './result.ts';
import { AS_SERVED } from './setups.ts';
import { AS_IT_IS } from './variants.ts';

const figures = (cpuMicros: number, walBytes: number): Figures => ({
  ...{ cpuMicros, walBytes, elapsedMicros: 1_500, imageBytes: 0 },
});
const base = [figures(400, 5_000), figures(410, 5_000)];
const without = [figures(360, 4_500), figures(451, 4_500)];

const served = (perSecond: number) => ({
  ...{ perSecond, p95: 480, apiMicros: 400, postgresMicros: 300, connections: 40, memoryMiB: 180 },
});

const report: Report = {
  machine: { cpu: 'AMD EPYC', cores: 2, memoryGiB: 24, system: 'Linux' },
  ...{ commit: null, date: '2026-11-22T10:00:00.000Z', versions: { node: '24.21.0', postgres: '18.4' } },
  ...{
    settings: {},
    rounds: 2,
    tickMs: 10,
    salons: 100,
    bookingsBefore: 4_000,
    variants: [AS_IT_IS],
    alsoRead: ['who'],
  },
  ways: [
    {
      ...{ name: 'alone', words: 'Each alone', bookings: 800 },
      variants: [
        { name: 'as it is', cost: compare(base, base), rounds: base },
        { name: 'without who', cost: compare(without, base), rounds: without },
      ],
    },
  ],
  served: {
    ...{ people: 1000, seconds: 2, rounds: 2, disagreements: ['DOES NOT AGREE: something'] },
    setups: [
      {
        setup: { ...AS_SERVED, name: 'one API process', processes: 1 },
        cost: compare([served(1_500), served(1_800)], [served(2_000), served(2_000)]),
        ...{ failed: 3, rounds: [] },
      },
    ],
  },
};
const lines = reportText(report).split('\n');

test('a row says what it costs, how much it varied, and how it differs', () => {
  const cells = lines.find((line) => line.startsWith('without who'))?.split(/ {2,}/);
  expect(cells).toEqual([
    ...['without who', '406', '360–451', '0.0', '−10.0…+10.0', '4500', '4500–4500', '−10.0', '−10.0…−10.0'],
    ...['0', '1.50', '0.0'],
  ]);
});

test('it names the size of a tick and what is read as well', () => {
  expect(lines).toContain('Each alone: 800 in a round, so that a tick is 12.5 µs each');
  expect(lines.some((line) => line.startsWith('Booking also reads who:'))).toBe(true);
});

test('a setup of the API says how many bookings it makes, how that varied and differs, and what they cost', () => {
  const cells = lines.find((line) => line.startsWith('one API process'))?.split(/ {2,}/);
  expect(cells).toEqual([
    ...['one API process', '1650', '1500–1800', '−17.5', '−25.0…−10.0', '480', '480–480', '0.0', '0.0…0.0'],
    ...['400', '0.0', '300', '0.0', '40', '180', '3'],
  ]);
  expect(lines.at(-1)).toBe('DOES NOT AGREE: something');
});
