import { expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff, everyDay } from '../salon/salon.fixture.ts';
import { wallTime } from '../time/wall-clock.ts';
import { alternativesTo } from './alternatives.ts';
import { asking, eachAtHerOwnPace, instant, MONDAY, taken, WEEK_BEFORE } from './visit.fixture.ts';

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
