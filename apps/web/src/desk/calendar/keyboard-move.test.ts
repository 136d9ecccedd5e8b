import { expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import { at, calendar, colour, DAY, ZONE } from './calendar.fixture.ts';
import { type Column, columnOf, ingredientsOf, type Whose } from './columns.ts';
import { type Moving, movingVisit, startMoving, stepMoving } from './keyboard-move.ts';

const VISIT = {
  ...colour('Müller'),
  stations: [{ stationId: 'chair', startsAt: '2026-12-19T10:00:00+01:00', endsAt: '2026-12-19T11:15:00+01:00' }],
};
const ANSWER = calendar({ visits: [VISIT] });
const PEOPLE: Whose[] = ANSWER.staff.map(({ id, name }) => ({ kind: 'staff', id, name }));
const chair = (id: string, stationKind = 'chair', retired = false): Whose => ({
  ...{ kind: 'station', stationKind, retired, id, name: id },
});
const CHAIR = chair('chair');
const HOURS = { from: 480, to: 1200 };

const columnsOf = (whose: readonly Whose[], dates: readonly string[]): Column[] =>
  dates.flatMap((date) =>
    whose.map((one) =>
      columnOf(ingredientsOf(ANSWER, one, axisOf(ZONE, date, HOURS), { now: at('07:00'), leastMinutes: 15 })),
    ),
  );
const DAY_COLUMNS = columnsOf([...PEOPLE, CHAIR], [DAY]);

const held = (columns: readonly Column[], index = 0): Moving => {
  const piece = columns[index]?.pieces[0];
  if (piece === undefined) throw new Error('Nothing to hold');
  return startMoving(piece, index);
};
const after = (columns: readonly Column[], moving: Moving, ...keys: string[]) =>
  keys.reduce((step, key) => stepMoving(step, columns, key.replace('Shift+', ''), key.startsWith('Shift+')), moving);
const told = (columns: readonly Column[], moving: Moving) => {
  const { items, endsAt } = movingVisit(columns, moving, ZONE);
  return `${items[0]?.staffId} ${items[0]?.startsAt.slice(0, 16)}–${endsAt.slice(11, 16)}`;
};

test('arrows move it by five minutes and to the next person', () => {
  const moved = after(DAY_COLUMNS, held(DAY_COLUMNS), 'ArrowDown', 'ArrowDown', 'ArrowRight');
  expect(told(DAY_COLUMNS, moved)).toBe('ben 2026-12-19T10:10–11:25');
});

test('Shift and an arrow change how long it takes, to no less than five minutes of its last work', () => {
  expect(told(DAY_COLUMNS, after(DAY_COLUMNS, held(DAY_COLUMNS), 'Shift+ArrowDown'))).toMatch(/–11:20$/);
  const shorter = Array<string>(9).fill('Shift+ArrowUp');
  expect(told(DAY_COLUMNS, after(DAY_COLUMNS, held(DAY_COLUMNS), ...shorter))).toMatch(/–11:05$/);
});

test('there is no person beyond the first, and a chair is none', () => {
  expect(told(DAY_COLUMNS, after(DAY_COLUMNS, held(DAY_COLUMNS), 'ArrowLeft'))).toMatch(/^ada/);
  const far = after(DAY_COLUMNS, held(DAY_COLUMNS), 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  expect(told(DAY_COLUMNS, far)).toMatch(/^cem/);
});

test('held by its chair it moves in time, and stays with whom it is', () => {
  const chair = DAY_COLUMNS.length - 1;
  expect(told(DAY_COLUMNS, after(DAY_COLUMNS, held(DAY_COLUMNS, chair), 'ArrowDown'))).toBe(
    'ada 2026-12-19T10:05–11:20',
  );
});

test('in a week it goes to the same time of another day', () => {
  const week = columnsOf(PEOPLE.slice(0, 1), [DAY, '2026-12-20']);
  expect(told(week, after(week, held(week), 'ArrowRight'))).toBe('ada 2026-12-20T10:00–11:15');
});

test('a visit in a chair goes to the next chair of that kind, past people and basins, and stays with whoever does it', () => {
  const [first, second] = [chair('chair'), chair('window')];
  const columns = columnsOf([first, ...PEOPLE, chair('basin', 'basin'), second], [DAY]);
  const moved = after(columns, held(columns), 'ArrowRight', 'ArrowDown');
  expect(columns[moved.column]?.whose).toBe(second);
  const visit = movingVisit(columns, moved, ZONE);
  expect(visit.stations).toMatchObject([{ stationId: 'window', startsAt: '2026-12-19T10:05:00+01:00' }]);
  expect(visit.items.map(({ staffId }) => staffId)).toEqual(['ada']);
  // There is none beyond.
  expect(after(columns, moved, 'ArrowRight').column).toBe(moved.column);
  expect(after(columns, held(columns, 1), 'ArrowLeft').column).toBe(1);
});

test('from a chair in use no more it goes to one that is, and back; onto such a chair it does not go', () => {
  const columns = columnsOf([chair('chair', 'chair', true), chair('window'), chair('mirror', 'chair', true)], [DAY]);
  const there = after(columns, held(columns), 'ArrowRight');
  expect(columns[there.column]?.whose.id).toBe('window');
  expect(after(columns, there, 'ArrowRight').column).toBe(there.column);
  expect(after(columns, there, 'ArrowLeft').column).toBe(0);
});
