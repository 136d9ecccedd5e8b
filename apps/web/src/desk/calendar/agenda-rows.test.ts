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

test('two visits that begin at once, and two times off, are still told apart', () => {
  const off = (id: string) => ({
    id,
    staffId: 'ada',
    startsAt: `${DAY}T14:00:00+01:00`,
    endsAt: `${DAY}T15:00:00+01:00`,
  });
  const timeOff = [off('break'), off('away')].map((one) => ({
    ...one,
    ...{ kind: 'time_off' as const, version: 1, reason: null, overlaps: false },
  }));
  const answer = calendar({ visits: [cut('Groß', '09:00', '10:00'), cut('Müller', '09:00', '10:00')], timeOff });
  const keys = agendaRows(columnsOf(answer, 'ada'), []).map(({ key }) => key);
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(keys.length);
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
  const away = {
    ...{ id: 'away', version: 1, staffId: 'ada', kind: 'time_off' as const, reason: null, overlaps: false },
    ...{ startsAt: '2026-12-17T00:00:00+01:00', endsAt: '2026-12-23T00:00:00+01:00' },
  };
  const closedAndAway = calendar({ openings: [], closures, timeOff: [away] });
  expect(why(closedAndAway, 'ada', 'ben')).toEqual({ why: 'closed', name: 'Ausflug' });
  expect(why(calendar({ timeOff: [away] }), 'ada', 'ben')).toBeUndefined();
  expect(why(calendar({ openings: [] }), 'ada')).toEqual({ why: 'nobody' });
  const benWorks = calendar({ openings: calendar().openings.filter(({ staffId }) => staffId === 'ben') });
  expect(why(benWorks, 'ada')).toEqual({ why: 'none_shown' });
});
