import { expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import { at, calendar, cut, DAY, ZONE } from './calendar.fixture.ts';
import { columnOf, ingredientsOf } from './columns.ts';
import { type Arrow, entryOf, neighbour, stopsOf } from './stops.ts';

const AXIS = axisOf(ZONE, DAY, { from: 480, to: 1200 });
const VISITS = [cut('early', '09:00', '10:00'), cut('late', '10:00', '18:00'), cut('his', '09:45', '18:00', 'cem')];
// Ben is not there that day: nothing is in his column.
const ANSWER = calendar({
  visits: VISITS,
  openings: calendar().openings.filter(({ staffId }) => staffId !== 'ben'),
});
const LANES = ANSWER.staff.map(({ id, name }) => {
  const other = { now: at('07:00'), leastMinutes: 15 };
  return {
    start: AXIS.start,
    stops: stopsOf(columnOf(ingredientsOf(ANSWER, { kind: 'staff', id, name }, AXIS, other))),
  };
});
const named = (name: string) =>
  LANES.flatMap(({ stops }) => stops).find((stop) => stop.kind === 'piece' && stop.piece.visit.name === name)?.key ??
  '';
const from = (name: string, arrow: Arrow) => {
  const stop = neighbour(LANES, named(name), arrow);
  return stop?.kind === 'piece' ? stop.piece.visit.name : stop?.kind;
};

test('up and down go through a column in the order of time', () => {
  expect(from('early', 'ArrowDown')).toBe('late');
  expect(from('late', 'ArrowUp')).toBe('early');
  expect(from('early', 'ArrowUp')).toBeUndefined();
  expect(from('late', 'ArrowDown')).toBeUndefined();
});

test('left and right go to what lies nearest in time, past columns in which nothing is', () => {
  expect(from('late', 'ArrowRight')).toBe('his');
  expect(from('early', 'ArrowRight')).toBe('free');
  expect(from('his', 'ArrowLeft')).toBe('late');
  expect(from('his', 'ArrowRight')).toBeUndefined();
});

test('Home and End lead to the first and the last of the column', () => {
  expect(from('late', 'Home')).toBe('early');
  expect(from('early', 'End')).toBe('late');
});

test('one enters at what goes on now, or comes next; in the evening at the first of the day', () => {
  const entered = (clock: string) => {
    const stop = entryOf(LANES, at(clock));
    return stop?.kind === 'piece' ? stop.piece.visit.name : undefined;
  };
  expect(entered('08:00')).toBe('early');
  expect(entered('11:00')).toBe('his');
  expect(entered('19:00')).toBe('early');
});
