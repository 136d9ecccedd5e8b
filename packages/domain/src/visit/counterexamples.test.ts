import { describe, expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff, everyDay } from '../salon/salon.fixture.ts';
import type { Phase } from '../salon/salon-config.ts';
import { asking, MONDAY, planOf, slotsOn, taken } from './visit.fixture.ts';

/**
 * Each of these refuted a shortcut in the search for the best way: the comparison with the oracle found a world in which
 * the shortcut was wrong, and made it as small as it could.
 */
const phases = (...parts: readonly [Phase['kind'], number][]): Phase[] =>
  parts.map(([kind, minutes]) => ({ kind, minutes }));

describe('a shortcut that is wrong', () => {
  test('to pass over people at another pace once somebody at the same price and length is found', () => {
    // Anna is quicker at the end what she is slower at the beginning, and already has a visit that day.
    const colour = aService('colour', { phases: phases(['work', 20], ['processing', 5], ['finish', 15]) });
    const config = aSalon({
      services: [colour],
      staff: [aStaff('anna', [anOffer('colour', { phaseMinutes: [25, null, 10] })]), aStaff('ben', ['colour'])],
    });
    const [slot] = slotsOn(MONDAY, config, asking('colour'), taken(MONDAY, 'anna 11:55-12:00'));
    expect(slot?.staffIds).toEqual(['ben', 'anna']);
  });

  describe('to take whoever is best for the first service and go on from there', () => {
    const wash = aService('wash', {
      phases: phases(['work', 10], ['processing', 5], ['finish', 20]),
      bufferMinutes: 15,
    });
    const colour = aService('colour', { phases: phases(['work', 25], ['processing', 55], ['finish', 5]) });
    const salon = (offersOfBen: Parameters<typeof aStaff>[1]) =>
      aSalon({
        services: [wash, colour],
        staff: [
          aStaff('ben', offersOfBen, { weekly: everyDay('09:00-11:30') }),
          aStaff('cleo', ['wash'], { weekly: everyDay('09:00-10:00') }),
        ],
      });

    test('for she clears up when she leaves, and that can be too late for her though her work is not', () => {
      const config = salon([anOffer('wash', { priceCents: 3_500 }), 'colour']);
      const slots = slotsOn(MONDAY, config, asking('wash', 'colour'));
      expect(slots.map((slot) => [slot.time, ...slot.staffIds, slot.priceCents])).toEqual([
        ['09:00', 'cleo', 'ben', 6_000],
        ['09:15', 'ben', 'ben', 6_500],
        ['09:30', 'ben', 'ben', 6_500],
      ]);
    });

    test('for there may be no other way at all', () => {
      expect(slotsOn(MONDAY, salon(['colour']), asking('wash', 'colour')).map((slot) => slot.time)).toEqual(['09:00']);
    });
  });

  test('to hand on at once what may wait until the next one comes to work', () => {
    const cut = aService('cut', {
      phases: phases(['work', 25], ['processing', 30], ['finish', 20]),
      bufferMinutes: 15,
    });
    const config = aSalon({
      services: [cut],
      staff: [
        aStaff('ben', ['cut'], { weekly: everyDay('10:30-12:00') }),
        aStaff('cleo', ['cut'], { weekly: everyDay('09:00-10:30') }),
      ],
      policy: { stepMinutes: 10, maxWaitMinutes: 45 },
    });
    const slots = slotsOn(MONDAY, config, asking('cut', 'cut'));
    expect(slots.map((slot) => planOf(config, slot))).toEqual([['cut cleo 09:00-10:15', 'cut ben 10:30-11:45']]);
  });

  test('to count the changes of staff only as far as they are known', () => {
    // Ben and Cleo both do the first at one price; only Cleo goes on.
    const config = aSalon({
      services: [aService('cut'), aService('curl')],
      staff: [aStaff('ben', ['cut']), aStaff('cleo', ['cut', 'curl'])],
    });
    const [slot] = slotsOn(MONDAY, config, asking('cut', 'curl'));
    expect(slot?.staffIds).toEqual(['cleo', 'cleo']);
  });

  test('to keep the chair only until the visit is over', () => {
    // Anna leaves after the cut, and clears up at the chair for longer than the nails take.
    const config = aSalon({
      services: [
        aService('cut', { bufferMinutes: 60, stationKind: 'chair' }),
        aService('nails', { stationKind: 'chair' }),
      ],
      staff: [aStaff('anna', ['cut']), aStaff('ben', ['nails'])],
      stations: [{ id: 'chair', kind: 'chair' }],
    });
    const slots = slotsOn(MONDAY, config, asking('cut', 'nails'), taken(MONDAY, 'chair 10:30-12:00'));
    expect(slots.map((slot) => slot.time)).toEqual(['09:00']);
  });
});
