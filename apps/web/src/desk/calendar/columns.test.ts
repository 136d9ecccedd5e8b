import { wallTime } from '@salon/domain/time/wall-clock';
import { expect, test } from 'vitest';
import { axisOf } from './axis.ts';
import { at, calendar, colour, cut, DAY, ZONE } from './calendar.fixture.ts';
import { columnOf, ingredientsOf, sameIngredients } from './columns.ts';

const AXIS = axisOf(ZONE, DAY, { from: 480, to: 1200 });
const ADA = { kind: 'staff', id: 'ada', name: 'Frau ada' } as const;
const BEFORE = { now: at('07:00'), leastMinutes: 15 };
const told = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => `${wallTime(ZONE, start).time}–${wallTime(ZONE, end).time}`);
const span = (from: string, to: string) => ({ startsAt: `${DAY}T${from}:00+01:00`, endsAt: `${DAY}T${to}:00+01:00` });

test('a column shows what is closed, taken and free', () => {
  const answer = calendar({
    visits: [colour('Müller'), cut('Weber', '09:00', '10:00', 'ben')],
    timeOff: [
      {
        ...{ id: 'lunch', version: 1, staffId: 'ada', kind: 'blocked', reason: 'Pause', overlaps: false },
        ...{ startsAt: '2026-12-19T13:00:00+01:00', endsAt: '2026-12-19T14:00:00+01:00' },
      },
    ],
  });
  const column = columnOf(ingredientsOf(answer, ADA, AXIS, BEFORE));
  expect(column.pieces.map(({ visit }) => visit.name)).toEqual(['Müller']);
  expect(told(column.closed)).toEqual(['08:00–09:00', '18:00–20:00']);
  expect(told(column.off)).toEqual(['13:00–14:00']);
  // While the colour develops she is free as well.
  expect(told(column.free)).toEqual(['09:00–10:00', '10:30–11:00', '11:15–13:00', '14:00–18:00']);
});

test('whoever does not work that day has no free time and is closed all day', () => {
  const column = columnOf(ingredientsOf(calendar({ openings: [] }), ADA, AXIS, BEFORE));
  expect(told(column.closed)).toEqual(['08:00–20:00']);
  expect(column.free).toEqual([]);
});

test('a closure of the salon is told by its name and leaves nothing free', () => {
  const closures = [
    { name: 'Betriebsausflug', startsAt: '2026-12-19T12:00:00+01:00', endsAt: '2026-12-20T00:00:00+01:00' },
  ];
  const column = columnOf(ingredientsOf(calendar({ closures }), ADA, AXIS, BEFORE));
  expect(column.closures.map(({ name }) => name)).toEqual(['Betriebsausflug']);
  expect(told(column.free)).toEqual(['09:00–12:00']);
});

test('a visit of another column leaves this one what it was; one of its own does not', () => {
  const answer = calendar({ visits: [cut('a', '09:00', '10:00')] });
  const before = ingredientsOf(answer, ADA, AXIS, BEFORE);
  const more = (staff: string) => ({ ...answer, visits: [...answer.visits, cut('b', '12:00', '12:30', staff)] });
  expect(sameIngredients(before, ingredientsOf(more('ben'), ADA, AXIS, BEFORE))).toBe(true);
  expect(sameIngredients(before, ingredientsOf(more('ada'), ADA, AXIS, BEFORE))).toBe(false);
});

test('time goes on only on its own day', () => {
  const on = (clock: string, date?: string) =>
    ingredientsOf(calendar(), ADA, AXIS, { now: at(clock, date), leastMinutes: 15 });
  const closures = calendar().closures;
  const same = (a: ReturnType<typeof on>, b: ReturnType<typeof on>) =>
    sameIngredients({ ...a, openings: undefined, closures }, { ...b, openings: undefined, closures });
  expect(same(on('10:00'), on('10:05'))).toBe(false);
  expect(same(on('10:00', '2026-12-18'), on('10:05', '2026-12-18'))).toBe(true);
});

test('a visit that lies outside of hours that shrank later is told, until it is over', () => {
  const late = colour('Müller');
  const openings = [{ ...calendar().openings[0], spans: [span('09:00', '11:10')] }] as never;
  const outside = (visits: readonly (typeof late)[], now = BEFORE.now, more = { openings }) => [
    ...columnOf(ingredientsOf(calendar({ visits: [...visits], ...more }), ADA, AXIS, { ...BEFORE, now })).outside,
  ];
  // Its last five minutes.
  expect(outside([late])).toEqual(['Müller ada']);
  expect(outside([late], at('11:15'))).toEqual([]);
  expect(outside([{ ...late, status: 'done' }])).toEqual([]);
  expect(outside([cut('Weber', '10:40', '11:10')])).toEqual([]);
  // While colour develops nobody needs to be there.
  const lunch = [{ ...calendar().openings[0], spans: [span('09:00', '10:30'), span('11:00', '18:00')] }] as never;
  expect(outside([late], BEFORE.now, { openings: lunch })).toEqual([]);
});
