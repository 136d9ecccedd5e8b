import { formatInstant } from '@salon/domain/time/wall-clock';
import { expect, test } from 'vitest';
import { axisOf, instantAt, minuteOf, sameHours, within } from './axis.ts';

const ZONE = 'Europe/Berlin';
const WHOLE = { from: 0, to: 1440 };
const at = (text: string) => Date.parse(text);

test('an ordinary day from 8 to 20 has twelve hours, an hour apart', () => {
  const day = axisOf(ZONE, '2026-12-19', { from: 480, to: 1200 });
  expect(day.minutes).toBe(720);
  expect(day.hours.map(({ clock }) => clock)).toEqual(
    ['08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19'].map((hour) => `${hour}:00`),
  );
  expect(minuteOf(day, at('2026-12-19T10:15:00+01:00'))).toBe(135);
  expect(formatInstant(ZONE, instantAt(day, 135))).toBe('2026-12-19T10:15:00+01:00');
});

test('the day on which clocks go forward has 23 hours, and none that begins at two', () => {
  const day = axisOf(ZONE, '2026-03-29', WHOLE);
  expect(day.minutes).toBe(23 * 60);
  expect(day.hours.slice(0, 4)).toEqual([
    { minute: 0, clock: '00:00' },
    { minute: 60, clock: '01:00' },
    { minute: 120, clock: '03:00' },
    { minute: 180, clock: '04:00' },
  ]);
  expect(minuteOf(day, at('2026-03-29T09:00:00+02:00'))).toBe(8 * 60);
});

test('the day on which clocks go back has 25 hours, two of which begin at two', () => {
  const day = axisOf(ZONE, '2026-10-25', WHOLE);
  expect(day.minutes).toBe(25 * 60);
  expect(day.hours.slice(1, 5).map(({ minute, clock }) => [minute, clock])).toEqual([
    [60, '01:00'],
    [120, '02:00'],
    [180, '02:00'],
    [240, '03:00'],
  ]);
  expect(minuteOf(day, at('2026-10-25T02:30:00+02:00'))).toBe(150);
  expect(minuteOf(day, at('2026-10-25T02:30:00+01:00'))).toBe(210);
});

test('a day that begins in the hour that is missing begins behind it', () => {
  const day = axisOf(ZONE, '2026-03-29', { from: 120, to: 300 });
  expect(day.hours[0]).toEqual({ minute: 0, clock: '03:00' });
  expect(day.minutes).toBe(120);
});

test('in the week of a clock change the hours of work still stand side by side, those of the night do not', () => {
  const work = { from: 480, to: 1200 };
  expect(sameHours(axisOf(ZONE, '2026-10-24', work), axisOf(ZONE, '2026-10-25', work))).toBe(true);
  expect(sameHours(axisOf(ZONE, '2026-10-24', WHOLE), axisOf(ZONE, '2026-10-25', WHOLE))).toBe(false);
  expect(sameHours(axisOf(ZONE, '2026-10-24', WHOLE), axisOf(ZONE, '2026-10-23', WHOLE))).toBe(true);
});

test('in a zone half an hour off the hour, hours are where the clock there shows them', () => {
  const day = axisOf('Asia/Kathmandu', '2026-12-19', { from: 540, to: 600 });
  expect(day.hours).toEqual([{ minute: 0, clock: '09:00' }]);
  expect(day.start).toBe(at('2026-12-19T09:00:00+05:45'));
});

test('what reaches beyond the line is cut at its ends, what lies beside it is not on it', () => {
  const day = axisOf(ZONE, '2026-12-19', { from: 480, to: 1200 });
  const night = { start: at('2026-12-19T03:00:00+01:00'), end: at('2026-12-19T09:00:00+01:00') };
  expect(within(day, night)).toEqual({ start: day.start, end: night.end });
  expect(within(day, { start: night.start, end: day.start })).toBeUndefined();
});
