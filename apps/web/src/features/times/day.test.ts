import { expect, test } from 'vitest';
import { byPart, endOf, fullness, minutesOf, pricesDiffer, type Slot, slotAt, startOf } from './day.ts';

const slot = (time: string, offset = '+01:00', priceCents = 3500): Slot => ({
  time,
  startsAt: `2026-12-19T${time}:00${offset}`,
  staffIds: [],
  priceCents,
  durationMinutes: 30,
});
const slots = (...times: string[]) => times.map((time) => slot(time));
const some = (count: number) => Array.from({ length: count }, () => slot('10:00'));

test.each([
  ['nothing to be had', 0, 0, 'closed'],
  ['all taken', 0, 30, 'full'],
  ['three left of thirty', 3, 30, 'few'],
  ['a quarter left', 8, 32, 'few'],
  ['half left', 15, 30, 'some'],
  ['most left', 25, 30, 'many'],
  ['a short day with nothing taken', 2, 2, 'few'],
  ['a day that offers more than it could (the hours changed meanwhile)', 8, 4, 'many'],
])('%s: %d of %d is %s', (_what, free, possible, how) => {
  expect(fullness({ slots: some(free), possible })).toBe(how);
});

test('times stand under the part of the day that people call it', () => {
  const parts = byPart(slots('09:00', '11:45', '12:00', '13:45', '14:00', '17:45', '18:00', '20:30'));
  expect(parts.map(({ part, slots: these }) => [part, these.map(({ time }) => time)])).toEqual([
    ['morning', ['09:00', '11:45']],
    ['noon', ['12:00', '13:45']],
    ['afternoon', ['14:00', '17:45']],
    ['evening', ['18:00', '20:30']],
  ]);
  expect(byPart(slots('15:00')).map(({ part }) => part)).toEqual(['afternoon']);
});

test('in the hour that comes twice a start says which it is', () => {
  const day = [slot('02:30', '+02:00'), slot('02:30', '+01:00'), slot('03:00')];
  const [early, late, other] = day as [Slot, Slot, Slot];
  expect(startOf(early, day)).toBe('02:30+02:00');
  expect(startOf(other, day)).toBe('03:00');
  expect(slotAt({ slots: day }, '02:30+01:00')).toBe(late);
  expect(slotAt({ slots: day }, '02:30')).toBe(early);
  expect(slotAt({ slots: day }, '04:00')).toBeUndefined();
  expect(slotAt(undefined, '03:00')).toBeUndefined();
});

test('prices are said with each time only where they differ', () => {
  expect(pricesDiffer(slots('10:00', '11:00'))).toBe(false);
  expect(pricesDiffer([slot('10:00'), slot('11:00', '+01:00', 4200)])).toBe(true);
  expect(pricesDiffer([])).toBe(false);
});

test('a service takes as long as whoever does it needs', () => {
  const day = '2026-12-19T';
  const item = (from: string, to: string) => ({
    serviceId: 's',
    staffId: 'lina',
    startsAt: `${day}${from}:00+01:00`,
    endsAt: `${day}${to}:00+01:00`,
  });
  expect(minutesOf({ ...slot('10:00'), durationMinutes: 40 }, 0)).toBe(40);
  const both = { ...slot('10:00'), durationMinutes: 75, items: [item('10:00', '10:40'), item('10:45', '11:15')] };
  expect([minutesOf(both, 0), minutesOf(both, 1)]).toEqual([40, 30]);
});

test.each([
  ['in winter', '2026-12-19T14:00:00+01:00', 135, '16:15'],
  ['over the end of summer time', '2026-10-25T02:30:00+02:00', 60, '02:30'],
  ['over its beginning', '2026-03-29T01:30:00+01:00', 60, '03:30'],
])('%s a visit ends by the salon’s clock', (_when, startsAt, durationMinutes, until) => {
  expect(endOf({ ...slot('14:00'), startsAt, durationMinutes }, 'Europe/Berlin')).toBe(until);
});
