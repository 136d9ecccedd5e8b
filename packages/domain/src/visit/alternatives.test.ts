import { expect, test } from 'vitest';
import { aSalon, aService, aStaff } from '../salon/salon.fixture.ts';
import { wallTime } from '../time/wall-clock.ts';
import { alternativesTo } from './alternatives.ts';
import { asking, instant, MONDAY, taken, WEEK_BEFORE } from './visit.fixture.ts';

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
    '07 10:45 anna ben',
    '07 09:15 anna ben',
  ]);
});

test('they may lie on another day', () => {
  const claims = taken(MONDAY, 'anna 09:00-12:00', 'ben 09:00-11:30');
  expect(
    shown(alternativesTo(config, asking('cut'), claims, instant(MONDAY, '10:00'), { ...range, count: 2 })),
  ).toEqual(['07 11:30 ben', '08 09:00 anna ben']);
});

test('there are none for a basket too complex to list', () => {
  const crew = aSalon({
    services: [aService('cut')],
    staff: Array.from({ length: 30 }, (_, index) => aStaff(`staff-${index}`, ['cut'])),
  });
  expect(alternativesTo(crew, asking('cut', 'cut', 'cut'), [], instant(MONDAY, '10:00'), range)).toEqual([]);
});
