import { expect, test } from 'vitest';
import { agendaRows, emptinessOf } from './agenda-rows.ts';
import { axisOf } from './axis.ts';
import { at, calendar, cut, DAY, item, visit, ZONE } from './calendar.fixture.ts';
import { columnOf, ingredientsOf } from './columns.ts';

const AXIS = axisOf(ZONE, DAY, { from: 0, to: 1440 });
type Answer = ReturnType<typeof calendar>;
const columnsOf = (answer: Answer, ...ids: string[]) =>
  ids.map((id) =>
    columnOf(ingredientsOf(answer, { kind: 'staff', id, name: id }, AXIS, { now: at('07:00'), leastMinutes: 15 })),
  );

const BOTH = visit(
  'Weber',
  item('ada', 'Farbe', ['work', '12:00', '12:30']),
  item('ben', 'Schnitt', ['work', '12:30', '13:00']),
);
const ANSWER = calendar({ visits: [BOTH, cut('Müller', '09:00', '18:00', 'cem'), cut('Groß', '09:00', '10:00')] });

test('of several people the visits are listed in the order of time, one with two of them once', () => {
  const rows = agendaRows(columnsOf(ANSWER, 'ada', 'ben', 'cem'), []);
  expect(rows.map((row) => (row.kind === 'visit' ? row.visit.name : row.kind))).toEqual(['Groß', 'Müller', 'Weber']);
});

test('one person alone is told her free time as well', () => {
  const rows = agendaRows(columnsOf(ANSWER, 'ada'), []);
  expect(rows.map((row) => (row.kind === 'visit' ? row.visit.name : row.kind))).toEqual([
    'Groß',
    'free',
    'Weber',
    'free',
  ]);
});

test('visits of another state are faint, and still there', () => {
  const rows = agendaRows(columnsOf(ANSWER, 'cem'), ['arrived']);
  expect(rows).toMatchObject([{ kind: 'visit', isFaint: true }]);
});

test('an empty day says why', () => {
  const closures = [{ name: 'Ausflug', startsAt: '2026-12-19T00:00:00+01:00', endsAt: '2026-12-20T00:00:00+01:00' }];
  const why = (answer: Answer, ...ids: string[]) => emptinessOf(answer, columnsOf(answer, ...ids));
  expect(why(ANSWER, 'ada')).toBeUndefined();
  expect(why(calendar(), 'ada', 'ben')).toEqual({ why: 'no_visits' });
  expect(why(calendar({ openings: [], closures }), 'ada')).toEqual({ why: 'closed', name: 'Ausflug' });
  expect(why(calendar({ openings: [] }), 'ada')).toEqual({ why: 'nobody' });
  const benWorks = calendar({ openings: calendar().openings.filter(({ staffId }) => staffId === 'ben') });
  expect(why(benWorks, 'ada')).toEqual({ why: 'none_shown' });
});
