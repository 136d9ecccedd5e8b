import { describe, expect, test } from 'vitest';
import { aSalon, aService, aStaff, everyDay } from '../salon/salon.fixture.ts';
import { MINUTE } from '../time/interval.ts';
import type { TakenTime } from './arrangement.ts';
import { asking, instant, MONDAY, slotsOn, taken } from './visit.fixture.ts';

const services = [aService('cut'), aService('long', { phases: [{ kind: 'work', minutes: 60 }] })];
const salon = (hours: string, policy = {}) =>
  aSalon({ services, staff: [aStaff('anna', ['cut', 'long'], { weekly: everyDay(hours) })], policy });

function marks(
  config: ReturnType<typeof salon>,
  claims: readonly TakenTime[],
  service = 'cut',
  now?: number,
): string[] {
  return slotsOn(MONDAY, config, asking(service), claims, now)
    .filter((slot) => slot.recommended !== undefined)
    .map((slot) => `${slot.time} ${slot.recommended?.reason}`);
}

describe('a slot is recommended', () => {
  test('when it fills the gap between two visits', () => {
    expect(marks(salon('09:00-10:30'), taken(MONDAY, 'anna 09:00-09:30', 'anna 10:00-10:30'))).toEqual([
      '09:30 fills_gap',
    ]);
  });

  test('when it fills what is left to closing', () => {
    expect(marks(salon('09:00-10:30'), taken(MONDAY, 'anna 09:00-10:00'))).toEqual(['10:00 fills_gap']);
  });

  test('when it touches on one side and leaves room for the shortest service on the other', () => {
    expect(marks(salon('09:00-11:00'), taken(MONDAY, 'anna 09:00-09:30'))).toEqual([
      '09:30 adjacent',
      '10:30 adjacent',
    ]);
  });

  test('not when it leaves a gap nobody can book', () => {
    // 45 minutes free: a cut at either end leaves a quarter of an hour.
    expect(marks(salon('09:00-10:15'), taken(MONDAY, 'anna 09:00-09:30'))).toEqual([]);
  });

  test('not when it merely stands free', () => {
    const claims = taken(MONDAY, 'anna 09:00-09:30', 'anna 11:00-12:00');
    expect(marks(salon('09:00-12:00'), claims)).toEqual(['09:30 adjacent', '10:30 adjacent']);
  });

  test('by blocked time as by visits', () => {
    expect(marks(salon('09:00-10:30'), taken(MONDAY, 'block anna 09:00-09:30', 'block anna 10:00-10:30'))).toEqual([
      '09:30 fills_gap',
    ]);
  });

  test('as the first of a day nobody has booked yet', () => {
    expect(marks(salon('09:00-12:00'), [])).toEqual(['09:00 opens_day', '11:30 adjacent']);
    expect(marks(salon('09:00-12:00'), taken(MONDAY, 'block anna 11:30-12:00'))).toEqual([
      '09:00 opens_day',
      '11:00 adjacent',
    ]);
    expect(marks(salon('09:00-12:00'), taken('2026-12-06', 'anna 10:00-10:30'))).toContain('09:00 opens_day');
    expect(marks(salon('09:00-12:00'), taken(MONDAY, 'anna 10:00-10:30'))).toContain('09:00 adjacent');
  });

  test('as the first of a day even where it touches nothing', () => {
    const now = instant(MONDAY, '09:20');
    expect(marks(salon('09:00-12:00'), [], 'cut', now)).toEqual(['09:30 opens_day', '11:30 adjacent']);
    expect(marks(salon('09:00-12:00'), [], 'cut', instant(MONDAY, '09:10'))).toEqual(['11:30 adjacent']);
  });

  test('at most three a day: gaps first, then adjacent, then earlier', () => {
    const claims = taken(MONDAY, 'anna 09:30-10:00', 'anna 11:30-12:00', 'anna 12:30-13:00', 'anna 14:00-14:30');
    expect(marks(salon('09:00-16:00'), claims)).toEqual(['09:00 fills_gap', '10:00 adjacent', '12:00 fills_gap']);
  });

  test('opens_day comes last among three', () => {
    const claims = taken(MONDAY, 'block anna 10:30-11:00', 'block anna 11:30-12:00');
    expect(marks(salon('09:00-15:00'), claims)).toEqual(['10:00 adjacent', '11:00 fills_gap', '12:00 adjacent']);
  });

  test('measured with buffers, its own and those of the shortest service', () => {
    const config = aSalon({
      services: [
        aService('cut', { bufferMinutes: 15 }),
        aService('hidden', { bookable: false, phases: [{ kind: 'work', minutes: 5 }] }),
      ],
      staff: [aStaff('anna', ['cut'], { weekly: everyDay('09:00-12:00') })],
    });
    expect(marks(config, taken(MONDAY, 'anna 09:00-10:00', 'anna 11:15-12:00'))).toEqual([]);
    // 10:00–11:30 free. At 10:00 it lasts to 10:45 and leaves 45; at 10:15 it would leave 15 before; at 10:45 all is used.
    expect(marks(config, taken(MONDAY, 'anna 09:00-10:00', 'anna 11:30-12:00'))).toEqual([
      '10:00 adjacent',
      '10:45 adjacent',
    ]);
  });

  test('measured in the time of whoever comes first', () => {
    const config = aSalon({
      services,
      staff: [
        aStaff('anna', ['cut'], { weekly: everyDay('09:00-09:30') }),
        aStaff('ben', ['cut'], { weekly: everyDay('09:00-12:00') }),
      ],
    });
    const slots = slotsOn(MONDAY, config, asking('cut'));
    expect(slots[0]).toMatchObject({ time: '09:00', staffIds: ['anna', 'ben'], recommended: { reason: 'fills_gap' } });
  });

  test('a basket by who begins it and who ends it', () => {
    const config = aSalon({
      services: [aService('cut'), aService('nails')],
      staff: [
        aStaff('anna', ['cut'], { weekly: everyDay('09:00-12:00') }),
        aStaff('ben', ['nails'], { weekly: everyDay('09:00-10:30') }),
      ],
    });
    const claims = taken(MONDAY, 'anna 09:00-09:30');
    const slots = slotsOn(MONDAY, config, asking('cut', 'nails'), claims);
    expect(slots.map((slot) => [slot.time, slot.recommended?.reason])).toEqual([['09:30', 'fills_gap']]);
  });

  test('a basket by whose buffer ends last, even of somebody who worked in between', () => {
    const colour = aService('colour', {
      phases: [
        { kind: 'work', minutes: 20 },
        { kind: 'processing', minutes: 40 },
        { kind: 'finish', minutes: 10 },
      ],
    });
    const nails = aService('nails', { phases: [{ kind: 'work', minutes: 20 }], bufferMinutes: 60 });
    const config = aSalon({
      services: [colour, nails],
      staff: [
        aStaff('anna', ['colour'], { weekly: everyDay('09:00-10:25') }),
        aStaff('ben', ['nails'], { weekly: everyDay('09:20-10:40') }),
      ],
    });
    const slots = slotsOn(MONDAY, config, asking('colour', 'nails'));
    expect(slots.map((slot) => [slot.time, slot.recommended?.reason])).toEqual([['09:00', 'fills_gap']]);
  });
});

describe('the reason is told as data: what lies before and after', () => {
  const gaps = (config: ReturnType<typeof salon>, claims: readonly TakenTime[], request = asking('cut')) =>
    slotsOn(MONDAY, config, request, claims).flatMap(({ time, recommended }) => {
      if (recommended === undefined) return [];
      const { before, after } = recommended.gap;
      const said = [before, after].map(({ staffId, beside, left }) => `${staffId} ${beside} ${left / MINUTE}`);
      return [[time, recommended.reason, ...said]];
    });

  test('a visit, blocked time, the edge of her hours, and how much stays free', () => {
    expect(gaps(salon('09:00-12:00'), taken(MONDAY, 'anna 09:00-09:30', 'block anna 11:00-12:00'))).toEqual([
      ['09:30', 'adjacent', 'anna visit 0', 'anna blocked 60'],
      ['10:30', 'adjacent', 'anna visit 60', 'anna blocked 0'],
    ]);
    expect(gaps(salon('09:00-10:00'), taken(MONDAY, 'anna 09:30-10:00'))).toEqual([
      ['09:00', 'fills_gap', 'anna hours 0', 'anna visit 0'],
    ]);
    expect(gaps(salon('09:00-12:00'), [])[0]).toEqual(['09:00', 'opens_day', 'anna hours 0', 'anna hours 150']);
  });

  test('a visit where visit and blocked time meet at one instant', () => {
    const claims = taken(MONDAY, 'block anna 09:00-09:30', 'anna 09:15-09:30', 'anna 10:00-10:30');
    expect(gaps(salon('09:00-10:30'), claims)).toEqual([['09:30', 'fills_gap', 'anna visit 0', 'anna visit 0']]);
  });

  test('of a basket: before her who begins, after him who ends it', () => {
    const config = aSalon({
      services: [aService('cut'), aService('nails')],
      staff: [
        aStaff('anna', ['cut'], { weekly: everyDay('09:00-12:00') }),
        aStaff('ben', ['nails'], { weekly: everyDay('09:00-10:30') }),
      ],
    });
    expect(gaps(config, taken(MONDAY, 'anna 09:00-09:30'), asking('cut', 'nails'))).toEqual([
      ['09:30', 'fills_gap', 'anna visit 0', 'ben hours 0'],
    ]);
  });

  test('a cut that fits into the time in which another visit’s colour develops', () => {
    // The colourist works 9:00–9:30 and 10:00–10:15; between, the colour of her customer develops.
    const claims = taken(MONDAY, 'anna 09:00-09:30', 'anna 10:00-10:15', 'anna 10:15-12:00');
    expect(gaps(salon('09:00-12:00'), claims)).toEqual([['09:30', 'fills_gap', 'anna visit 0', 'anna visit 0']]);
  });
});
