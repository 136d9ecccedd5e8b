import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from './interval.ts';
import { instantsOf, isTimeZone, localDay, rangeOf } from './local-day.ts';
import { Temporal } from './temporal.ts';
import { addDays } from './wall-clock.ts';

/** `segments` as text: when each begins and how many minutes it lasts. */
function story(timeZone: string, date: string): string[] {
  return localDay(timeZone, date).segments.map(
    ({ start, end, offset }) =>
      `${new Date(start).toISOString().slice(0, 16)} ${(end - start) / MINUTE} ${offset / MINUTE}`,
  );
}

describe('the instants of a date', () => {
  test.each([
    { zone: 'UTC', date: '2026-01-01', why: 'no clock change', segments: ['2026-01-01T00:00 1440 0'] },
    { zone: 'Asia/Kathmandu', date: '2026-06-01', why: '5:45 ahead', segments: ['2026-05-31T18:15 1440 345'] },
    {
      zone: 'Europe/Berlin',
      date: '2026-03-29',
      why: 'spring: 23 hours',
      segments: ['2026-03-28T23:00 120 60', '2026-03-29T01:00 1260 120'],
    },
    {
      zone: 'Europe/Berlin',
      date: '2026-10-25',
      why: 'autumn: 25 hours',
      segments: ['2026-10-24T22:00 180 120', '2026-10-25T01:00 1320 60'],
    },
    {
      zone: 'Australia/Lord_Howe',
      date: '2026-04-05',
      why: 'autumn by half an hour',
      segments: ['2026-04-04T13:00 120 660', '2026-04-04T15:00 1350 630'],
    },
    {
      zone: 'America/Santiago',
      date: '2026-09-06',
      why: 'spring at midnight: the day begins at one',
      segments: ['2026-09-06T04:00 1380 -180'],
    },
    {
      zone: 'America/Santiago',
      date: '2026-04-04',
      why: 'autumn at midnight: its last hour is double',
      segments: ['2026-04-04T03:00 1440 -180', '2026-04-05T03:00 60 -240'],
    },
    {
      zone: 'America/St_Johns',
      date: '2006-10-29',
      why: 'autumn a minute past midnight: a date in two parts',
      segments: ['2006-10-29T02:30 1 -150', '2006-10-29T03:30 1440 -210'],
    },
    { zone: 'Pacific/Apia', date: '2011-12-30', why: 'a date that never was', segments: [] },
    { zone: 'Pacific/Apia', date: '2011-12-31', why: 'the day after it', segments: ['2011-12-30T10:00 1440 840'] },
    { zone: 'Pacific/Kiritimati', date: '2026-01-01', why: '14 hours ahead', segments: ['2025-12-31T10:00 1440 840'] },
    { zone: 'Pacific/Pago_Pago', date: '2026-01-01', why: '11 hours behind', segments: ['2026-01-01T11:00 1440 -660'] },
  ])('$zone $date: $why', ({ zone, date, segments }) => {
    expect(story(zone, date)).toEqual(segments);
  });

  test('agrees with Temporal, minute by minute, round every clock change', () => {
    const zones = [
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Australia/Adelaide',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 730 }), fc.nat(1439), (zone, after, minute) => {
        const date = addDays('2026-01-01', after);
        const day = localDay(zone, date);
        const wall = Temporal.PlainDateTime.from(date).add({ minutes: minute });
        const possible = ['earlier', 'later'].map((disambiguation) =>
          wall.toZonedDateTime(zone, { disambiguation: disambiguation as 'earlier' | 'later' }),
        );
        const real = possible.filter((one) => one.toPlainDateTime().equals(wall)).map((one) => one.epochMilliseconds);
        expect(instantsOf(day, minute)).toEqual([...new Set(real)]);
      }),
    );
  });

  test('is worked out once', () => {
    expect(localDay('Europe/Rome', '2026-05-05')).toBe(localDay('Europe/Rome', '2026-05-05'));
  });

  test('is worked out anew, and equal, after ten thousand other dates', () => {
    const first = localDay('UTC', '2001-01-01');
    for (let n = 1; n <= 10_000; n++) localDay('UTC', addDays('2001-01-01', n));
    const again = localDay('UTC', '2001-01-01');
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  test('refuses what is no zone and no date', () => {
    expect(() => localDay('Europe/Atlantis', '2026-01-01')).toThrow(RangeError);
    expect(() => localDay('UTC', '2026-02-30')).toThrow(RangeError);
  });
});

describe('wall-clock ranges', () => {
  const berlin = (date: string, from: number, to: number) =>
    rangeOf(localDay('Europe/Berlin', date), from * 60, to * 60).map(
      ({ start, end }) => `${new Date(start).toISOString().slice(11, 16)}-${new Date(end).toISOString().slice(11, 16)}`,
    );

  test.each([
    { date: '2026-12-07', from: 9, to: 12, why: 'an ordinary day', range: ['08:00-11:00'] },
    { date: '2026-12-07', from: 0, to: 24, why: 'the whole day', range: ['23:00-23:00'] },
    { date: '2026-03-29', from: 1, to: 4, why: 'over the gap: two hours', range: ['00:00-02:00'] },
    { date: '2026-03-29', from: 2, to: 3, why: 'in the gap: nothing', range: [] },
    { date: '2026-03-29', from: 1, to: 2.5, why: 'ends in the gap', range: ['00:00-01:00'] },
    { date: '2026-03-29', from: 2.5, to: 4, why: 'begins in the gap', range: ['01:00-02:00'] },
    { date: '2026-10-25', from: 1, to: 4, why: 'over the double hour: four hours', range: ['23:00-03:00'] },
    { date: '2026-10-25', from: 2, to: 3, why: 'the double hour in one piece', range: ['00:00-02:00'] },
    { date: '2026-10-25', from: 2, to: 2.5, why: 'twice its first half', range: ['00:00-00:30', '01:00-01:30'] },
    { date: '2026-10-25', from: 2.5, to: 4, why: 'from its middle: a hole', range: ['00:30-01:00', '01:30-03:00'] },
  ])('$date from $from to $to: $why', ({ date, from, to, range }) => {
    expect(berlin(date, from, to)).toEqual(range);
  });

  test('cover a normal day wholly', () => {
    const day = localDay('Asia/Tokyo', '2026-07-01');
    expect(rangeOf(day, 0, 1440)).toEqual([
      { start: day.midnight - 9 * 60 * MINUTE, end: day.midnight - 9 * 60 * MINUTE + DAY },
    ]);
  });
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Atlantis', false],
  ['+01:00', false],
  ['-05:00', false],
  ['', false],
])('isTimeZone %j is %j', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});
