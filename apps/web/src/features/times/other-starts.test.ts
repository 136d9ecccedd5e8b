import { expect, test } from 'vitest';
import type { Slot } from './day.ts';
import { otherStarts } from './other-starts.ts';

const timezone = 'Europe/Berlin';
const slot = (startsAt: string): Slot => ({
  ...{ time: startsAt.slice(11, 16), startsAt, staffIds: [], priceCents: 3500, durationMinutes: 30 },
});
const DAY = {
  date: '2026-12-19',
  possible: 8,
  slots: ['09:00', '10:30', '13:45', '14:00', '14:30', '18:00'].map((time) => slot(`2026-12-19T${time}:00+01:00`)),
};
const refused = { timezone, date: '2026-12-19', at: '14:00' };
const found = (...times: string[]) => times.map((time) => ({ startsAt: `2026-12-19T${time}:00+01:00` }));
const times = (starts: ReturnType<typeof otherStarts>) => starts.map(({ at }) => at);

test('what the API found comes first, and the nearest of the day fill up', () => {
  expect(times(otherStarts({ ...refused, alternatives: found('18:00'), day: DAY }))).toEqual([
    '18:00',
    '10:30',
    '13:45',
  ]);
  expect(times(otherStarts({ ...refused, day: DAY }))).toEqual(['10:30', '13:45', '14:30']);
});

test('never more than three, and none twice', () => {
  const many = found('13:45', '14:30', '09:00', '10:30');
  expect(times(otherStarts({ ...refused, alternatives: many, day: DAY }))).toEqual(['13:45', '14:30', '09:00']);
  expect(times(otherStarts({ ...refused, alternatives: found('13:45'), day: DAY }))).toEqual([
    '13:45',
    '10:30',
    '14:30',
  ]);
});

test('not the start that was refused, though what was read before still offers it', () => {
  expect(times(otherStarts({ ...refused, alternatives: found('14:00', '15:00'), day: undefined }))).toEqual(['15:00']);
});

test('not where the visit is already, however that is written', () => {
  const not = '2026-12-19T12:45:00Z';
  expect(times(otherStarts({ ...refused, day: DAY, not }))).toEqual(['10:30', '14:30', '18:00']);
});

test('a start on another day says its day', () => {
  const alternatives = [{ startsAt: '2026-12-21T09:00:00+01:00' }];
  expect(otherStarts({ ...refused, alternatives, day: undefined })).toEqual([
    { startsAt: '2026-12-21T09:00:00+01:00', date: '2026-12-21', at: '09:00' },
  ]);
});

test('in the double hour of a clock change each start says which of both it is', () => {
  const [first, second] = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'];
  const night = {
    timezone,
    date: '2026-10-25',
    day: undefined,
    alternatives: [first, second, '2026-10-25T03:00:00+01:00'].map((startsAt) => ({ startsAt })),
  };
  expect(times(otherStarts({ ...night, at: '09:00' }))).toEqual(['02:30+02:00', '02:30+01:00', '03:00']);
  expect(times(otherStarts({ ...night, at: '02:30+02:00' }))).toEqual(['02:30+01:00', '03:00']);
  expect(times(otherStarts({ ...night, at: '02:30+01:00' }))).toEqual(['02:30+02:00', '03:00']);
});

test('without an offset the earlier of both was meant', () => {
  const alternatives = ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'].map((startsAt) => ({ startsAt }));
  const night = { timezone, date: '2026-10-25', at: '02:30', day: undefined, alternatives };
  expect(times(otherStarts(night))).toEqual(['02:30+01:00']);
});

test('where nothing is left, nothing', () => {
  expect(otherStarts({ ...refused, day: undefined })).toEqual([]);
});

test('each says who would do it, as its day offers it or as the API told', () => {
  const alternatives = [
    { startsAt: '2026-12-19T18:00:00+01:00', staffIds: ['Anna'] },
    { startsAt: '2026-12-21T09:00:00+01:00', staffIds: ['Anna', 'Ben'] },
  ];
  const [here, elsewhere] = otherStarts({ ...refused, alternatives, day: DAY });
  expect(here?.slot).toBe(DAY.slots.at(-1));
  expect(elsewhere?.staffIds).toEqual(['Anna', 'Ben']);
});
