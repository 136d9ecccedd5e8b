import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../time/interval.ts';
import { addDays, localDate, wallTime } from '../time/wall-clock.ts';
import { reminderTime } from './reminder.ts';

const at = (text: string) => Date.parse(text);
const day = 1440;

describe('a reminder', () => {
  test.each([
    ['a day before', 'Europe/Berlin', day, '2026-12-19T14:00+01:00', '2026-12-18T14:00+01:00'],
    ['two hours before', 'Europe/Berlin', 120, '2026-12-19T14:00+01:00', '2026-12-19T12:00+01:00'],
    ['a week before', 'Europe/Berlin', 7 * day, '2026-12-19T14:00+01:00', '2026-12-12T14:00+01:00'],
    ['over the night that loses an hour', 'Europe/Berlin', day, '2026-03-29T10:00+02:00', '2026-03-28T10:00+01:00'],
    ['over the night that wins an hour', 'Europe/Berlin', day, '2026-10-25T10:00+01:00', '2026-10-24T10:00+02:00'],
    ['two hours that span the gap', 'Europe/Berlin', 120, '2026-03-29T04:00+02:00', '2026-03-29T01:00+01:00'],
    ['at a time the day before lacks', 'Europe/Berlin', day, '2026-03-30T02:30+02:00', '2026-03-29T03:30+02:00'],
    ['at a time the day before had twice', 'Europe/Berlin', day, '2026-10-26T02:30+01:00', '2026-10-25T02:30+02:00'],
    ['a day and an hour before', 'Europe/Berlin', day + 60, '2026-03-29T10:00+02:00', '2026-03-28T09:00+01:00'],
    [
      'where clocks change by half an hour',
      'Australia/Lord_Howe',
      day,
      '2026-10-04T10:00+11:00',
      '2026-10-03T10:00+10:30',
    ],
    ['where a day was left out', 'Pacific/Apia', day, '2011-12-31T10:00+14:00', '2011-12-31T10:00+14:00'],
  ])('%s (%s)', (_story, zone, minutes, start, due) => {
    expect(new Date(reminderTime(zone, at(start), minutes))).toEqual(new Date(due));
  });

  test('of a zone nobody knows is an error', () => {
    expect(() => reminderTime('Europe/Elbe', at('2026-12-19T14:00Z'), day)).toThrow(RangeError);
  });
});

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Auckland',
  'UTC',
);
/** On the minute, over fifteen years of clock changes. */
const start = fc
  .integer({ min: at('2020-01-01T00:00Z') / MINUTE, max: at('2035-01-01T00:00Z') / MINUTE })
  .map((minute) => minute * MINUTE);

test('whole days before, the wall shows the same time on that date, or the time it jumped to', () => {
  fc.assert(
    fc.property(zone, start, fc.integer({ min: 1, max: 30 }), (timeZone, startsAt, days) => {
      const due = reminderTime(timeZone, startsAt, days * day);
      const [shown, meant] = [wallTime(timeZone, due), wallTime(timeZone, startsAt)];
      expect(localDate(timeZone, due)).toBe(addDays(meant.date, -days));
      const jumped = shown.minute - meant.minute;
      expect(jumped).toBeGreaterThanOrEqual(0);
      expect(jumped).toBeLessThanOrEqual(60);
      if (jumped > 0) expect(wallTime(timeZone, due - jumped * MINUTE).offset).not.toBe(shown.offset);
    }),
  );
});

test('less than a day before is by the minute, whatever clocks do', () => {
  fc.assert(
    fc.property(zone, start, fc.integer({ min: 1, max: day - 1 }), (timeZone, startsAt, minutes) => {
      expect(startsAt - reminderTime(timeZone, startsAt, minutes)).toBe(minutes * MINUTE);
    }),
  );
});

test('it is always before the visit, and off the plain length by a clock change at most', () => {
  fc.assert(
    fc.property(zone, start, fc.integer({ min: 1, max: 30 * day }), (timeZone, startsAt, minutes) => {
      const before = startsAt - reminderTime(timeZone, startsAt, minutes);
      expect(before).toBeGreaterThan(0);
      expect(Math.abs(before - minutes * MINUTE)).toBeLessThanOrEqual(DAY / 24);
    }),
  );
});
