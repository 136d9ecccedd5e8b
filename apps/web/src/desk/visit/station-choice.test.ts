import { expect, test } from 'vitest';
import { at, cut, item, visit } from '../calendar/calendar.fixture.ts';
import { stationsWished } from '../calendar/moved-visit.ts';
import { draftOf, without } from './draft.ts';
import { stationsNeeded } from './stations-needed.ts';

const kinds: Readonly<Record<string, string | null>> = { Schnitt: 'chair', Farbe: 'basin', Beratung: null };
const CATALOGUE = {
  services: Object.entries(kinds).map(([name, stationKind]) => ({
    ...{ id: name, version: '1', categoryId: 'hair', name, description: null, phases: [], bufferMinutes: 0 },
    ...{ stationKind, duringProcessing: true, priceCents: 3_500, priceFrom: false, online: true, archivedAt: null },
    staff: [],
  })),
  stations: ['chair 1', 'chair 2', 'basin 1', 'basin 2'].map((id) => ({
    ...{ id, name: id, active: true },
    kind: id.split(' ')[0] ?? '',
  })),
};
const here = (...ids: string[]) =>
  ids.map((stationId) => ({ stationId, startsAt: `${at('09:00')}`, endsAt: `${at('10:00')}` }));
const BOTH = {
  ...visit(
    'Weber',
    item('ada', 'Schnitt', ['work', '09:00', '09:30']),
    item('ada', 'Farbe', ['work', '09:30', '10:00']),
  ),
  stations: here('chair 1', 'basin 1'),
};
/** What is named when the form is sent with these chairs and services. */
const named = (stations: string[], draft = draftOf(BOTH)) =>
  stationsWished(BOTH, { stations: stationsNeeded(here(...stations), draft, CATALOGUE) }).stations;

test('only another chair is named; what the visit has, it keeps by itself', () => {
  expect(named(['chair 1', 'basin 1'])).toBeUndefined();
  expect(named(['chair 2', 'basin 1'])).toEqual(['chair 2']);
  expect(named(['chair 2', 'basin 2'])).toEqual(['chair 2', 'basin 2']);
});

test('a chair that was chosen goes with the service that needs it', () => {
  const draft = draftOf(BOTH);
  const cutOnly = without(draft, draft.items[1]?.key ?? '');
  const colourOnly = without(draft, draft.items[0]?.key ?? '');
  expect(named(['chair 2', 'basin 2'], cutOnly)).toEqual(['chair 2']);
  expect(named(['chair 2', 'basin 1'], colourOnly)).toBeUndefined();
  expect(stationsNeeded(here('chair 1'), draftOf(cut('Groß', '09:00', '10:00')), CATALOGUE)).toHaveLength(1);
});
