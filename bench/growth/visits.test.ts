import { expect, test } from 'vitest';
import { freeVisits } from './visits.ts';

const NOW = Date.UTC(2026, 11, 1, 12);
const salon = { id: 'one', staff: ['mia', 'lea'], chairs: ['left', 'right'] };

test('visits follow one another on the evenings to come, so that none is in the way of another', () => {
  const starts = Array.from({ length: 11 }, freeVisits([salon], NOW)).map(({ startsAt }) =>
    new Date(startsAt).toISOString().slice(0, 16),
  );
  expect(starts.slice(0, 2)).toEqual(['2026-12-02T18:00', '2026-12-02T18:30']);
  expect(starts.slice(-2)).toEqual(['2026-12-02T22:30', '2026-12-03T18:00']);
});

test.each([
  [['left', 'right'], [['left', 'right']]],
  [[], []],
])('with the chairs %j a visit takes one of %j', (chairs, ids) => {
  const { arrangement } = freeVisits([{ ...salon, chairs }], NOW)();
  expect(arrangement.stations.map((station) => station.ids)).toEqual(ids);
  expect(arrangement.staffClaims).toHaveLength(1);
});
