import { describe, expect, test } from 'vitest';
import { wallTime } from '../time/wall-clock.ts';
import { hoursOn, staffOpenings, weeklyOpenings } from './openings.ts';
import { aSalon, aStaff, everyDay, on, wallRange } from './salon.fixture.ts';
import type { Closure, SalonConfig, Staff } from './salon-config.ts';

function closed(firstDate: string, lastDate: string, range?: string): Closure {
  return { firstDate, lastDate, range: range === undefined ? null : wallRange(range) };
}

function hours(config: SalonConfig, date: string): string[] {
  const [staff] = config.staff;
  const clock = (instant: number) => wallTime(config.timeZone, instant).time;
  return staff === undefined
    ? []
    : staffOpenings(config, staff, date).map(({ start, end }) => `${clock(start)}-${clock(end)}`);
}

describe("a staff member's hours", () => {
  const anna = (parts: Partial<Staff>) => aSalon({ staff: [aStaff('anna', [], parts)] });

  test('follow the weekly plan of the weekday', () => {
    const config = anna({ weekly: [...on(1, '09:00-12:00', '13:00-18:00'), ...on(7, '10:00-11:00')] });
    expect(hours(config, '2026-12-07')).toEqual(['09:00-12:00', '13:00-18:00']);
    expect(hours(config, '2026-12-08')).toEqual([]);
    expect(hours(config, '2026-12-13')).toEqual(['10:00-11:00']);
  });

  test('may run from midnight to midnight', () => {
    expect(hours(anna({ weekly: everyDay('00:00-24:00') }), '2026-12-07')).toEqual(['00:00-00:00']);
  });

  test('join where two ranges touch', () => {
    expect(hours(anna({ weekly: everyDay('12:00-15:00', '09:00-12:00') }), '2026-12-07')).toEqual(['09:00-15:00']);
  });

  test.each([
    ['2026-12-06', []],
    ['2026-12-07', ['09:00-10:00']],
    ['2026-12-13', ['09:00-10:00']],
    ['2026-12-14', []],
  ])('on %s keep to the validity of the plan, both ends included', (date, expected) => {
    const weekly = everyDay('09:00-10:00').map((plan) => ({
      ...plan,
      validFrom: '2026-12-07',
      validUntil: '2026-12-13',
    }));
    expect(hours(anna({ weekly }), date)).toEqual(expected);
  });

  test.each([
    ['2026-12-06', []],
    ['2026-12-07', ['09:00-12:00']],
    ['2026-12-09', ['14:00-15:00']],
    ['2026-12-10', []],
  ])('on %s keep to her first and last date, exceptions too', (date, expected) => {
    const exceptions = ['2026-12-06', '2026-12-09', '2026-12-10'].map((day) => ({
      date: day,
      ranges: [wallRange('14:00-15:00')],
    }));
    expect(hours(anna({ activeFrom: '2026-12-07', activeUntil: '2026-12-09', exceptions }), date)).toEqual(expected);
  });

  test('are those of an exception in place of the plan', () => {
    const config = anna({
      exceptions: [
        { date: '2026-12-07', ranges: [wallRange('13:00-14:00')] },
        { date: '2026-12-08', ranges: [] },
        { date: '2026-12-09', ranges: [wallRange('08:00-09:00')] },
        { date: '2026-12-09', ranges: [wallRange('10:00-11:00')] },
      ],
    });
    expect(hours(config, '2026-12-07')).toEqual(['13:00-14:00']);
    expect(hours(config, '2026-12-08')).toEqual([]);
    expect(hours(config, '2026-12-09')).toEqual(['08:00-09:00', '10:00-11:00']);
    expect(hours(config, '2026-12-10')).toEqual(['09:00-12:00']);
  });

  test.each([
    ['2026-12-23', ['09:00-12:00']],
    ['2026-12-24', ['09:00-10:30', '11:00-12:00']],
    ['2026-12-25', []],
    ['2026-12-26', []],
    ['2026-12-27', ['09:00-12:00']],
  ])('on %s lose what the salon closes', (date, expected) => {
    const config = aSalon({
      staff: [aStaff('anna', [], { exceptions: [{ date: '2026-12-26', ranges: [wallRange('09:00-17:00')] }] })],
      closures: [
        closed('2026-12-25', '2026-12-26'),
        closed('2026-12-24', '2026-12-24', '10:45-11:00'),
        closed('2026-12-24', '2026-12-24', '10:30-10:50'),
      ],
    });
    expect(hours(config, date)).toEqual(expected);
  });

  test('shrink in the spring gap and grow in the double hour', () => {
    const config = anna({ weekly: everyDay('01:00-04:00') });
    const length = (date: string) =>
      staffOpenings(config, config.staff[0] as Staff, date).reduce((sum, one) => sum + one.end - one.start, 0) /
      3_600_000;
    expect(length('2026-03-28')).toBe(3);
    expect(length('2026-03-29')).toBe(2);
    expect(length('2026-10-25')).toBe(4);
  });

  test('are worked out once per configuration, and anew for the next', () => {
    const config = anna({});
    const next = { ...config, version: 2, closures: [closed('2026-12-07', '2026-12-07')] };
    const staff = config.staff[0] as Staff;
    expect(staffOpenings(config, staff, '2026-12-07')).toBe(staffOpenings(config, staff, '2026-12-07'));
    expect(staffOpenings(next, staff, '2026-12-07')).toEqual([]);
  });

  test('of two staff members on one date are kept apart', () => {
    const config = aSalon({ staff: [aStaff('anna', []), aStaff('ben', [], { weekly: everyDay('14:00-15:00') })] });
    const [anna, ben] = config.staff as [Staff, Staff];
    expect(staffOpenings(config, anna, '2026-12-07')).not.toEqual(staffOpenings(config, ben, '2026-12-07'));
  });
});

describe('the hours of one date', () => {
  test.each([
    ['2026-12-23', ['09:00-12:00', '14:00-18:00']],
    ['2026-12-24', ['09:00-10:30', '14:00-18:00']],
    ['2026-12-25', []],
    ['2026-12-28', ['10:00-16:00']],
  ])('on %s join those of everybody who works, without what the salon closes', (date, expected) => {
    const exceptions = [{ date: '2026-12-28', ranges: [] }];
    const config = aSalon({
      staff: [
        aStaff('anna', [], {
          weekly: everyDay('09:00-12:00'),
          exceptions: [{ date: '2026-12-28', ranges: [wallRange('10:00-16:00')] }],
        }),
        aStaff('ben', [], { weekly: everyDay('11:00-12:00', '14:00-18:00'), exceptions }),
        aStaff('gone', [], { weekly: everyDay('00:00-24:00'), activeUntil: '2026-12-06' }),
      ],
      closures: [closed('2026-12-24', '2026-12-24', '10:30-12:00'), closed('2026-12-25', '2026-12-26')],
    });
    expect(hoursOn(config, date)).toEqual(expected.map(wallRange));
  });
});

describe('the hours of the public page', () => {
  test('join those of everybody who works, by weekday', () => {
    const config = aSalon({
      staff: [
        aStaff('anna', [], { weekly: [...on(2, '09:00-12:00'), ...on(1, '09:00-12:00')] }),
        aStaff('ben', [], { weekly: [...on(1, '11:00-15:00', '16:00-18:00')] }),
        aStaff('gone', [], { weekly: everyDay('00:00-24:00'), activeUntil: '2026-12-06' }),
        aStaff('old', [], { weekly: everyDay('00:00-24:00').map((plan) => ({ ...plan, validUntil: '2026-12-06' })) }),
      ],
    });
    expect(weeklyOpenings(config, '2026-12-07')).toEqual([
      { weekday: 1, ...wallRange('09:00-15:00') },
      { weekday: 1, ...wallRange('16:00-18:00') },
      { weekday: 2, ...wallRange('09:00-12:00') },
    ]);
  });

  test('list Sunday last', () => {
    const config = aSalon({ staff: [aStaff('anna', [], { weekly: everyDay('09:00-12:00') })] });
    expect(weeklyOpenings(config, '2026-12-07').map((one) => one.weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
