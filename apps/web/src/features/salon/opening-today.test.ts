import { expect, test } from 'vitest';
import { openingToday } from './opening-today.ts';

const OPENINGS = [
  { weekday: 2, opens: '14:30', closes: '19:00' },
  { weekday: 2, opens: '09:00', closes: '13:00' },
  { weekday: 5, opens: '22:00', closes: '24:00' },
];

test.each([
  ['before it opens', '2026-12-15T07:00:00Z', { kind: 'opens', time: '09:00' }],
  ['in the morning', '2026-12-15T08:00:00Z', { kind: 'open', time: '13:00', again: '14:30' }],
  ['over lunch', '2026-12-15T12:30:00Z', { kind: 'reopens', time: '14:30' }],
  ['in the afternoon', '2026-12-15T14:00:00Z', { kind: 'open', time: '19:00', again: null }],
  ['as it closes', '2026-12-15T18:00:00Z', { kind: 'over' }],
  ['on another day', '2026-12-16T10:00:00Z', { kind: 'closed' }],
  ['until midnight', '2026-12-18T22:59:00Z', { kind: 'open', time: '24:00', again: null }],
  // At half past midnight in Berlin it is Wednesday there already.
  ['by its own clock', '2026-12-15T23:30:00Z', { kind: 'closed' }],
])('%s', (_when, now, today) => {
  const page = { openings: OPENINGS, today: { date: '2026-12-14', hours: [] } };
  expect(openingToday(page, 'Europe/Berlin', Date.parse(now))).toEqual(today);
});

test.each([
  ['closed for a holiday', [], { kind: 'closed' }],
  ['closed for the morning', [{ opens: '14:30', closes: '19:00' }], { kind: 'opens', time: '14:30' }],
])('%s, it is not open as in other weeks', (_how, hours, today) => {
  const page = { openings: OPENINGS, today: { date: '2026-12-15', hours } };
  expect(openingToday(page, 'Europe/Berlin', Date.parse('2026-12-15T08:00:00Z'))).toEqual(today);
});
