import { MINUTE } from '@salon/domain/time/interval';
import { expect, test } from 'vitest';
import { colour, cut, item, visit, ZONE } from './calendar.fixture.ts';
import { movedVisit, shortestBy, wishesOf } from './moved-visit.ts';

const STAYS = { byMs: 0, from: 'ada', to: { id: 'ada', name: 'Frau ada' }, longer: 0 };
const COLOUR_AND_CUT = visit(
  'Weber',
  item('ada', 'Farbe', ['work', '10:00', '10:30']),
  item('ben', 'Schnitt', ['work', '10:30', '11:00']),
);
const told = (moved: ReturnType<typeof movedVisit>) =>
  moved.items.map(({ staffId, startsAt, endsAt }) => `${staffId} ${startsAt.slice(11, 16)}–${endsAt.slice(11, 16)}`);

test('a visit moves as a whole, with everything that others do for it', () => {
  const moved = movedVisit(COLOUR_AND_CUT, { ...STAYS, byMs: 45 * MINUTE }, ZONE);
  expect(told(moved)).toEqual(['ada 10:45–11:15', 'ben 11:15–11:45']);
  expect([moved.startsAt, moved.endsAt]).toEqual(['2026-12-19T10:45:00+01:00', '2026-12-19T11:45:00+01:00']);
});

test('put into another column, only her part goes to somebody else', () => {
  const moved = movedVisit(COLOUR_AND_CUT, { ...STAYS, to: { id: 'cem', name: 'Frau cem' } }, ZONE);
  expect(told(moved)).toEqual(['cem 10:00–10:30', 'ben 10:30–11:00']);
  expect(moved.items[0]?.staff).toBe('Frau cem');
});

test('made longer, the last work grows and whoever comes after it waits', () => {
  expect(told(movedVisit(COLOUR_AND_CUT, { ...STAYS, longer: 10 }, ZONE))).toEqual([
    'ada 10:00–10:40',
    'ben 10:40–11:10',
  ]);
  const moved = movedVisit(colour('Müller'), { ...STAYS, longer: -5 }, ZONE);
  expect(wishesOf(moved)[0]?.minutes).toEqual([30, 30, 10]);
  expect(moved.endsAt).toBe('2026-12-19T11:10:00+01:00');
});

test('what clearing up takes grows neither with a move nor with a longer visit', () => {
  const cleared = visit('Groß', { ...item('ada', 'Schnitt', ['work', '10:00', '10:30']), bufferMinutes: 10 });
  const moved = movedVisit(cleared, { ...STAYS, byMs: 60 * MINUTE }, ZONE);
  const asked = [cleared, moved, movedVisit(moved, { ...STAYS, longer: 15 }, ZONE)].flatMap(wishesOf);
  expect(asked.map(({ minutes }) => minutes)).toEqual([[30], [30], [45]]);
});

test('one step of it is the least that is left', () => {
  expect(shortestBy(colour('Müller'), 'ada', 5)).toBe(-10);
  expect(shortestBy(cut('Groß', '10:00', '10:05'), 'ada', 5)).toBe(0);
});

test('moved to the day after the clocks change it takes as long as it did, at the time of the wall it is dropped on', () => {
  const before = cut('Groß', '10:00', '10:45');
  const march = { ...before, startsAt: '2026-03-28T10:00:00+01:00', endsAt: '2026-03-28T10:45:00+01:00' };
  const [one] = march.items;
  const phases = [{ kind: 'work' as const, startsAt: march.startsAt, endsAt: march.endsAt }];
  const saturday = one && { ...march, items: [{ ...one, startsAt: march.startsAt, endsAt: march.endsAt, phases }] };
  const byMs = Date.parse('2026-03-29T10:00:00+02:00') - Date.parse(march.startsAt);
  const sunday = saturday && movedVisit(saturday, { ...STAYS, byMs }, ZONE);
  expect(sunday?.startsAt).toBe('2026-03-29T10:00:00+02:00');
  expect(sunday?.endsAt).toBe('2026-03-29T10:45:00+02:00');
});

test('what is asked for names every minute, and the price that was agreed', () => {
  const priced = { ...colour('Müller') };
  const [one] = priced.items;
  expect(wishesOf({ ...priced, items: one ? [{ ...one, priceCents: 8_000 }] : [] })).toEqual([
    {
      serviceId: 'Farbe',
      staffId: 'ada',
      startsAt: '2026-12-19T10:00:00+01:00',
      minutes: [30, 30, 15],
      priceCents: 8_000,
    },
  ]);
  expect(wishesOf(priced)[0]).not.toHaveProperty('priceCents');
});
