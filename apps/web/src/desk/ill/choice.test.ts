import { expect, test } from 'vitest';
import { cut } from '../calendar/calendar.fixture.ts';
import { choicesOf, chosen, type IllVisit, wordOf } from './choice.ts';

const at = (clock: string) => `2026-12-19T${clock}:00+01:00`;
const ill = (name: string, from: string, to: string, changes: Partial<IllVisit> = {}): IllVisit => ({
  visit: cut(name, from, to),
  others: [{ staffId: 'ben' }],
  times: [{ startsAt: at('16:00'), staffIds: ['cem', 'ben'] }],
  ...changes,
});
const words = (visits: readonly IllVisit[], by: Record<string, string> = {}) =>
  chosen(visits, new Map(Object.entries(by))).map((choice) => `${choice.visitId} ${wordOf(choice)}`);

test('the same time with somebody else comes first, then another time, then cancelling', () => {
  expect(choicesOf(ill('Anna', '10:00', '10:30')).map(wordOf)).toEqual([
    'give ben',
    `move cem ${at('16:00')}`,
    'cancel',
    'keep',
  ]);
  expect(words([ill('Anna', '10:00', '10:30', { others: [] })])).toEqual([`Anna move cem ${at('16:00')}`]);
  expect(words([ill('Anna', '10:00', '10:30', { others: [], times: [] })])).toEqual(['Anna cancel']);
});

test('nobody is sent to another day without being asked; it is there to be chosen', () => {
  const tomorrow = '2026-12-20T10:00:00+01:00';
  const visits = [ill('Anna', '10:00', '10:30', { others: [], times: [{ startsAt: tomorrow, staffIds: ['ben'] }] })];
  expect(words(visits)).toEqual(['Anna cancel']);
  expect(words(visits, { Anna: `move ben ${tomorrow}` })).toEqual([`Anna move ben ${tomorrow}`]);
});

test('one colleague is not given two visits at once by itself', () => {
  const visits = [ill('Anna', '10:00', '10:30'), ill('Lea', '10:15', '10:45'), ill('Jonas', '10:30', '11:00')];
  expect(words(visits)).toEqual(['Anna give ben', `Lea move cem ${at('16:00')}`, 'Jonas give ben']);
});

test('what she chose stays, unless it is possible no more', () => {
  const visits = [ill('Anna', '10:00', '10:30')];
  expect(words(visits, { Anna: 'keep' })).toEqual(['Anna keep']);
  expect(words(visits, { Anna: 'give cem' })).toEqual(['Anna give ben']);
});
