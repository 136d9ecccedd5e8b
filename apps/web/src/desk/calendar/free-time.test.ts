import { expect, test } from 'vitest';
import { at } from './calendar.fixture.ts';
import { freeTime } from './free-time.ts';

const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
const DAY = {
  openings: [span('09:00', '13:00'), span('14:00', '18:00')],
  taken: [span('09:00', '10:30'), span('11:00', '13:00'), span('15:00', '18:00')],
  shown: span('08:00', '20:00'),
  now: at('07:00'),
  leastMinutes: 15,
};

test('free is what is open and not taken', () => {
  expect(freeTime(DAY)).toEqual([span('10:30', '11:00'), span('14:00', '15:00')]);
});

test('too short to sell anything into is not shown', () => {
  expect(freeTime({ ...DAY, leastMinutes: 45 })).toEqual([span('14:00', '15:00')]);
});

test('the past is sold no more; what is going on begins at the next five minutes', () => {
  expect(freeTime({ ...DAY, now: at('14:12') })).toEqual([span('14:15', '15:00')]);
  expect(freeTime({ ...DAY, now: at('20:30') })).toEqual([]);
});

test('what is hidden of the day is not told as free', () => {
  expect(freeTime({ ...DAY, shown: span('08:00', '14:30') })).toEqual([span('10:30', '11:00'), span('14:00', '14:30')]);
});

test('a closed day has no free time', () => {
  expect(freeTime({ ...DAY, openings: [] })).toEqual([]);
});
