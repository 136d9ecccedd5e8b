import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff, everyDay } from '../salon/salon.fixture.ts';
import { MINUTE } from '../time/interval.ts';
import { resolveStart, wallTime } from '../time/wall-clock.ts';
import { type AlternativesWanted, alternativesAmong, alternativesTo } from './alternatives.ts';
import type { TakenTime } from './arrangement.ts';
import { listSlots, type Slot } from './slots.ts';
import { asking, eachAtHerOwnPace, instant, MONDAY, taken, WEEK_BEFORE } from './visit.fixture.ts';
import { type World, worlds } from './world.fixture.ts';

const config = aSalon({
  services: [aService('cut')],
  staff: [aStaff('anna', ['cut']), aStaff('ben', ['cut'])],
});
const range = { now: WEEK_BEFORE, from: MONDAY, days: 2, count: 4 };
const shown = (list: ReturnType<typeof alternativesTo>) =>
  list.map(({ startsAt, staffIds }) => {
    const { date, time } = wallTime('Europe/Berlin', startsAt);
    return `${date.slice(8)} ${time} ${staffIds.join(' ')}`;
  });

test('the nearest bookable starts come first, the later of two equally near', () => {
  const claims = taken(MONDAY, 'anna 10:00-10:30', 'ben 09:45-10:30');
  expect(shown(alternativesTo(config, asking('cut'), claims, instant(MONDAY, '10:00'), range))).toEqual([
    '07 10:30 anna ben',
    '07 09:30 anna',
    '07 11:00 anna ben',
    '07 09:00 anna ben',
  ]);
  const three = { ...range, count: 3 };
  expect(shown(alternativesTo(config, asking('cut'), claims, instant(MONDAY, '10:00'), three))).toEqual([
    '07 10:30 anna ben',
    '07 09:30 anna',
    '07 11:00 anna ben',
  ]);
});

test('those that rule each other out fill up what is left, in their order', () => {
  const claims = taken(MONDAY, 'anna 09:00-11:15', 'ben 09:00-12:00');
  const wanted = { ...range, days: 1 };
  const ask = (count: number) =>
    shown(alternativesTo(config, asking('cut'), claims, instant(MONDAY, '11:15'), { ...wanted, count }));
  expect(ask(1)).toEqual(['07 11:15 anna']);
  expect(ask(2)).toEqual(['07 11:15 anna', '07 11:30 anna']);
  expect(ask(3)).toEqual(['07 11:15 anna', '07 11:30 anna']);
  expect(ask(0)).toEqual([]);
});

test('they are given by distance, those that fill up among them', () => {
  const claims = taken(MONDAY, 'anna 09:30-11:00', 'ben 09:00-12:00');
  const wanted = { ...range, days: 1 };
  const ask = (count: number) =>
    shown(alternativesTo(config, asking('cut'), claims, instant(MONDAY, '11:15'), { ...wanted, count }));
  expect(ask(2)).toEqual(['07 11:15 anna', '07 09:00 anna']);
  expect(ask(3)).toEqual(['07 11:15 anna', '07 11:30 anna', '07 09:00 anna']);
});

test('starts rule each other out until the last buffer', () => {
  const salon = aSalon({
    services: [aService('cut', { bufferMinutes: 10, stationKind: 'chair' })],
    staff: [aStaff('anna', ['cut'])],
    stations: [{ id: 'chair', kind: 'chair' }],
  });
  const wanted = { ...range, days: 1, count: 2 };
  expect(shown(alternativesTo(salon, asking('cut'), [], instant(MONDAY, '09:00'), wanted))).toEqual([
    '07 09:00 anna',
    '07 09:45 anna',
  ]);
});

test('none is dearer than what the customer would pay', () => {
  const salon = aSalon({
    services: [aService('cut')],
    staff: [
      aStaff('anna', [anOffer('cut', { priceCents: 4_000 })]),
      aStaff('ben', ['cut'], { weekly: everyDay('11:00-12:00') }),
    ],
  });
  const ask = (maxPriceCents: number) =>
    shown(alternativesTo(salon, asking('cut'), [], instant(MONDAY, '09:00'), { ...range, count: 1, maxPriceCents }));
  expect(ask(4_000)).toEqual(['07 09:00 anna']);
  expect(ask(3_999)).toEqual(['07 11:00 ben anna']);
  expect(ask(2_999)).toEqual([]);
});

test('they may lie on another day', () => {
  const claims = taken(MONDAY, 'anna 09:00-12:00', 'ben 09:00-11:30');
  expect(
    shown(alternativesTo(config, asking('cut'), claims, instant(MONDAY, '10:00'), { ...range, count: 2 })),
  ).toEqual(['07 11:30 ben', '08 09:00 anna ben']);
});

test('there are none for a basket too complex to list', () => {
  const crew = aSalon({ services: [aService('cut')], staff: eachAtHerOwnPace(30, ['cut']) });
  expect(alternativesTo(crew, asking('cut', 'cut', 'cut'), [], instant(MONDAY, '10:00'), range)).toEqual([]);
});

test('of two equally near the later is preferred also where it is on the next day', () => {
  const night = aSalon({
    services: [aService('cut')],
    staff: [
      aStaff('anna', ['cut'], { weekly: everyDay('23:00-24:00') }),
      aStaff('ben', ['cut'], { weekly: everyDay('00:00-01:00') }),
    ],
  });
  const ask = { ...range, count: 1 };
  expect(shown(alternativesTo(night, asking('cut'), [], instant(MONDAY, '23:45'), ask))).toEqual(['08 00:00 ben']);
});

test('a visit that moves is no load on the day, and its time is free; so for each that is looked for', () => {
  const [own, other] = taken(MONDAY, 'anna 09:00-10:00', 'ben 09:00-09:30');
  const held = [
    { ...own, holder: 'own' },
    { ...other, holder: 'other' },
  ] as TakenTime[];
  const find = alternativesAmong(config, held, { ...range, days: 1 });
  const ask = (time: string, except?: string) =>
    shown(find(asking('cut'), instant(MONDAY, time), { count: 1, ...(except === undefined ? {} : { except }) }));
  expect([ask('11:00', 'own'), ask('11:00', 'other'), ask('11:00')]).toEqual([
    ['07 11:00 anna ben'],
    ['07 11:00 ben anna'],
    ['07 11:00 ben anna'],
  ]);
  expect([ask('09:00', 'own'), ask('09:00', 'other'), ask('09:00')]).toEqual([
    ['07 09:00 anna'],
    ['07 09:00 ben'],
    ['07 09:30 ben'],
  ]);
});

describe('for visits looked for one after the other they are those of the whole list', () => {
  const HOLDERS = ['first', 'second', 'third'];
  const wish = fc.record({
    // On the grid as often as not: there two starts can be equally near.
    minutes: fc.oneof(
      fc.integer({ min: -400, max: 1_200 }).map((fives) => fives * 5),
      fc.integer({ min: -2_000, max: 6_000 }),
    ),
    count: fc.nat(4),
    maxPriceCents: fc.constantFrom(undefined, undefined, 1_500),
    except: fc.constantFrom(undefined, ...HOLDERS),
  });

  test.each([1, 2, 3])('in baskets of up to %i', (items) => {
    fc.assert(
      fc.property(worlds({ items, days: 5 }), fc.array(wish, { minLength: 1, maxLength: 4 }), (world, wishes) => {
        const { config, request, from } = world;
        const held = world.taken.map((one, index) => ({ ...one, holder: HOLDERS[index % 3] ?? '' }));
        const find = alternativesAmong(config, held, world);
        for (const { minutes, maxPriceCents, ...others } of wishes) {
          const startsAt = (resolveStart(config.timeZone, from, '12:00') ?? 0) + minutes * MINUTE;
          const wanted = { ...others, ...(maxPriceCents === undefined ? {} : { maxPriceCents }) };
          const { except, ...cheap } = wanted;
          const ask = except === undefined ? cheap : { ...cheap, except };
          expect(find(request, startsAt, ask)).toEqual(ofTheWholeList(world, held, startsAt, ask));
        }
      }),
      { numRuns: 150 },
    );
  });

  /** Every slot of the range, in order of how near it is; written to be obviously right. */
  function ofTheWholeList(
    { config, request, from, days, now }: World,
    held: readonly TakenTime[],
    startsAt: number,
    { count, maxPriceCents = Number.POSITIVE_INFINITY, except }: AlternativesWanted,
  ) {
    const others = held.filter(({ holder }) => except === undefined || holder !== except);
    const listed = listSlots(config, request, others, { from, days, now });
    if (listed === 'basket_too_complex') throw new Error(listed);
    const away = (slot: Slot) => Math.abs(slot.startsAt - startsAt);
    const inOrder = (list: readonly Slot[]) => list.toSorted((a, b) => away(a) - away(b) || b.startsAt - a.startsAt);
    const slots = inOrder(listed.flatMap((day) => day.slots).filter((slot) => slot.priceCents <= maxPriceCents));
    const until = ({ best }: Slot) =>
      Math.max(best.endsAt, ...[...best.staffClaims, ...best.stationNeeds].map(({ end }) => end));
    const apart: Slot[] = [];
    for (const slot of slots) {
      const clear = apart.every((other) => slot.startsAt >= until(other) || other.startsAt >= until(slot));
      if (clear && apart.length < count) apart.push(slot);
    }
    const rest = slots.filter((slot) => !apart.includes(slot)).slice(0, count - apart.length);
    return inOrder([...apart, ...rest]).map(({ startsAt: at, staffIds }) => ({ startsAt: at, staffIds }));
  }
});
