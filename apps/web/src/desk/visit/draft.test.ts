import type { CatalogueAnswer, DeskService } from '@salon/contracts/desk/catalogue';
import { expect, test } from 'vitest';
import { at, calendar, colour, cut, item, visit, ZONE } from '../calendar/calendar.fixture.ts';
import * as draft from './draft.ts';
import { drawnVisit, newVisit } from './drawn-visit.ts';
import { choicesFor, whoDoes } from './fitting.ts';

const service = (name: string, phases: DeskService['phases'], changes: Partial<DeskService> = {}): DeskService => ({
  ...{ id: name, version: '1', categoryId: 'hair', name, description: null, phases, bufferMinutes: 0 },
  ...{ stationKind: null, duringProcessing: true, priceCents: 3_500, priceFrom: false, online: true, archivedAt: null },
  staff: ['ada', 'ben'].map((staffId) => ({ staffId, priceCents: null, phaseMinutes: [] })),
  ...changes,
});

const CATALOGUE: CatalogueAnswer = {
  currency: 'EUR',
  categories: [{ id: 'hair', name: 'Haare' }],
  services: [
    service('Schnitt', [{ kind: 'work', minutes: 30 }]),
    service(
      'Farbe',
      [
        { kind: 'work', minutes: 30 },
        { kind: 'processing', minutes: 30 },
        { kind: 'finish', minutes: 15 },
      ],
      {
        priceCents: 8_900,
        staff: [
          { staffId: 'ada', priceCents: null, phaseMinutes: [] },
          // The trainee takes longer, and is cheaper; what develops, develops.
          { staffId: 'ben', priceCents: 5_900, phaseMinutes: [45, 90, null] },
        ],
      },
    ),
    service('Föhnen', [{ kind: 'work', minutes: 20 }], {
      staff: [{ staffId: 'ben', priceCents: null, phaseMinutes: [] }],
    }),
    service('Dauerwelle', [{ kind: 'work', minutes: 90 }], { archivedAt: '2026-01-01T00:00:00Z' }),
  ],
  stations: [],
  staff: [],
};

const empty = { start: at('10:00'), items: [] };
const times = (of: draft.Draft) =>
  draft.placed(of).map(({ service: name, staffId, start, end }) => `${clock(start)}-${clock(end)} ${name} ${staffId}`);
const clock = (instant: number) => new Date(instant + 3_600_000).toISOString().slice(11, 16);
const two = draft.added(draft.added(empty, CATALOGUE, 'Farbe', 'ada', 'a'), CATALOGUE, 'Schnitt', 'ada', 'b');

test('services follow each other, and each takes as long as it takes whoever does it', () => {
  expect(times(two)).toEqual(['10:00-11:15 Farbe ada', '11:15-11:45 Schnitt ada']);
  const byBen = draft.changed(two, CATALOGUE, 'a', { staffId: 'ben' });
  expect(times(byBen)).toEqual(['10:00-11:30 Farbe ben', '11:30-12:00 Schnitt ada']);
  expect(draft.priceWith(CATALOGUE, 'Farbe', 'ben')).toBe(5_900);
});

test('minutes, order and starts are hers to say', () => {
  const quick = draft.changed(two, CATALOGUE, 'b', { phases: [{ kind: 'work', minutes: 15 }] });
  expect(times(draft.reordered(quick, 'b', -1))).toEqual(['10:00-10:15 Schnitt ada', '10:15-11:30 Farbe ada']);
  const inside = draft.changed(quick, CATALOGUE, 'b', { pinned: at('10:35'), staffId: 'ben' });
  expect(times(inside)).toEqual(['10:00-11:15 Farbe ada', '10:35-11:05 Schnitt ben']);
  expect(clock(draft.endOf(inside))).toBe('11:15');
  expect(times(draft.shifted(inside, at('14:00')))).toEqual(['14:00-15:15 Farbe ada', '14:35-15:05 Schnitt ben']);
  expect(times(draft.without(inside, 'a'))).toEqual(['10:35-11:05 Schnitt ben']);
});

test('a visit that is opened and saved is what it was', () => {
  const mixed = visit(
    'Anna',
    item('ada', 'Farbe', ['work', '10:00', '10:30'], ['processing', '10:30', '11:00'], ['finish', '11:00', '11:15']),
    item('ben', 'Schnitt', ['work', '10:35', '10:55']),
  );
  expect(draft.wishes(draft.draftOf(mixed), ZONE)).toEqual([
    { serviceId: 'Farbe', staffId: 'ada', startsAt: '2026-12-19T10:00:00+01:00', minutes: [30, 30, 15] },
    { serviceId: 'Schnitt', staffId: 'ben', startsAt: '2026-12-19T10:35:00+01:00', minutes: [20] },
  ]);
});

test('what clearing up takes does not grow with every save', () => {
  const cleared = visit('Anna', { ...item('ada', 'Schnitt', ['work', '10:00', '10:30']), bufferMinutes: 10 });
  expect(draft.draftOf(cleared).items[0]?.phases).toEqual([{ kind: 'work', minutes: 30 }]);
});

test('the same again in six weeks is as long as it was, at the price of then, without what is sold no more', () => {
  const perm = { ...cut('Anna', '09:00', '10:00'), items: [...cut('Anna', '09:00', '09:40').items] };
  const later = draft.again(perm, CATALOGUE, at('09:00', '2027-01-30'));
  expect(draft.wishes(later, ZONE)).toEqual([
    { serviceId: 'Schnitt', staffId: 'ada', startsAt: '2027-01-30T09:00:00+01:00', minutes: [40] },
  ]);
  const gone = visit('Anna', item('ada', 'Dauerwelle', ['work', '10:00', '11:30']));
  expect(draft.again(gone, CATALOGUE, at('10:00')).items).toEqual([]);
});

test('it is drawn as it will be, the free stretch of the colour included', () => {
  const drawn = drawnVisit(newVisit('new', 'Anna'), two, { timeZone: ZONE, staffName: (id) => `Frau ${id}` });
  const [first] = colour('Anna').items;
  expect(drawn.items[0]).toEqual({ ...first, position: 0 });
  expect([drawn.startsAt, drawn.endsAt]).toEqual(['2026-12-19T10:00:00+01:00', '2026-12-19T11:45:00+01:00']);
  expect(calendar({ visits: [drawn] }).visits).toHaveLength(1);
});

test('what fits into the gap comes first, what is not sold not at all', () => {
  const names = (choices: readonly { service: DeskService }[]) => choices.map((one) => one.service.name);
  const forAda = choicesFor(CATALOGUE, { staffId: 'ada', minutes: 40 });
  expect([names(forAda.fits), names(forAda.others)]).toEqual([['Schnitt'], ['Farbe', 'Föhnen']]);
  const anybody = choicesFor(CATALOGUE, { staffId: null, minutes: null });
  expect(names(anybody.fits)).toEqual(['Schnitt', 'Farbe', 'Föhnen']);
  // The trainee's colour takes an hour and a half, whatever the catalogue says.
  expect(names(choicesFor(CATALOGUE, { staffId: 'ben', minutes: 80 }).fits)).toEqual(['Schnitt', 'Föhnen']);
  expect(names(choicesFor(CATALOGUE, { staffId: 'ada', minutes: null }, 'fohn').others)).toEqual(['Föhnen']);
});

test('who does a service: whoever was asked for, else somebody who does', () => {
  const drying = CATALOGUE.services.find(({ name }) => name === 'Föhnen');
  if (drying === undefined) throw new Error('Nobody dries');
  expect([whoDoes(drying, 'ben'), whoDoes(drying, 'ada'), whoDoes(drying, null)]).toEqual(['ben', 'ben', 'ben']);
});
