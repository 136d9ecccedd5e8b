import { expect, test } from 'vitest';
import { calendar, cut } from './calendar.fixture.ts';
import { shownHours } from './shown-hours.ts';

test('from an hour before the first opens to an hour after the last closes', () => {
  expect(shownHours(calendar(), false)).toEqual({ from: 480, to: 1140 });
});

test('a visit outside of the openings is never hidden', () => {
  const early = calendar({ visits: [cut('a', '06:40', '07:10'), cut('b', '19:30', '20:15')] });
  expect(shownHours(early, false)).toEqual({ from: 300, to: 1320 });
});

test('a closed day shows the hours of an ordinary one', () => {
  expect(shownHours(calendar({ openings: [] }), false)).toEqual({ from: 480, to: 1200 });
});

test('what lasts past midnight shows the whole day, and so does who asks for it', () => {
  const night = { ...cut('a', '23:30', '23:45'), endsAt: '2026-12-20T00:30:00+01:00' };
  expect(shownHours(calendar({ visits: [night] }), false)).toEqual({ from: 0, to: 1440 });
  expect(shownHours(calendar(), true)).toEqual({ from: 0, to: 1440 });
});
