import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from './temporal.ts';
import { addDays, formatInstant, isDate, localDate, resolveStart, wallTime, weekday } from './wall-clock.ts';

const at = (text: string) => Date.parse(text);

describe('dates', () => {
  test.each([
    ['2026-12-19', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['26-01-01', false],
    ['2026-01-01T00:00', false],
    ['x2026-01-01', false],
    ['+012026-01-01', false],
    ['2026-01-01x', false],
    ['', false],
  ])('isDate %j is %j', (text, valid) => {
    expect(isDate(text)).toBe(valid);
  });

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-28', 7, '2026-04-04'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s plus %i days is %s', (date, count, later) => {
    expect(addDays(date, count)).toBe(later);
  });

  test.each([
    ['9999-12-31', 1],
    ['0000-01-01', -1],
    ['2026-02-31x', 1],
  ])('%s plus %i days is refused', (date, count) => {
    expect(() => addDays(date, count)).toThrow(RangeError);
  });

  test('says what it refused', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow('No date 1 days from 9999-12-31');
  });

  test.each([
    ['2026-12-07', 1],
    ['2026-12-12', 6],
    ['2026-12-13', 7],
  ])('%s is weekday %i', (date, day) => {
    expect(weekday(date)).toBe(day);
  });
});

describe('what the wall shows', () => {
  test.each([
    { zone: 'Europe/Berlin', utc: '2026-12-19T13:00:00Z', date: '2026-12-19', time: '14:00', offset: '+01:00' },
    { zone: 'Europe/Berlin', utc: '2026-12-18T23:00:00Z', date: '2026-12-19', time: '00:00', offset: '+01:00' },
    { zone: 'Europe/Berlin', utc: '2026-12-18T22:59:00Z', date: '2026-12-18', time: '23:59', offset: '+01:00' },
    { zone: 'Asia/Kathmandu', utc: '2026-06-01T18:20:00Z', date: '2026-06-02', time: '00:05', offset: '+05:45' },
    { zone: 'America/St_Johns', utc: '2026-07-01T00:00:00Z', date: '2026-06-30', time: '21:30', offset: '-02:30' },
    { zone: 'Pacific/Kiritimati', utc: '2026-01-01T10:00:00Z', date: '2026-01-02', time: '00:00', offset: '+14:00' },
    { zone: 'UTC', utc: '2026-01-01T00:00:00Z', date: '2026-01-01', time: '00:00', offset: '+00:00' },
  ])('$utc in $zone is $date $time', ({ zone, utc, date, time, offset }) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    expect(wallTime(zone, at(utc))).toEqual({ date, time, offset, minute: hours * 60 + minutes });
    expect(localDate(zone, at(utc))).toBe(date);
    expect(formatInstant(zone, at(utc))).toBe(`${date}T${time}:00${offset}`);
  });

  test('keeps seconds in the instant and drops them on the wall', () => {
    expect(formatInstant('Europe/Berlin', at('2026-12-19T13:00:59.999Z'))).toBe('2026-12-19T14:00:59+01:00');
    expect(wallTime('Europe/Berlin', at('2026-12-19T13:00:59Z')).time).toBe('14:00');
  });

  test('agrees with Temporal anywhere, at any time', () => {
    const zones = [
      'Europe/Berlin',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Pacific/Apia',
      'America/St_Johns',
    ];
    const instant = fc.integer({ min: at('2006-01-01T00:00:00Z') / 1000, max: at('2040-01-01T00:00:00Z') / 1000 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, seconds) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
        expect(formatInstant(zone, seconds * 1000)).toBe(
          zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
        );
        expect(localDate(zone, seconds * 1000)).toBe(zoned.toPlainDate().toString());
      }),
    );
  });
});

describe('the start meant by a date and a time', () => {
  test.each([
    { time: '14:00', date: '2026-12-19', is: '2026-12-19T13:00:00Z', why: 'an ordinary time' },
    { time: '00:00', date: '2026-12-19', is: '2026-12-18T23:00:00Z', why: 'midnight' },
    { time: '14:00+01:00', date: '2026-12-19', is: '2026-12-19T13:00:00Z', why: 'with its offset' },
    { time: '14:00+02:00', date: '2026-12-19', is: null, why: 'with another offset' },
    { time: '14:00Z', date: '2026-12-19', is: null, why: 'in UTC, where Berlin is not' },
    { time: '02:30', date: '2026-03-29', is: null, why: 'in the gap' },
    { time: '02:00', date: '2026-03-29', is: null, why: 'the first in the gap' },
    { time: '02:30+01:00', date: '2026-03-29', is: null, why: 'in the gap, by the offset before' },
    { time: '01:59', date: '2026-03-29', is: '2026-03-29T00:59:00Z', why: 'the last before the gap' },
    { time: '03:00', date: '2026-03-29', is: '2026-03-29T01:00:00Z', why: 'the first after the gap' },
    { time: '02:30', date: '2026-10-25', is: '2026-10-25T00:30:00Z', why: 'double: the earlier' },
    { time: '02:30+02:00', date: '2026-10-25', is: '2026-10-25T00:30:00Z', why: 'double: the earlier, said' },
    { time: '02:30+01:00', date: '2026-10-25', is: '2026-10-25T01:30:00Z', why: 'double: the later' },
    { time: '24:00', date: '2026-12-19', is: null, why: 'no such hour' },
    { time: '23:60', date: '2026-12-19', is: null, why: 'no such minute' },
    { time: '9:00', date: '2026-12-19', is: null, why: 'one digit' },
    { time: '09:00:00', date: '2026-12-19', is: null, why: 'seconds' },
    { time: ' 09:00', date: '2026-12-19', is: null, why: 'a blank' },
    { time: '09:00+1', date: '2026-12-19', is: null, why: 'half an offset' },
    { time: '09:00', date: '2026-02-30', is: null, why: 'no such date' },
  ])('$date $time: $why', ({ date, time, is }) => {
    expect(resolveStart('Europe/Berlin', date, time)).toBe(is === null ? undefined : at(is));
  });

  test('takes Z where the zone is UTC', () => {
    expect(resolveStart('UTC', '2026-12-19', '14:00Z')).toBe(at('2026-12-19T14:00:00Z'));
    expect(resolveStart('Europe/London', '2026-07-01', '14:00Z')).toBeUndefined();
  });

  test('finds nothing on a date the zone skipped', () => {
    expect(resolveStart('Pacific/Apia', '2011-12-30', '12:00')).toBeUndefined();
  });
});
