import { expect, test } from 'vitest';
import { cut, item, visit } from '../calendar/calendar.fixture.ts';
import { type Draft, draftOf, without } from './draft.ts';
import { namedStations, type StationChoice, type StationNeed, stationNeeds } from './station-choice.ts';

const kinds: Readonly<Record<string, string | null>> = { Schnitt: 'chair', Farbe: 'basin', Beratung: null };
const CATALOGUE = {
  services: Object.entries(kinds).map(([name, stationKind]) => ({
    ...{ id: name, version: '1', categoryId: 'hair', name, description: null, phases: [], bufferMinutes: 0 },
    ...{ stationKind, duringProcessing: true, priceCents: 3_500, priceFrom: false, online: true, archivedAt: null },
    staff: [],
  })),
  stations: ['chair 1', 'chair 2', 'basin 1', 'basin 2'].map((id) => ({
    ...{ id, version: 'one', name: id, active: true },
    kind: id.split(' ')[0] ?? '',
  })),
};
const BOTH = visit(
  'Weber',
  item('ada', 'Schnitt', ['work', '09:00', '09:30']),
  item('ada', 'Farbe', ['work', '09:30', '10:00']),
);
const HAS = ['chair 1', 'basin 1'];
const needs = (draft: Draft, has = HAS, catalogue = CATALOGUE) => stationNeeds(draft, catalogue, has);
/** What is named when the form is sent with these choices. */
const named = (chosen: StationChoice, draft = draftOf(BOTH), has = HAS) =>
  namedStations(needs(draft, has), chosen).stations;
/** With chairs that became something else, or are in use no more. */
const changed = (changes: Readonly<Record<string, Partial<(typeof CATALOGUE.stations)[number]>>>) => ({
  ...CATALOGUE,
  stations: CATALOGUE.stations.map((one) => ({ ...one, ...changes[one.id] })),
});
const told = (list: readonly StationNeed[]) =>
  list.map(({ own, options }) => [own, ...options.map(({ id }) => id)].join(' | '));
const CUT = draftOf(cut('Groß', '09:00', '10:00'));

test('only another chair is named; what the visit has, it keeps by itself', () => {
  expect(named({})).toBeUndefined();
  expect(named({ chair: 'chair 1', basin: 'basin 1' })).toBeUndefined();
  expect(named({ chair: 'chair 2' })).toEqual(['chair 2']);
  expect(named({ chair: 'chair 2', basin: 'basin 2' })).toEqual(['chair 2', 'basin 2']);
});

test('a chair that was chosen goes with the service that needs it', () => {
  const both = { chair: 'chair 2', basin: 'basin 2' };
  const draft = draftOf(BOTH);
  expect(named(both, without(draft, draft.items[1]?.key ?? ''))).toEqual(['chair 2']);
  expect(named({ chair: 'chair 2' }, without(draft, draft.items[0]?.key ?? ''))).toBeUndefined();
});

test('a visit that is new has any chair, or the one that is chosen', () => {
  expect(told(needs(CUT, []))).toEqual([' | chair 1 | chair 2']);
  expect(named({}, CUT, [])).toBeUndefined();
  expect(named({ chair: 'chair 1' }, CUT, [])).toEqual(['chair 1']);
});

test('of a single chair there is nothing to choose', () => {
  const one = changed({ 'chair 2': { active: false } });
  expect(needs(CUT, [], one)).toEqual([]);
  expect(needs(CUT, ['chair 1'], one)).toEqual([]);
});

test('what is in use no more can be left, and is kept while it is not', () => {
  expect(told(needs(CUT, ['chair 2'], changed({ 'chair 2': { active: false } })))).toEqual([
    'chair 2 | chair 1 | chair 2',
  ]);
});

test('where her chair became a basin there is another to choose, be it the only one', () => {
  expect(told(needs(CUT, ['chair 1'], changed({ 'chair 1': { kind: 'basin' } })))).toEqual([' | chair 2']);
});
